"""Every screen, without pictures: no word is cut, and whoever has no mouse gets everywhere."""

import datetime as dt
from collections.abc import Callable, Iterator
from functools import cache

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QDialog,
    QLabel,
    QLineEdit,
    QVBoxLayout,
    QWidget,
)

from spinecounsel.discussion.discussion import Discussion
from spinecounsel.record.kinds import AdditionKind
from spinecounsel.viewing.finished import FinishedView, kinds_made
from spinecounsel.viewing.first_start import Stage
from spinecounsel.viewing.frame import frame_view
from spinecounsel.viewing.later import later_view
from spinecounsel.viewing.library import Filter, Listed, library_view
from spinecounsel.viewing.unlock import Way
from tests.helpers import records
from tests.helpers.additions import added
from tests.helpers.clock import START, Clock
from tests.helpers.layout import cuts, faults, pale, told
from tests.helpers.packs import shipped_pack
from tests.helpers.rendered import openers
from tests.helpers.sessions import Shelf
from tests.helpers.talks import PATIENT, decided
from tests.helpers.tours import settle
from tests.helpers.vault_pages import (
    backup_page,
    empty_library,
    first_page,
    keeping_page,
    people_page,
    recovery_page,
    settings_page,
    trail_page,
    unlock_page,
    verify_at_the_door,
    verify_page,
)
from ui.main_window import MainWindow
from ui.pages.finished import FinishedPage
from ui.pages.library.page import LibraryPage
from ui.session import Session
from ui.theme.theme import theme
from ui.widgets.button import Button
from ui.widgets.row_button import RowButton
from ui.widgets.scroll import Scroll
from ui.widgets.text import Text
from ui.wiring.steps import WIRINGS

ROOMS = {
    1.0: (1138, 624),
    1.5: (1366, 624),
    2.0: (1366, 624),
}  # beside the rail; with large text it is folded
WINDOW = (1366, 768)
SIZES = ["100", "150", "200"]
ENDS = (1.0, 2.0)  # of the sizes: all that is pressed is looked at there
MOST_OPENED = 12  # on a page: tabs, views and folds
PRESSED = {  # what is pressed on a page, one after the other, to see more that it can show
    "person": ("person.add", "person.capacity.way.assessed", "person.representative.add"),
    "case": ("case.tab.level", "case.tab.nerves", "case.tab.fitness", "case.tab.aim"),
    "options": ("options.more.radiation", "options.all_usual"),
    "walk": ("walk.ask", "walk.set_aside"),
    "compare": ("compare.everything", "compare.details"),
    "values": ("values.walk.very", "values.tab.options", "values.details"),
    "understanding": (
        "understanding.good.not-yet",
        "understanding.help.not-yet",
        "understanding.knowledge.1.not-sure",
    ),
    "decision": ("decision.sure.support.no", "decision.refused", "decision.postponed"),
    "sign": ("sign.sure.know.no", "sign.tab.clinician", "sign.without_drawing"),
}


@cache
def talk() -> Discussion:
    """Everything is talked through and decided."""
    return decided().discussion


def step_page(step: str) -> QWidget:
    ids = (f"id-{number}" for number in range(999))
    session = Session(shipped_pack(), Shelf(), Clock(), ids.__next__)
    session.resume(talk())
    session.act(session.sitting.go_to, step)
    wiring = WIRINGS[step](session)
    session.changed.connect(wiring.show)
    wiring.show()
    return wiring.page


def library_page() -> QWidget:
    rows = tuple(
        Listed(
            id=str(place),
            name=f"Person with a long name, number {place}",
            number=f"TEST-{place}",
            born=PATIENT.born,
            consulted=START,
            status=status,
            options=("Freeing the cord", "Radiosurgery", "No treatment"),
            later=("addendum", "withdrawal") if status == "provided" and place < 4 else (),
            sealed=START - dt.timedelta(days=72) if status == "provided" else None,
            confirm_after=60,
        )
        for place, status in enumerate(("draft", "provided", "refused", "postponed") * 4)
    )
    page = LibraryPage()
    page.show_view(library_view(rows, text="", chosen=Filter.EVERYTHING, now=START))
    return page


