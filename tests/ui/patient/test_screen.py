"""The patient's screen: large, whole, without anything to press, and nothing left of before."""

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QLineEdit, QWidget

from spinecounsel.discussion import moves
from spinecounsel.discussion.discussion import Comparison
from spinecounsel.discussion.people import NumberView
from spinecounsel.discussion.values import Importance, ValueAnswer
from spinecounsel.viewing.ahead import Looking
from spinecounsel.viewing.compare import compare_view
from spinecounsel.viewing.patient import Talk, blank_view, patient_view
from tests.helpers.clock import START
from tests.helpers.layout import cuts
from tests.helpers.packs import shipped_pack
from tests.helpers.talks import described
from ui.patient.place import SpinePicture
from ui.patient.screen import PatientScreen
from ui.patient.window import LEAST_SIZE
from ui.theme.theme import theme
from ui.widgets.bar import Bar
from ui.widgets.pictograph import Pictograph
from ui.widgets.scroll import Scroll
from ui.widgets.text import Text

STEPS = ("person", "case", "options", "expect", "compare", "values", "understanding")
KINDS = ("about", "benefit", "risk", "course", "not-known", "alternatives")
SIZES = ((1920, 1080), (1366, 768), (1280, 1024))


def sitting():
    made = described()
    for value in made.pack.value_statements:
        answer = ValueAnswer(statement=value.id, text=value.text, importance=Importance.VERY)
        made.change(moves.weighing, answer, when=START)
    return made


def view_of(made, shown="", **looked_at):
    return patient_view(
        Talk(
            pack=made.pack,
            discussion=made.discussion,
            agenda=made.agenda,
            shown=shown,
            **looked_at,
        )
    )


def views():
    made = sitting()
    for step in STEPS:
        made.go_to(step)
        yield step, view_of(made)
    made.go_to("walk")
    for kind in KINDS:
        for topic in [each for each in made.agenda.topics if f"/{kind}/" in each.key][:3]:
            yield topic.key, view_of(made, topic.key)


@pytest.fixture
def screen(qtbot):
    made = PatientScreen(blank_view(shipped_pack().manifest))
    qtbot.addWidget(made)
    made.resize(1366, 768)
    with qtbot.waitExposed(made):
        made.show()
    return made


def shown(screen, view):
    screen.show_view(view)
    for _ in range(3):
        QApplication.processEvents()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    return [text.text() for text in screen.findChildren(Text)]


def walked(title, numbers=NumberView.PEOPLE):
    made = sitting()
    made.change(moves.preferring, numbers)
    made.go_to("walk")
    return view_of(made, next(each.key for each in made.agenda.topics if each.title == title))


@pytest.mark.parametrize("size", SIZES)
def test_every_sheet_is_whole_and_needs_no_scrolling(screen, size):
    screen.resize(*size)
    for name, view in views():
        shown(screen, view)
        assert [f"{name}: {fault}" for fault in cuts(screen)] == []
        assert screen.findChild(Scroll).verticalScrollBar().maximum() == 0, name


def test_nothing_is_cut_where_much_is_told(screen):
    made = sitting()
    made.go_to("ahead")
    for looking in Looking:
        shown(screen, view_of(made, option="radiotherapy-conventional", looking=looking))
        assert list(cuts(screen)) == []
    made.go_to("compare")
    made.change(moves.selecting, Comparison(concepts=("walk-after",)))
    words = shown(screen, view_of(made))
    assert "**" not in "".join(words)
    assert {"Can walk at 8 weeks", "73"} <= set(words)
    assert list(cuts(screen)) == []


@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_an_opened_row_is_whole_and_its_people_are_drawn_in_one_size(qapp, screen, scale):
    theme().apply(qapp, scheme="light", text_scale=scale)
    made = sitting()
    made.go_to("compare")
    view = compare_view(made.pack, made.discussion, made.agenda)
    rows = [row for group in view.groups for row in group.rows if row.cells]
    for row in sorted(rows, key=lambda each: len(each.arms))[-3:]:
        words = shown(screen, view_of(made, row=row.key))
        assert list(cuts(screen)) == []
        assert {name for _, name in view.options} <= {each.strip("*") for each in words}
        assert len({each.size().toTuple() for each in screen.findChildren(Pictograph)}) == 1


