import pytest

from ui.theme.theme import theme
from ui.widgets.banner import Banner, BannerFact
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


@pytest.mark.parametrize(
    ("width", "scale"), [(1024, 1.0), (1366, 1.0), (1366, 1.5), (1366, 2.0), (1920, 2.0)]
)
@pytest.mark.parametrize("name", ["Ελένη Παπαδοπούλου", "Müller-Lüdenscheidt", "Bo Li"])
def test_who_it_is_about_is_whole_at_any_size(qapp, qtbot, banner, width, scale, name):
    theme().apply(qapp, scheme="light", text_scale=scale)
    banner.show_person(name, FACTS)
    banner.resize(width, 90)
    with qtbot.waitExposed(banner):
        banner.show()
    shown = {each.text(): each for each in banner.findChildren(Text) if each.isVisible()}
    for text in (name, *(fact.text for fact in FACTS if fact.main)):
        longest = max(text.split(), key=len)
        assert shown[text].fontMetrics().horizontalAdvance(longest) <= shown[text].width()


def test_buttons_without_room_stand_in_a_menu(qapp, qtbot, banner):
    banner.show_person("Ελένη Παπαδοπούλου", FACTS)
    banner.resize(1024, 90)
    with qtbot.waitExposed(banner):
        banner.show()
    assert banner._more.isVisible()
    assert not banner._turn.isVisible()
    _library, turn, _screen = banner._menu.actions()
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