def finished_page() -> QWidget:
    page = FinishedPage(kinds_made())
    page.show_view(
        FinishedView(
            patient="Sample Patient, born 14 March 1958",
            lines=(("Agreed to", "Surgery to free the spinal cord, radiosurgery afterwards"),) * 4,
            signers=("Sample Patient, patient", "Dr Ada Beispiel, clinician"),
            events=("Sealed and filed today, 10:30",),
            shown="copy",
            carries="The file carries the whole record inside (record.json). " * 2,
            warns=True,
            ways=(("paper", "Letter sent on paper"), ("file", "Letter sent as a file")),
            fingerprint="f54eda77" * 8,
        )
    )
    record = records.given()
    page.show_later(later_view(record, tuple(map(added, AdditionKind)), may_sign=True, now=START))
    page.shelf.show_document(((595.0, 842.0),) * 2)
    return page


def frame_window() -> QWidget:
    sitting = decided()
    window = MainWindow()
    for step in WIRINGS:
        window.add_screen(step, QWidget())
    window.show_frame(frame_view(sitting.discussion, shipped_pack().manifest, sitting.progress))
    window.say_sentence("Please say whether the patient may decide alone, and who is here.")
    return window


SCREENS: dict[str, Callable[[], QWidget]] = {
    "unlock": lambda: unlock_page(Way.UNLOCK),
    "unlock, new": lambda: unlock_page(Way.CREATE),
    "unlock, recovery code": lambda: unlock_page(Way.RECOVER),
    "unlock, own passphrase": lambda: unlock_page(Way.CHANGE),
    "recovery": recovery_page,
    "first start, clinic": lambda: first_page(Stage.CLINIC),
    "first start, begin": lambda: first_page(Stage.BEGIN),
    "people": people_page,
    "backup": backup_page,
    "keeping": keeping_page,
    "settings": settings_page,
    "trail": trail_page,
    "unlock, closed": lambda: unlock_page(Way.CLOSED),
    "library": library_page,
    "finished": finished_page,
    "library, new": empty_library,
    "verify": verify_page,
    "verify, at the door": verify_at_the_door,
    "frame": frame_window,
} | {step: lambda step=step: step_page(step) for step in WIRINGS}


@pytest.fixture
def put_up(qtbot, qapp):
    """Show a screen as large as its place in the window; windows let themselves be closed."""
    windows = []

    def show(screen: QWidget, size: tuple[int, int]) -> QWidget:
        qtbot.addWidget(screen)
        if isinstance(screen, MainWindow):
            windows.append(screen)
        screen.resize(*size)
        with qtbot.waitActive(screen):
            screen.show()
            screen.activateWindow()
        return settled(screen)

    yield show
    for window in windows:
        window.let_go()


def settled(screen: QWidget) -> QWidget:
    """Let the layouts come to rest, as pages do; what is made bit by bit is made to its end."""
    settle()
    return screen


def open_each(screen: QWidget) -> Iterator[str]:
    """Press whatever only shows more, one after the other; say what is cut then."""
    done: set[str] = set()
    for _ in range(MOST_OPENED):
        found = [each for each in openers(screen) if told(each) not in done]
        if not found:
            return
        done.add(told(found[0]))
        name = told(found[0])
        found[0].click()
        settled(screen)
        for dialog in screen.findChildren(QDialog):
            dialog.close()
        yield from (f"{name}: {fault}" for fault in cuts(screen))


def press(screen: QWidget, name: str) -> None:
    (button,) = [b for b in screen.findChildren(QAbstractButton, name) if b.isVisible()]
    button.click()
    settled(screen)


@pytest.mark.parametrize("text_scale", ROOMS, ids=SIZES)
@pytest.mark.parametrize("name", SCREENS)
def test_a_screen_is_whole_and_open_to_all(qapp, put_up, name, text_scale):
    theme().apply(qapp, scheme="light", text_scale=text_scale)
    screen = put_up(SCREENS[name](), WINDOW if name == "frame" else ROOMS[text_scale])
    assert list(faults(screen)) == []
    for pressed in PRESSED.get(name, ()) if text_scale in ENDS else ():
        press(screen, pressed)
        assert [f"{pressed}: {fault}" for fault in faults(screen)] == []
    assert list(open_each(screen)) == []


@pytest.mark.parametrize("scheme", ["light", "dark", "high-contrast"])
@pytest.mark.parametrize("name", SCREENS)
def test_words_stand_out(qapp, put_up, name, scheme):
    theme().apply(qapp, scheme=scheme, text_scale=1.0)
    screen = put_up(SCREENS[name](), WINDOW if name == "frame" else ROOMS[1.0])
    assert list(pale(screen)) == []


