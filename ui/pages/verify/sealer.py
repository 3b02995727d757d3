"""What seals documents here, and what readers elsewhere need in order to recognise that."""

from PySide6.QtCore import Qt, Signal, SignalInstance
from PySide6.QtWidgets import QWidget

from spinecounsel.viewing.sealer import SealerView
from spinecounsel.wording import say
from ui.pages.verify.facts import Facts
from ui.theme.theme import theme
from ui.widgets.button import Button
from ui.widgets.card import Card
from ui.widgets.notice import Notice
from ui.widgets.text import Heading, Text
from ui.widgets.wrapping import Wrapping


class SealerCard(Card):
    """Shows a ``SealerView``; it takes the focus, so that it can be read out as a whole.

    ``told()`` when something was said in ``said``, which may lie out of view;
    ``root_asked()`` to save the root certificate, ``site_asked()`` to seal with the clinic's own
    certificate, ``own_asked()`` to seal with the installation's key again.
    """

    told = Signal()
    root_asked = Signal()
    site_asked = Signal()
    own_asked = Signal()

    def __init__(self) -> None:
        super().__init__(pad=24, spacing=12)
        self.setObjectName("verify.sealer")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(say("What seals documents here"))
        self._sentence = Text("", "lead")
        self._problem = Notice()
        self._facts = Facts(())
        self._shown: tuple[tuple[str, str], ...] = ()
        self._root = self._button("root", say("Save the root certificate"), self.root_asked)
        site = say("Use the clinic’s own certificate ...")
        self._site = self._button("site", site, self.site_asked)
        self._own = self._button(
            "own", say("Use this installation’s own key again"), self.own_asked
        )
        self.said = Text("", "row")
        self.said.setObjectName("verify.said")
        self._lay_out()
        self.clear()

    def show_view(self, view: SealerView) -> None:
        """Show what seals now."""
        self._sentence.setText(view.sentence)
        self._problem.show_sentence(view.problem)
        self._own.setVisible(view.may_go_back)
        if view.facts != self._shown:
            self._show_facts(view.facts)
        facts = (f"{label}: {words}." for label, words in view.facts)
        self.setAccessibleDescription(" ".join(filter(None, (view.sentence, view.problem, *facts))))
        self.show()

    def say(self, sentence: str) -> None:
        """Say what was done, or why not; empty for nothing."""
        self.said.setText(sentence)
        self.said.setVisible(bool(sentence))
        if sentence:
            self.told.emit()

    def clear(self) -> None:
        """Show nothing, for nothing is known while the vault is locked."""
        self.say("")
        self.hide()

    def _button(self, ident: str, words: str, signal: SignalInstance) -> Button:
        button = Button(words)
        button.setObjectName(f"verify.{ident}")
        button.clicked.connect(signal)
        return button

    def _lay_out(self) -> None:
        self.add(Heading(self.accessibleName()))
        self.add(self._sentence)
        self.add(self._problem)
        self.add(self._facts)
        self.add(
            Text(
                say(
                    "Give the root certificate to those who check documents elsewhere. With it "
                    "their PDF reader, or SpineCounsel, knows the seal."
                ),
                "body",
                "ink2",
            )
        )
        line = QWidget()
        buttons = Wrapping(line, spacing=theme().px("m"))
        for button in (self._root, self._site, self._own):
            buttons.addWidget(button)
        self.add(line)
        self.add(self.said)

    def _show_facts(self, facts: tuple[tuple[str, str], ...]) -> None:
        old, self._facts, self._shown = self._facts, Facts(facts), facts
        self.column.replaceWidget(old, self._facts)
        self._facts.show()  # at once, not with the next layout
        old.hide()
        old.deleteLater()
