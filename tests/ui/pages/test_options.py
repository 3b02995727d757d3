import pytest

from spinecounsel.viewing.options import OptionGroup, OptionRow
from ui.pages.options.group import OptionsGroup
from ui.theme.theme import theme
from ui.widgets.card import Card
from ui.widgets.text import Heading

ROW = OptionRow(
    id="watch",
    name="Watching and waiting",
    sentence="No rule says when it is used.",
    mark="",
    tag="",
    link="",
    rules=(),
    chosen=False,
    folded=False,
    company="",
)


@pytest.mark.parametrize("scale", [1.0, 1.5, 2.0])
def test_a_group_without_a_remark_stands_right_below_its_title(qapp, qtbot, scale):
    theme().apply(qapp, scheme="light", text_scale=scale)
    group = OptionsGroup(
        OptionGroup(id="watching", title="Watching", remark="", unchosen=(), rows=(ROW,))
    )
    qtbot.addWidget(group)
    group.resize(800, group.sizeHint().height())
    with qtbot.waitExposed(group):
        group.show()
    title, card = group.findChild(Heading), group.findChild(Card)
    assert card.y() - title.geometry().bottom() <= 8