@pytest.mark.parametrize("text_scale", ROOMS, ids=SIZES)
def test_no_topic_of_the_walk_is_cut(qapp, put_up, text_scale):
    theme().apply(qapp, scheme="light", text_scale=text_scale)
    page = put_up(step_page("walk"), ROOMS[text_scale])
    keys = [topic.key for topic in decided().agenda.topics]
    assert len(keys) > 40
    for key in keys:
        page.topic_picked.emit(key)
        assert [f"{key}: {fault}" for fault in cuts(settled(page))] == []


# ---- that what is wrong is found


def test_the_signing_page_folds_where_room_is_scarce(put_up):
    screen = put_up(step_page("sign"), (796, 500))
    assert list(faults(screen)) == []


@pytest.mark.parametrize(
    ("text_scale", "room"), [(1.0, (796, 496)), (1.25, (773, 430))], ids=["100", "125"]
)
@pytest.mark.parametrize("name", ["person", "case", "options"])
def test_columns_fold_where_room_is_scarce(qapp, put_up, name, text_scale, room):
    theme().apply(qapp, scheme="light", text_scale=text_scale)
    screen = put_up(step_page(name), room)
    assert list(cuts(screen)) == []
    for pressed in PRESSED[name]:
        press(screen, pressed)
        assert [f"{pressed}: {fault}" for fault in cuts(screen)] == []


def bare(*parts: QWidget) -> QWidget:
    """Give a small screen of ``parts`` below each other."""
    screen = QWidget()
    column = QVBoxLayout(screen)
    for part in parts:
        column.addWidget(part)
    return screen


def cut_text() -> QWidget:
    text = Text("A sentence that needs more than the one line that it has been given here.")
    text.setFixedSize(200, 24)
    return bare(text)


def cut_row() -> QWidget:
    row = RowButton("A row to be pressed, with a good many words that need more than one line")
    row.setFixedSize(200, 60)
    return bare(row)


def too_wide() -> QWidget:
    scroll, wide = Scroll(), QWidget()
    wide.setMinimumWidth(700)
    QLabel("far right", wide).move(600, 0)
    scroll.setWidget(wide)
    return bare(Button("A button that is high enough"), scroll)


def beyond_the_frame() -> QWidget:
    screen = bare()
    QLabel("below the edge", screen).move(10, 395)
    return screen


def nameless() -> QWidget:
    return bare(QLineEdit())


def small() -> QWidget:
    row = RowButton("Small")
    row.setFixedSize(300, 40)
    return bare(row)


def faint() -> QWidget:
    return bare(Text("Hardly to be read.", tone="line"))


def trap() -> QWidget:
    class Trap(QLineEdit):
        def focusNextPrevChild(self, _next: bool) -> bool:  # noqa: N802, FBT001 - Qt's
            return True

    field, button = Trap(), Button("After the trap")
    field.setAccessibleName("Trap")
    return bare(field, button)


def stuck() -> QWidget:
    scroll, high = Scroll(), QWidget()
    scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    high.setMinimumHeight(900)
    scroll.setWidget(high)
    return bare(scroll)


def silent() -> QWidget:
    scroll = Scroll()
    scroll.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    return bare(scroll)


@pytest.mark.parametrize(
    ("make", "found"),
    [
        (cut_text, "cut: Text"),
        (cut_row, "cut: RowButton"),
        (too_wide, "hangs over: QLabel"),
        (beyond_the_frame, "hangs over: QLabel"),
        (nameless, "has no name: QLineEdit"),
        (small, "is too small: RowButton"),
        (trap, "is not reached: Button '' 'After the trap'"),
        (stuck, "is scrolled by no key: Scroll"),
        (silent, "has no ring: Scroll"),
    ],
)
def test_what_is_wrong_is_found(put_up, make, found):
    screen = put_up(make(), (500, 400))
    assert [fault for fault in faults(screen) if fault.startswith(found)]


def test_pale_words_are_found(put_up):
    screen = put_up(faint(), (500, 400))
    assert [fault for fault in pale(screen) if fault.startswith("is pale")]


def test_nothing_is_found_where_nothing_is_wrong(put_up):
    field = QLineEdit()
    field.setAccessibleName("Name")
    screen = put_up(bare(Text("A sentence."), field, Button("Go on")), (500, 400))
    assert list(faults(screen)) == []
