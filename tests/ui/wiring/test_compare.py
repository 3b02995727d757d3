import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QFileDialog, QPushButton, QScrollBar

from spinecounsel.discussion import moves
from spinecounsel.discussion.discussion import Comparison
from spinecounsel.discussion.values import Importance, ValueAnswer
from spinecounsel.viewing.compare import compare_view
from spinecounsel.viewing.compare_cells import CompareCell, CompareRow
from spinecounsel.viewing.compare_choice import picking_everything
from tests.helpers.clock import START
from tests.helpers.layout import cuts
from tests.helpers.packs import shipped_pack
from tests.helpers.sessions import begun_session
from tests.helpers.talks import METASTASIS, OPTIONS
from tests.helpers.tours import settle
from ui.cabinet import Cabinet
from ui.pages.compare.cell import CellPanel
from ui.pages.compare.line import RowHead
from ui.tasks import Worker
from ui.theme.theme import theme
from ui.widgets.check_row import CheckRow
from ui.widgets.mini_pictograph import MiniPictograph
from ui.widgets.text import Text
from ui.wiring.compare import CompareWiring


@pytest.fixture
def session(qtbot, clock):
    return begun_session(clock, case=METASTASIS, options=OPTIONS)


@pytest.fixture
def page(qtbot, session):
    wiring = CompareWiring(session)
    qtbot.addWidget(wiring.page)
    session.changed.connect(wiring.show)
    wiring.page.resize(1138, 624)
    with qtbot.waitExposed(wiring.page):
        wiring.page.show()
    wiring.show()
    return wiring.page


def shown(page, kind):
    """Give what is visible once the layout has settled."""
    settle()
    return [each for each in page.findChildren(kind) if each.isVisibleTo(page)]


def words(page):
    """Give what stands on the page: sentences, and what is printed in the cells."""
    printed = [piece.words() for each in cells(page) for piece in each.pieces()]
    return [each.text() for each in shown(page, Text)] + printed


def cells(page):
    return shown(page, CellPanel)


def test_the_comparison_is_noted_and_names_every_option(page, session):
    assert session.sitting.discussion.compared
    names = [shipped_pack().option(each).short_name for each in OPTIONS]
    assert set(names) <= set(words(page))
    assert all(each.accessibleName() for each in cells(page))


def test_who_was_studied_is_one_press_away(page):
    assert not any(text.startswith("Who: ") for text in words(page))
    page.findChild(QPushButton, "compare.details").click()
    assert any(text.startswith("Who: ") for text in words(page))


def test_the_patient_s_side_hears_which_row_was_opened_and_when_it_is_closed(page, session):
    told = []
    session.row_shown.connect(told.append)
    head = shown(page, RowHead)[0]
    head.click()
    head.click()
    assert told == [head.objectName().removeprefix("compare.open."), ""]


def test_more_rows_come_on_asking_and_go_again(page):
    few = len(cells(page))
    more = page.findChild(QPushButton, "compare.everything")
    more.click()
    assert len(cells(page)) > few
    more.click()
    assert len(cells(page)) == few


def test_with_large_text_each_cell_names_its_option(qapp, page, session):
    before = len(cells(page))
    theme().apply(qapp, scheme="light", text_scale=2.0)
    assert len(cells(page)) == before
    names = tuple(shipped_pack().option(each).short_name for each in OPTIONS)
    named = [cell for cell in cells(page) if cell.accessibleName().startswith(names)]
    sitting = session.sitting
    view = compare_view(session.pack, sitting.discussion, sitting.agenda)
    rows = [row for group in view.groups for row in group.rows]
    assert len(named) == sum(len(row.cells) for row in rows) > 0
    assert len(cells(page)) - len(named) == sum(row.across is not None for row in rows)


def test_it_is_noted_once(qtbot, session):
    wiring = CompareWiring(session)
    qtbot.addWidget(wiring.page)
    session.changed.connect(wiring.show)
    wiring.show()
    with qtbot.assertNotEmitted(session.changed):
        wiring.show()


def test_what_is_closed_is_named_and_none_of_its_numbers_is_there(page, session):
    page.findChild(QPushButton, "compare.everything").click()
    closed, open_ = [], []
    for group in view_of(session).groups:
        (closed if group.closed else open_).append(group)
    assert closed
    assert {group.question for group in closed} <= set(words(page))
    assert words(page).count("Closed: opened only if you wish to hear it.") == len(closed)
    rows = [row for group in open_ for row in group.rows]
    assert len(cells(page)) == sum(len(row.cells) or 1 for row in rows)


def add(session, *options):
    for option in options:
        session.change(moves.choosing, option, chosen=True)


def heads(page):
    names = {option.short_name for option in shipped_pack().options}
    return [text for text in words(page) if text in names]


@pytest.mark.parametrize("text_scale", [1.0, 2.0])
def test_with_six_options_nothing_is_cut_and_no_column_is_narrow(qapp, page, session, text_scale):
    add(session, "observation", "corticosteroids")
    theme().apply(qapp, scheme="light", text_scale=text_scale)
    page.findChild(QPushButton, "compare.details").click()
    assert shown(page, CellPanel)
    assert list(cuts(page)) == []
    assert min(cell.width() for cell in cells(page)) >= 190


