import pytest

from tests.helpers.layout import cuts
from ui.theme.theme import theme
from ui.widgets.banner import Banner
from ui.widgets.button import Button
from ui.widgets.identity import JOINED, NO_BREAK, BannerFact
from ui.widgets.text import Text

FACTS = (
    BannerFact("Born", "30 September 1971", main=True),
    BannerFact("Hospital number", "H-12345678-X", main=True),
    BannerFact("Language", "English", main=False),
    BannerFact("In the room", "Interpreter, relative, nurse", main=False),
)


@pytest.fixture
def banner(qtbot):
    made = Banner()
    qtbot.addWidget(made)
    return made


LONG_NAME = "Maximiliane-Charlotte Freifrau von Hohenlohe-Waldenburg-Schillingsfürst"
LONG_NUMBER = (FACTS[0], BannerFact("Hospital number", "KH-2026-00012345678-XQ", main=True))


def shown_at(qapp, banner, width, scale):
    """Show it as the window does: as wide as that is, and as high as it asks to be."""
    theme().apply(qapp, scheme="light", text_scale=scale)
    banner.resize(width, 90)
    banner.show()
    qapp.processEvents()
    high = max(banner.minimumHeight(), banner.layout().totalHeightForWidth(width))
    banner.resize(width, high)
    qapp.processEvents()
    return high


@pytest.mark.parametrize("width", [1024, 1366])
@pytest.mark.parametrize("scale", [1.0, 1.25, 1.5, 2.0])
@pytest.mark.parametrize("facts", [FACTS, LONG_NUMBER])
@pytest.mark.parametrize("name", ["Ελένη Παπαδοπούλου", "Müller-Lüdenscheidt", "Bo Li", LONG_NAME])
def test_who_it_is_about_is_whole_at_any_size(qapp, banner, width, scale, facts, name):
    banner.show_person(name, facts)
    high = shown_at(qapp, banner, width, scale)
    texts = [each for each in banner.findChildren(Text) if each.isVisible()]
    words = " ".join(each.text() for each in texts).replace(NO_BREAK, " ").replace(JOINED, "")
    assert all(each in words for each in (name, *(fact.text for fact in facts if fact.main)))
    assert list(cuts(banner)) == []
    assert all(each.minimumSizeHint().width() <= each.width() for each in texts)
    assert high <= (144 if width > 1024 else 176)


def test_a_number_is_not_broken_where_a_line_would_hold_it(qapp, banner):
    banner.show_person("Sample Patient", (FACTS[0], BannerFact("Number", "TEST-0001", main=True)))
    shown_at(qapp, banner, 1024, 2.0)
    said = banner._person._sentence
    lines = said._set(said.width())._layout
    start, end = said.text().rindex(f"TEST-{JOINED}0001"), len(said.text()) - 1
    assert lines.lineCount() == 2
    assert lines.lineForTextPosition(start).lineNumber() == 1
    assert lines.lineForTextPosition(end).lineNumber() == 1


def test_colours_and_help_stand_in_the_menu_where_a_name_needs_the_room(qapp, banner):
    banner.show_person(LONG_NAME, LONG_NUMBER)
    shown_at(qapp, banner, 1024, 2.0)
    assert not banner.findChild(Button, "frame.colours").isVisible()
    assert banner.findChild(Button, "frame.text_larger").isVisible()
    offered = [each.text() for each in banner._menu.actions() if each.isVisible()]
    assert offered[-2:] == ["Colours", "Help"]
    shown_at(qapp, banner, 1920, 1.0)
    assert banner.findChild(Button, "frame.colours").isVisible()


@pytest.mark.parametrize("width", [1024, 1366])
@pytest.mark.parametrize("scale", [1.0, 1.5, 2.0])
@pytest.mark.parametrize(
    "who", ["Dr Nóra Åström-Ögmundsdóttir", "Dr Ada Beispiel", "Dr " + "Alexandra " * 12]
)
def test_nothing_is_cut_beside_who_is_signed_in(qapp, banner, width, scale, who):
    banner.show_house(who, library=True)
    shown_at(qapp, banner, width, scale)
    assert list(cuts(banner)) == []
    button = banner.findChild(Button, "frame.clinician")
    assert who in button.accessibleName()
    assert button.toolTip() == who
    whole = button.text() == who
    assert whole or (button.text().endswith("…") and len(button.text()) > len("Dr A"))
    assert whole or not banner._house._name.isVisible()


def test_buttons_without_room_stand_in_a_menu(qapp, qtbot, banner):
    banner.show_person("Ελένη Παπαδοπούλου", FACTS)
    banner.resize(1024, 90)
    with qtbot.waitExposed(banner):
        banner.show()
    assert banner._more.isVisible()
    assert not banner._turn.isVisible()
    turn = banner._menu.actions()[1]
    with qtbot.waitSignal(banner.turn_asked):
        turn.trigger()
    banner.resize(1920, 90)
    assert not banner._more.isVisible()
    assert banner._turn.isVisible()


def test_buttons_come_back_with_smaller_text(qapp, qtbot, banner):
    banner.show_person("Ελένη Παπαδοπούλου", FACTS)
    banner.setFixedWidth(1560)
    with qtbot.waitExposed(banner):
        banner.show()
    for scale, folded in ((2.0, True), (1.0, False)):
        theme().apply(qapp, scheme="light", text_scale=scale)
        qtbot.waitUntil(lambda folded=folded: banner._more.isVisible() is folded)


@pytest.mark.parametrize(
    ("name", "scale", "shown"),
    [("Klinik Süd", 1.0, True), ("Klinik Süd", 2.0, False), ("Spine House " * 20, 1.0, False)],
)
def test_the_clinic_stands_below_the_program_where_there_is_room(
    qapp, qtbot, banner, name, scale, shown
):
    theme().apply(qapp, scheme="light", text_scale=scale)
    banner.show_house("Dr Ada Beispiel", library=True)
    banner.show_clinic(name)
    banner.resize(1366, 90)
    with qtbot.waitExposed(banner):
        banner.show()
    assert (
        name in [each.text() for each in banner.findChildren(Text) if each.isVisible()]
    ) == shown
    assert banner.sizeHint().height() < 150
