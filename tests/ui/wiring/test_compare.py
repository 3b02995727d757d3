import pytest
from PySide6.QtWidgets import QApplication, QPushButton

from spinecounsel.discussion import moves
from spinecounsel.viewing.compare import CompareCell, CompareRow, compare_view
from tests.helpers.layout import cuts
from tests.helpers.packs import shipped_pack
from tests.helpers.sessions import begun_session
from tests.helpers.talks import METASTASIS, OPTIONS
from ui.pages.compare.cell import CellPanel
from ui.theme.theme import theme
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
    for _ in range(3):
        QApplication.processEvents()
    return [each for each in page.findChildren(kind) if each.isVisibleTo(page)]


def words(page):
    return [each.text() for each in shown(page, Text)]


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
    for cell in cells(page):
        assert cell.accessibleName().startswith(
            tuple(shipped_pack().option(each).short_name for each in OPTIONS)
        )


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
    assert len(cells(page)) == sum(len(row.cells) for group in open_ for row in group.rows)


@pytest.mark.parametrize("text_scale", [1.0, 2.0])
def test_six_options_have_a_cell_each_in_every_row_and_nothing_is_cut(
    qapp, page, session, text_scale
):
    for option in ("observation", "corticosteroids"):
        session.change(moves.choosing, option, chosen=True)
    for button in ("compare.everything", "compare.details"):
        page.findChild(QPushButton, button).click()
    theme().apply(qapp, scheme="light", text_scale=text_scale)
    rows = [row for group in view_of(session).groups if not group.closed for row in group.rows]
    assert len(cells(page)) == 6 * len(rows)
    assert list(cuts(page)) == []


def view_of(session):
    sitting = session.sitting
    return compare_view(
        session.pack,
        sitting.discussion.options,
        sitting.fitting,
        opened=sitting.opened_concepts,
        everything=True,
    )


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
        sentence="About 6 in 1,000 people had cord damage.",
    )
    row = CompareRow(
        key="x", title="Cord injury", span="", kind="risk", joined=False, cells=(cell,)
    )
    panel = CellPanel(cell, row, name="", details=False)
    qtbot.addWidget(panel)
    assert "of 1,000 people" in [each.text() for each in panel.findChildren(Text)]