def test_the_other_options_come_into_sight_by_keys_and_the_first_column_stays(qtbot, page, session):
    add(session, "observation", "corticosteroids")
    short = [shipped_pack().option(each).short_name for each in session.sitting.discussion.options]
    assert heads(page) == short[:4]
    titles = [each.title.text() for each in shown(page, RowHead)]
    later = page.findChild(QPushButton, "compare.later")
    for _ in range(2):
        qtbot.keyClick(later, Qt.Key.Key_Space)
    assert heads(page) == short[2:]
    assert [each.title.text() for each in shown(page, RowHead)] == titles
    assert not later.isEnabled()
    page.findChild(QScrollBar, "compare.sideways").setValue(0)
    assert heads(page) == short[:4]


def test_a_number_names_its_other_arm_when_that_is_out_of_sight(page, session):
    add(session, "observation", "corticosteroids")
    shown(page, Text)
    assert "Steroids: 81 of 100 people" in words(page)
    page.findChild(QScrollBar, "compare.sideways").setValue(2)
    assert "Radiotherapy: 63 of 100 people" in words(page)


def test_one_row_is_opened_and_closed_alone(qtbot, page):
    head = shown(page, RowHead)[0]
    qtbot.keyClick(head, Qt.Key.Key_Return)
    told = [text for text in words(page) if text.startswith("Who: ")]
    assert 1 <= len(told) <= 2
    assert head.hasFocus() or head.isVisible()
    qtbot.mouseClick(head.parentWidget(), Qt.MouseButton.LeftButton)
    assert not any(text.startswith("Who: ") for text in words(page))


def test_rows_and_options_are_chosen_and_kept_with_the_talk(page, session):
    before = len(cells(page))
    page.findChild(QPushButton, "compare.rows").click()
    assert cells(page) == []
    page.findChild(CheckRow, "compare.row.walk-after").click()
    page.findChild(CheckRow, f"compare.option.{OPTIONS[3]}").click()
    page.findChild(QPushButton, "compare.rows").click()
    assert 0 < len(cells(page)) < before
    comparison = session.sitting.discussion.comparison
    assert comparison.options == OPTIONS[:3]
    assert "walk-after" not in comparison.concepts
    page.findChild(QPushButton, "compare.main").click()
    assert session.sitting.discussion.comparison.concepts == ()


def test_only_what_matters_is_offered_when_something_does(page, session):
    matters = page.findChild(QPushButton, "compare.matters")
    page.findChild(QPushButton, "compare.rows").click()
    assert not matters.isVisible()
    answer = ValueAnswer(statement="pain", text="pain", importance=Importance.VERY)
    session.change(moves.weighing, answer, when=START)
    assert matters.isVisible()
    matters.click()
    assert "pain-less" in session.sitting.discussion.comparison.concepts


@pytest.fixture
def cabinet(qtbot, session, tmp_path, clock):
    made = Cabinet(tmp_path / "vault", Worker(), session.pack, clock)
    session.cabinet = made
    yield made
    made.close()


def sheet_of(page, session, qtbot, tmp_path, cabinet):
    """Ask for the file and give what lies in it, None when it was refused."""
    page.findChild(QAction, "compare.save").trigger()
    cabinet.worker.settle()
    dialog = page.window().findChild(QFileDialog, "compare.file")
    if dialog is None:
        return None
    dialog.fileSelected.emit(str(tmp_path / "sheet.pdf"))
    dialog.close()
    cabinet.worker.settle()
    return (tmp_path / "sheet.pdf").read_bytes()


def test_a_sheet_of_the_chosen_rows_is_saved(page, session, cabinet, qtbot, tmp_path):
    session.change(moves.selecting, Comparison(concepts=("walk-after", "bone-break")))
    assert sheet_of(page, session, qtbot, tmp_path, cabinet).startswith(b"%PDF")
    assert any(text.startswith("Saved: ") for text in words(page))


def view_of(session):
    sitting = session.sitting
    said = moves.selecting(
        sitting.discussion, picking_everything(session.pack, sitting.discussion, on=True)
    )
    return compare_view(session.pack, said, sitting.agenda)


def test_a_number_out_of_more_than_100_says_so(qtbot):
    cell = CompareCell(
        kind="number",
        option="radiosurgery",
        text="6 of 1,000 people",
        number="6",
        rest="of 1,000 people",
        count=6,
        out_of=1000,
        drawn=True,
        certainty="low",
        estimate="x",
        sentence="About 6 in 1,000 people had cord damage.",
    )
    row = CompareRow(
        key="x", title="Cord injury", span="", kind="risk", joined=False, cells=(cell,)
    )
    panel = CellPanel(cell, row, name="")
    qtbot.addWidget(panel)
    assert "6 of 1,000 people" in [each.words() for each in panel.pieces()]


def places(page):
    """Give where each cell and each picture of people stands."""
    settle()
    drawn = [*shown(page, CellPanel), *shown(page, MiniPictograph)]
    return [each.geometry() for each in drawn]


def test_rows_that_are_opened_and_shut_again_stand_as_they_stood(page):
    before, press = places(page), page.findChild(QPushButton, "compare.details").click
    press()
    opened = places(page)
    assert sum(each.height() for each in opened) > sum(each.height() for each in before)
    for panel in cells(page):
        assert panel.height() >= panel.heightForWidth(panel.width())
    press()
    assert places(page) == before
    press()
    assert places(page) == opened
