"""The walk on its page, for tests: sessions that are at it, and how its parts are found."""

from PySide6.QtWidgets import QAbstractButton, QWidget

from ui.widgets.pictograph import Pictograph
from ui.widgets.text import Text


def part(page, name):
    """Give the control of that name; rows that go away may still be there, hidden."""
    found = page.findChildren(QWidget, f"walk.{name}")
    assert found, name
    return next((each for each in found if each.isVisible()), found[-1])


def there(page, name):
    return any(each.isVisible() for each in page.findChildren(QWidget, f"walk.{name}"))


def topics(session, place=1):
    return session.sitting.agenda.chapters[place].topics


def show(page, session, topic, place=1):
    """Press the row of a topic in the list."""
    part(page, f"topic.{topics(session, place).index(topic)}").click()


def first_of(session, kind, closed=None, place=1):
    return next(
        each for each in topics(session, place) if each.kind is kind and each.closed is closed
    )


def texts(page):
    return {each.text() for each in page.findChildren(Text) if each.isVisible()}


def drawn(page):
    return any(each.isVisible() for each in page.findChildren(Pictograph))


def here(page, session):
    """Give the topic whose row is marked as shown."""
    buttons = page.findChildren(QAbstractButton)
    rows = [each for each in buttons if each.isVisible() and each.isChecked()]
    place = next(
        int(name.rpartition(".")[2])
        for name in (each.objectName() for each in rows)
        if name.startswith("walk.topic.")
    )
    title = topics(session)[place].title
    assert title in texts(page)
    return topics(session)[place]