def test_at_200_per_cent_the_spine_is_no_higher_than_the_screen_and_words_have_room(qapp, qtbot):
    theme().apply(qapp, scheme="light", text_scale=2.0)
    turned = PatientScreen(blank_view(shipped_pack().manifest), way_back="F9: back")
    qtbot.addWidget(turned)
    turned.resize(1366, 768)
    with qtbot.waitExposed(turned):
        turned.show()
    made = sitting()
    made.go_to("case")
    shown(turned, view_of(made))
    picture, scroll = turned.findChild(SpinePicture), turned.findChild(Scroll)
    assert picture.geometry().bottom() < scroll.viewport().height()
    assert scroll.horizontalScrollBar().maximum() == 0
    words = next(each for each in turned.findChildren(Text) if "T10" in each.text())
    assert words.width() > turned.width() / 3
    assert list(cuts(turned)) == []


def test_text_at_200_per_cent_is_as_large_as_there_is_room(qapp, screen):
    views = (walked("Wound infection"), walked("Number of visits"))
    plain = [(shown(screen, view), largest(screen)) for view in views]
    theme().apply(qapp, scheme="light", text_scale=2.0)
    for view, (words, _size) in zip(views, plain, strict=True):
        assert shown(screen, view) == words
        assert list(cuts(screen)) == []
    assert largest(screen) > plain[-1][1]


def largest(screen):
    return max(text.font().pixelSize() for text in screen.findChildren(Text))


def test_type_grows_with_the_screen(screen):
    small = largest(screen)
    screen.resize(1920, 1080)
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert largest(screen) > small


def test_there_is_nothing_to_press_or_to_write_in(screen):
    for _, view in views():
        shown(screen, view)
        assert screen.findChildren(QAbstractButton) == screen.findChildren(QLineEdit) == []
        assert not any(
            each.focusPolicy() & Qt.FocusPolicy.TabFocus and each.isVisible()
            for each in screen.findChildren(QWidget)
            if not each.objectName().startswith("qt_")
        )


def test_what_was_shown_is_deleted_not_hidden(qtbot, screen):
    shown(screen, walked("Wound infection"))
    people = screen.findChild(Pictograph)
    with qtbot.waitSignal(people.destroyed):
        screen.show_view(blank_view(shipped_pack().manifest))
    assert set(shown(screen, blank_view(shipped_pack().manifest))) == {
        "Take your time. You can ask anything.",
        "Content not yet approved by this clinic",
    }


@pytest.mark.parametrize(
    ("numbers", "large", "drawn"),
    [
        (NumberView.WORDS, False, None),
        (NumberView.NUMBER, True, None),
        (NumberView.PEOPLE, True, Pictograph),
        (NumberView.BAR, True, Bar),
    ],
)
def test_numbers_are_shown_as_the_patient_likes_them(screen, numbers, large, drawn):
    words = shown(screen, walked("Any problem within 30 days", numbers))
    assert ("51" in words, "49" in words) == (large, large)
    for kind in (Pictograph, Bar):
        assert bool(screen.findChildren(kind)) == (kind is drawn)


def test_two_arms_are_drawn_in_the_same_size(screen):
    shown(screen, walked("Can walk at 8 weeks, one treatment"))
    first, second = screen.findChildren(Pictograph)
    assert first.size() == second.size()


def test_in_the_smallest_window_what_does_not_fit_is_scrolled_by_keys(qtbot, screen):
    screen.resize(LEAST_SIZE / 2)
    made = sitting()
    made.go_to("walk")
    long = next(each.key for each in made.agenda.topics if "/about/" in each.key)
    shown(screen, view_of(made, long))
    bar = screen.findChild(Scroll).verticalScrollBar()
    assert bar.maximum() > 0
    qtbot.keyClick(screen, Qt.Key.Key_PageDown)
    assert bar.value() > 0
    qtbot.keyClick(screen, Qt.Key.Key_Up)
    assert bar.value() < bar.maximum()
