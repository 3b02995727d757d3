import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import (
    QAbstractButton,
    QDialog,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QWidget,
)

from spinecounsel.case.case import Case, Side, SinsAnswers, Walking
from spinecounsel.content.model import TumourClass
from spinecounsel.viewing.case import Part, case_view
from tests.helpers.keys import tabbed
from tests.helpers.packs import shipped_pack
from ui.pages.case.page import CasePage
from ui.widgets.fold import FoldQuestion
from ui.widgets.text import PageTitle, Text

CASE = Case(
    tumour_class=TumourClass.METASTATIC,
    histology="prostate",
    levels=("T10",),
    side=Side.RIGHT,
    sins=SinsAnswers(pain="mechanical"),
)


def view(case=CASE, **more):
    return case_view(shipped_pack(), case, **more)


@pytest.fixture(scope="module")
def built(qapp):
    """The page is built once, as in the window."""
    made = CasePage()
    made.resize(1138, 624)
    made.show_view(view())
    yield made
    made.deleteLater()


@pytest.fixture
def page(built, qtbot):
    for fold in built.findChildren(FoldQuestion):
        fold.fold()
    go_to(built, Part.TUMOUR)
    built.setFocus()
    built.show_view(view())
    with qtbot.waitActive(built):
        built.show()
        built.activateWindow()
    return built


def find(page, name, kind=QAbstractButton):
    found = page.findChild(kind, name)
    assert found is not None, name
    return found


def go_to(page, part):
    find(page, f"case.tab.{part}").click()


def controls(page):
    focusable = Qt.FocusPolicy.TabFocus
    return [
        each
        for each in page.findChildren(QWidget)
        if each.isVisible()
        and each.focusPolicy() & focusable
        and isinstance(each, QAbstractButton | QLineEdit | QPlainTextEdit)
    ]


@pytest.mark.parametrize("part", list(Part))
def test_every_control_of_every_part_has_names(page, part):
    go_to(page, part)
    for control in controls(page):
        assert control.objectName().startswith("case."), control
        name = QAccessible.queryAccessibleInterface(control).text(QAccessible.Text.Name)
        assert name, control.objectName()
    names = [control.objectName() for control in controls(page)]
    assert len(set(names)) == len(names)


@pytest.mark.parametrize("part", list(Part))
def test_the_title_asks_what_the_part_answers(page, part):
    go_to(page, part)
    assert page.findChild(PageTitle).text() == view().parts[list(Part).index(part)].question


def test_arrow_keys_and_space_go_from_part_to_part(page, qtbot):
    find(page, "case.tab.tumour").setFocus()
    qtbot.keyClick(page.focusWidget(), Qt.Key.Key_Right)
    qtbot.keyClick(page.focusWidget(), Qt.Key.Key_Space)
    assert find(page, "case.level.T10").isVisible()


@pytest.mark.parametrize(
    ("part", "name", "said"),
    [
        (Part.TUMOUR, "case.tumour_class.intramedullary", ("tumour_class", "intramedullary")),
        (Part.TUMOUR, "case.finding.nerve-pain.yes", ("finding.nerve-pain", "yes")),
        (Part.NERVES, "case.walking.alone", ("walking", "alone")),
        (Part.FITNESS, "case.serious_illness.no", ("serious_illness", "no")),
        (Part.AIM, "case.aim.comfort", ("aim", "comfort")),
    ],
)
def test_an_answer_is_said_by_a_click(page, qtbot, part, name, said):
    go_to(page, part)
    with qtbot.waitSignal(page.answered) as answered:
        qtbot.mouseClick(find(page, name), Qt.MouseButton.LeftButton)
    assert tuple(answered.args) == said


