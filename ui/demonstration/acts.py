"""The scenes of the demonstration, by the names of what its people touch."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from spinecounsel.discussion.people import NumberView
from ui.demonstration.asking import Asking
from ui.demonstration.deciding import Deciding
from ui.demonstration.handing import Handing
from ui.demonstration.hands import Hands
from ui.demonstration.script import Script
from ui.demonstration.telling import Telling
from ui.wiring.program import Program

Scene = tuple[str, Callable[[], None]]


class Acts:
    """Gives what is done at each step, in order."""

    def __init__(self, hands: Hands, program: Program, script: Script) -> None:
        self._hands, self._script = hands, script
        people = (hands, program.session, script)
        self._asking, self._telling, self._deciding = (
            Asking(*people),
            Telling(*people),
            Deciding(*people),
        )
        self._handing = Handing(hands, program)

    def scenes(self, passphrase: str, document: Path) -> tuple[Scene, ...]:
        """Give every step with what is done in it."""
        asking, telling, deciding = self._asking, self._telling, self._deciding
        handing = self._handing
        return (
            ("unlock", partial(self._unlock, passphrase)),
            ("library", self._library),
            ("person", asking.person),
            ("case", asking.case),
            ("options", asking.options),
            ("expect", telling.expect),
            ("walk", telling.walk),
            ("walk-number", partial(telling.see, NumberView.NUMBER)),
            ("walk-bar", partial(telling.see, NumberView.BAR)),
            ("walk-words", partial(telling.see, NumberView.WORDS)),
            ("patient", self._turn),
            ("ahead", self._ahead),
            ("days", telling.days),
            ("found", telling.look_back),
            ("compare", telling.compare),
            ("values", deciding.values),
            ("fit", deciding.fit),
            ("understanding", deciding.understanding),
            ("decision", deciding.decision),
            ("sign", deciding.sign),
            ("finished", partial(self._finish, passphrase, document)),
            ("copy", partial(handing.copies, document.parent)),
            ("copy-text", handing.text),
            *self._added(passphrase),
            ("verify", partial(handing.check, document)),
        )

    def _added(self, passphrase: str) -> tuple[Scene, ...]:
        """Give the scene in which something is added, where the script has one."""
        words = self._script.later
        return (("later", partial(self._handing.add, words, passphrase)),) if words else ()

    def _finish(self, passphrase: str, document: Path) -> None:
        self._deciding.seal(passphrase)
        self._handing.record(document)

    def _unlock(self, passphrase: str) -> None:
        hands, clinician = self._hands, self._script.clinician
        hands.type("unlock.name", clinician.name)
        hands.type("unlock.role", clinician.role)
        hands.type("unlock.passphrase", passphrase)
        hands.type("unlock.repeat", passphrase)

    def _turn(self) -> None:
        """Turn the console away: the patient's view fills the window."""
        self._telling.see(self._script.numbers)
        self._hands.press("F9")
        self._hands.seen("patient")

    def _ahead(self) -> None:
        self._hands.press("F9")
        self._telling.ahead()

    def _library(self) -> None:
        self._hands.click("unlock.go")
        self._hands.copy("recovery.group", "recovery.typed")
        self._hands.click("recovery.go")
        self._hands.click("first.later")
        self._hands.click("first.list")
        self._hands.seen("library.new")
