"""What stands between head and foot of the card; that of the topics beside is made beforehand."""

from collections.abc import Iterator

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QWidget

from spinecounsel.viewing.walk_card import CardView
from ui.pages.walk.estimate import BlockPanel
from ui.pages.walk.parts import parts_panel
from ui.pages.walk.told import ToldCard, Why
from ui.theme.theme import theme
from ui.widgets.card import Rule, column
from ui.widgets.laying import appear, laid_out_once
from ui.widgets.slices import Slices
from ui.widgets.text import Text


class Contents(QWidget):
    """Shows the content of one card; ``prepare`` makes that of others while nobody waits for it.

    What is neither shown nor prepared is deleted: nothing stays that may no longer be seen.
    """

    def __init__(self) -> None:
        super().__init__()
        self._made: dict[tuple[object, ...], _Content] = {}
        self._shown: tuple[object, ...] = ()
        self._column = column(self, spacing=0)
        self._ahead = Slices(self)
        theme().themed.connect(self._on_themed)

    def show_card(self, view: CardView) -> bool:
        """Show the content of ``view``, and tell whether it is another than before."""
        looks = _looks(view)
        if looks == self._shown:
            return False
        self._ahead.forget()
        before, self._shown = self._made.get(self._shown), looks
        content = self._made.get(looks) or self._make(view)
        with laid_out_once(self):
            if before is not None:
                before.hide()
            appear(content, self.width())
        return True

    def prepare(self, views: Iterator[CardView]) -> None:
        """Make the content of ``views`` while nothing else is to be done."""
        self._ahead.take(self._steps(views), until=_at_once)

    def buttons(self) -> list[QAbstractButton]:
        """Give the buttons of what is shown."""
        content = self._made.get(self._shown)
        return content.findChildren(QAbstractButton) if content is not None else []

    def _make(self, view: CardView) -> "_Content":
        made = _Content(view)
        self._column.addWidget(made)
        self._made[_looks(view)] = made
        return made

    def _steps(self, views: Iterator[CardView]) -> Iterator[None]:
        kept = {self._shown}
        for view in views:
            kept.add(_looks(view))
            yield
            if _looks(view) not in self._made:
                made = self._make(view)
                made.hide()
                yield
                yield from _settled(made, self.width())
        self._keep(kept)

    def _keep(self, kept: set[tuple[object, ...]]) -> None:
        for looks in [each for each in self._made if each not in kept]:
            content = self._made.pop(looks)
            self._column.removeWidget(content)
            content.hide()
            content.deleteLater()

    def _on_themed(self) -> None:
        """What was made beforehand is of another size now."""
        self._ahead.forget()
        self._keep({self._shown})


class _Content(QWidget):
    """Why nothing is shown, or numbers and sentences with what they rest on."""

    def __init__(self, view: CardView) -> None:
        super().__init__()
        whole = column(self, spacing=theme().px("xl"))
        if view.why:
            whole.addWidget(Why(view))
        if view.limits:
            whole.addWidget(Text(view.limits, "lead", "ink2"))
        if view.blocks and view.parts:
            whole.addWidget(parts_panel(view.parts))
        for place, block in enumerate(view.blocks):
            if place:
                whole.addWidget(Rule())
            titled = len(view.blocks) > 1 or block.estimates[0].title != view.title
            titled = titled and len(block.estimates) == 1
            whole.addWidget(BlockPanel(block, view.numbers, titled=titled))
        if view.parts and not view.blocks:
            whole.addWidget(parts_panel(view.parts))
        if view.told:
            whole.addWidget(ToldCard(view.told))


def _settled(content: QWidget, width: int) -> Iterator[None]:
    """Dress what is hidden, and lay it out as if it were shown."""
    for each in content.findChildren(QWidget):
        if not each.testAttribute(Qt.WidgetAttribute.WA_WState_ExplicitShowHide):
            each.show()  # seen only with all of it; layouts leave out what was never shown
    yield
    content.resize(width, content.heightForWidth(width))
    inner = content.layout()
    if inner is not None:
        inner.activate()


def _looks(view: CardView) -> tuple[object, ...]:
    """Give what the content depends on."""
    numbers = view.numbers if view.counted else None
    return view.key, view.why, view.blocks, view.parts, view.limits, view.told, numbers


def _at_once() -> bool:
    return True
