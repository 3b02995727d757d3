"""The whole program for tests: a real vault, quick to open, and pages that hold nothing."""

from contextlib import contextmanager
from itertools import count

import pytest
from PySide6.QtWidgets import QApplication, QLineEdit, QVBoxLayout, QWidget

from spinecounsel.discussion.steps import ORDER
from spinecounsel.storage import create_vault, opening
from spinecounsel.storage.doors import keyring
from spinecounsel.storage.keys.costs import Cost
from tests.helpers.packs import shipped_pack
from tests.helpers.talks import CLINICIAN
from ui.cabinet import Cabinet
from ui.pages.page import Page
from ui.session import Session
from ui.tasks import Worker
from ui.wiring.program import VAULT, Program
from ui.wiring.wiring import Wiring

PASSPHRASE = "four words of trial"  # noqa: S105 - of vaults that are made up
QUICK = Cost(time_cost=1, memory_kib=8, lanes=1)


class NamePage(Page):
    """A page with one field: the name of the patient."""

    def __init__(self):
        super().__init__()
        self.field = QLineEdit()
        self.field.setObjectName("field")
        QVBoxLayout(self).addWidget(self.field)

    def initial_focus(self) -> QWidget:
        return self.field


class NameWiring(Wiring):
    """Shows the name of the patient."""

    def __init__(self, session):
        super().__init__(NamePage(), session)

    def show(self):
        self.page.field.setText(self.session.sitting.discussion.patient.name)


def quick_vault(home, now):
    """Create a vault in ``home`` that opens without a wait; its one person is a clinician.

    Its recovery code is on paper, so nobody is asked to copy one.
    """
    name, title = CLINICIAN.name, CLINICIAN.role
    path = home / VAULT
    vault = create_vault(path, PASSPHRASE, name=name, title=title, now=now, cost=QUICK)
    vault.people.use_recovery_code(vault.recovery_code, now=now)
    vault.close()


@contextmanager
def program_in(home, clock, *, wirings=None):
    """Give a ``Program`` for the vault in ``home``; without ``wirings``, with plain pages only."""
    ids = (f"id-{number}" for number in count(1))
    cabinet = Cabinet(home / VAULT, Worker(), shipped_pack(), clock)
    session = Session(shipped_pack(), cabinet, clock, lambda: next(ids))
    wirings = wirings or dict.fromkeys(ORDER, NameWiring)
    program = Program(QApplication.instance(), home=home, session=session, wirings=wirings)
    with pytest.MonkeyPatch.context() as patch:
        for module in (keyring, opening):
            patch.setattr(module, "cost_of_this_machine", lambda: QUICK)
        yield program
    program.close()
    program.window.let_go()
    program.window.deleteLater()
