import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QWidget

from spinecounsel.viewing.recovery import Moment, recovery_view
from ui.pages.recovery.page import RecoveryPage
from ui.widgets.notice import Notice
from ui.widgets.text import Text

CODE = "WQWXJ-2N86X-TXFPW-XV8TE-AFFT3-PVN30-YTFKP"


@pytest.fixture
def page(qtbot):
    made = RecoveryPage()
    qtbot.addWidget(made)
    made.show_view(recovery_view(CODE))
    with qtbot.waitExposed(made):
        made.show()
    return made


def part(page, name, kind=QWidget):
    return page.findChild(kind, f"recovery.{name}")


def test_it_goes_on_only_once_a_group_was_typed_back(qtbot, page):
    with qtbot.assertNotEmitted(page.kept):
        part(page, "typed").setText("WQWXJ")
        part(page, "go").click()
    assert any(notice.isVisible() for notice in page.findChildren(Notice))
    part(page, "typed").setText("txfpw")
    with qtbot.waitSignal(page.kept):
        qtbot.keyClick(part(page, "typed", QLineEdit), Qt.Key.Key_Return)


def test_only_where_another_code_or_another_day_will_do_can_it_be_left(qtbot, page):
    assert not part(page, "later").isVisible()
    page.show_view(recovery_view(CODE, Moment.NEXT))
    assert part(page, "later").text() == "Keep the old code"
    with qtbot.assertNotEmitted(page.kept), qtbot.waitSignal(page.left):
        part(page, "later").click()


def test_it_can_be_printed(qtbot, page):
    with qtbot.waitSignal(page.print_asked):
        part(page, "print").click()


def test_the_code_is_read_out_and_afterwards_in_no_widget(page):
    assert "W Q W X J" in part(page, "code").accessibleName()
    page.clear()
    held = [text.text() for text in page.findChildren(Text)]
    assert not set(CODE.split("-")) & set(held)
    assert part(page, "code").accessibleName() == ""
    assert part(page, "typed", QLineEdit).text() == ""