@pytest.mark.parametrize(
    ("part", "field", "key"),
    [
        (Part.TUMOUR, "histology", "breast"),
        (Part.LEVEL, "side", "both"),
        (Part.LEVEL, "sins.collapse", "under50"),
        (Part.NERVES, "ais", "D"),
        (Part.NERVES, "escc", "1c"),
        (Part.FITNESS, "ecog", "0"),
        (Part.FITNESS, "kps", "90"),
    ],
)
def test_a_folded_answer_is_said_by_two_clicks(page, qtbot, part, field, key):
    go_to(page, part)
    qtbot.mouseClick(find(page, f"case.{field}"), Qt.MouseButton.LeftButton)
    with qtbot.waitSignal(page.answered) as answered:
        qtbot.mouseClick(find(page, f"case.{field}.{key}"), Qt.MouseButton.LeftButton)
    assert answered.args == [field, key]


def test_only_one_item_of_sins_is_open_at_a_time(page):
    go_to(page, Part.LEVEL)
    find(page, "case.sins.pain").click()
    find(page, "case.sins.lesion").click()
    assert not find(page, "case.sins.pain.other").isVisible()
    assert find(page, "case.sins.lesion.lytic").isVisible()


def test_a_new_view_keeps_focus_and_the_part_that_is_seen(page):
    go_to(page, Part.NERVES)
    find(page, "case.walking.cannot").setFocus()
    page.show_view(view(Case(walking=Walking.CANNOT)))
    assert find(page, "case.walking.cannot").hasFocus()
    assert find(page, "case.walking.cannot").isChecked()


def test_another_class_asks_for_other_findings_and_keeps_the_rest(page, qtbot):
    kept = find(page, "case.finding.nerve-pain.yes")
    kept.setFocus()
    page.show_view(view(Case(tumour_class=TumourClass.INTRAMEDULLARY, histology="ependymoma")))
    qtbot.waitUntil(find(page, "case.finding.nf2.yes").isVisible)
    assert find(page, "case.finding.nerve-pain.yes") is kept
    assert kept.hasFocus()


@pytest.mark.parametrize("in_draft", [True, False])
def test_tab_goes_through_the_answers_of_one_finding_after_the_other(qtbot, in_draft):
    window, page = QWidget(), CasePage()
    page.show_view(view(CASE if in_draft else Case()))
    page.setParent(window)
    QPushButton("Rail", window, objectName="rail")
    page.show_view(view())
    qtbot.addWidget(window)
    window.resize(1138, 2000)
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()
    names = tabbed(find(page, "case.histology"))
    fields = [each.field for each in view().tumour.findings]
    keys = ("yes", "no", "not-known")
    answers = [f"case.{field}.{key}" for field in fields for key in keys]
    assert names[: 2 + len(answers)] == ["case.histology", *answers, "rail"]


def test_a_histology_in_own_words_is_written_only_when_asked(page, qtbot):
    field = find(page, "case.histology.words", QLineEdit)
    assert not field.isVisible()
    page.show_view(view(Case(), other_asked=True))
    field.setFocus()
    with qtbot.waitSignal(page.written) as written:
        qtbot.keyClicks(field, "K")
    assert written.args == ["histology", "K"]


def test_a_contradiction_stands_beside_its_field(page):
    go_to(page, Part.NERVES)
    case = Case(walking=Walking.ALONE, ais="A")
    page.show_view(view(case))
    sentence = view(case).problems[0][1]
    assert any(each.text() == sentence and each.isVisible() for each in page.findChildren(Text))


def test_the_text_of_a_score_opens_and_closes(page, qtbot):
    go_to(page, Part.LEVEL)
    find(page, "case.sins.more").click()
    dialog = find(page, "case.score", QDialog)
    assert dialog.isVisible()
    assert "SINS" in dialog.windowTitle()
    with qtbot.waitSignal(dialog.destroyed):
        qtbot.keyClick(find(dialog, "case.score.close"), Qt.Key.Key_Return)


def test_the_page_begins_with_what_is_answered(page):
    page.show_view(view(Case()))
    assert page.initial_focus().objectName() == "case.tumour_class.not-known"


def test_at_100_percent_the_level_fits_without_scrolling(qtbot, page):
    go_to(page, Part.LEVEL)
    lowest = find(page, "case.level.T12")
    qtbot.waitUntil(lambda: lowest.visibleRegion().boundingRect().height() >= 42)
    more = find(page, "case.sins.more")
    qtbot.waitUntil(lambda: not more.visibleRegion().isEmpty())
