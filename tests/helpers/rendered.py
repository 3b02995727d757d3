"""Every text that the pages of a consultation really show, gone through in the window.

``collected`` turns to each step, to each card of the walk and presses each thing that only shows
more (tabs, folds, views, "who was studied" ...); what is read off is what a person sees or a screen
reader says.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QComboBox,
    QDialog,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QTextEdit,
    QWidget,
)

from spinecounsel.discussion import moves
from spinecounsel.discussion.people import NumberView
from spinecounsel.discussion.steps import ORDER
from tests.helpers.tours import settle, touring

OPENERS = {"FoldRow", "_TabButton"}
"""Kinds of button that only show more."""

VIEWS = re.compile(
    r"\.(?:tab|more|source|view)\."
    r"|\.(?:details|everything|more|source|changes|fold|rows)$"
    r"|^ahead\.option\."
)
"""Names of buttons that only show more, or something else."""

MOST_PRESSES = 30
IN_EVERY_VIEW = 6  # cards of the walk


class Shown(NamedTuple):
    """A text that was shown: on which step, by which kind of widget of which name, and where."""

    step: str
    kind: str
    name: str
    above: tuple[str, ...]
    text: str


def texts_of(step: str, screen: QWidget) -> Iterator[Shown]:
    """Give every text of ``screen`` that can be seen, or is said by a screen reader."""
    for each in (screen, *screen.findChildren(QWidget)):
        if each.isVisibleTo(screen) or each is screen:
            for text in dict.fromkeys(_texts(each)):
                yield Shown(step, type(each).__name__, each.objectName(), _above(each), text)


def _texts(widget: QWidget) -> Iterator[str]:
    """Give what it shows and what is said of it; what a person wrote is not ours."""
    if isinstance(widget, QLabel | QAbstractButton):
        yield widget.text().replace("&&", "&")
    if isinstance(widget, QComboBox):
        yield from (widget.itemText(place) for place in range(widget.count()))
    if isinstance(widget, QLineEdit | QPlainTextEdit | QTextEdit):
        yield widget.placeholderText()
    yield widget.accessibleName()
    yield widget.accessibleDescription()
    yield widget.toolTip()


def _above(widget: QWidget) -> tuple[str, ...]:
    """Give the names and kinds of what it stands in, from inside."""
    found = []
    outer = widget.parentWidget()
    while outer is not None:
        found += [type(outer).__name__, outer.objectName()]
        outer = outer.parentWidget()
    return tuple(filter(None, found))


def collected(discussion, pack=None, *, pressing=ORDER) -> set[Shown]:
    """Give all that is shown when ``discussion`` is gone through from the first step to signing.

    What shows more is pressed on the pages of ``pressing``.
    """
    found: set[Shown] = set()
    with touring(discussion, pack) as toured:
        for step, page in toured.pages():
            found |= set(texts_of(step, page))
            if step in pressing:
                found |= _pressed(toured, step)
            if step == "walk":
                found |= _cards(toured)
        found |= set(texts_of("frame", toured.window.banner))
        found |= set(texts_of("frame", toured.window.foot))
        found |= set(texts_of("frame", toured.window.rail))
    return {each for each in found if each.text.strip()}


def _cards(toured) -> set[Shown]:
    """Give what each card of the walk shows; a few of them in each way to see a number."""
    found: set[Shown] = set()
    topics = toured.session.sitting.agenda.topics
    counted = [topic for topic in topics if topic.estimates and topic.closed is None]
    for topic in topics:
        found |= _card(toured, topic)
    for numbers in NumberView:
        toured.session.change(moves.preferring, numbers)
        for topic in counted[:IN_EVERY_VIEW]:
            found |= _card(toured, topic)
    return found


def _card(toured, topic) -> set[Shown]:
    toured.session.topic_asked.emit(topic.key)
    settle()
    return set(texts_of("walk", toured.page))


def _pressed(toured, step: str) -> set[Shown]:
    """Press what only shows more, one after the other; give what is seen then."""
    found: set[Shown] = set()
    done: set[str] = set()
    for _ in range(MOST_PRESSES):
        page = toured.page
        button = next((each for each in openers(page) if _key(each) not in done), None)
        if button is None:
            break
        done.add(_key(button))
        button.click()
        settle()
        found |= _dialogs(step)
        if toured.session.sitting.discussion.step != step:
            toured.go_to(step)
        found |= set(texts_of(step, toured.page))
    return found


def _dialogs(step: str) -> set[Shown]:
    """Give what the dialogs show that came, and close them."""
    found: set[Shown] = set()
    for each in QApplication.topLevelWidgets():
        if isinstance(each, QDialog) and each.isVisible():
            found |= set(texts_of(step, each))
            each.close()
    return found


def openers(page: QWidget) -> list[QAbstractButton]:
    """Give the buttons of a page that only show more."""
    return [
        each
        for each in page.findChildren(QAbstractButton)
        if each.isVisible() and each.isEnabled() and is_opener(each)
    ]


def is_opener(button: QAbstractButton) -> bool:
    """Tell whether it shows more and answers nothing."""
    kind, name = type(button).__name__, button.objectName()
    return kind in OPENERS or bool(VIEWS.search(name))


def _key(button: QAbstractButton) -> str:
    return f"{type(button).__name__} {button.objectName()} {button.accessibleName()}"
