"""Pulled out of the wall at any step: what was said until then is offered again."""

import datetime as dt

import pytest
from PySide6.QtWidgets import QWidget

from spinecounsel.consultation.filing import open_draft
from spinecounsel.discussion.gate import open_topics
from tests.helpers.demonstrations import EXAMPLES, playing, vault_of
from tests.helpers.programs import program_in
from tests.helpers.talks import begun
from tests.journeys.test_demonstration import nothing_lies_in_clear
from ui.demonstration.player import PASSPHRASE

CASE = EXAMPLES / "metastasis-with-cord-compression.toml"


def kill_after(out, step):
    """Play until the line of ``step`` was printed, then end the process at once (SIGKILL)."""
    with playing(out, CASE) as process:
        for line in process.stdout:
            if line.split()[-1] == step:
                process.kill()
                break
        process.communicate()
    assert process.returncode != 0


def named(said):
    return said.patient.name == "Sample Patient" and said.patient.number == "TEST-0001"


def chosen(said):
    return named(said) and len(said.options) == 4 and len(said.left_out) >= 8


def gone_through(said):
    sitting = begun()
    sitting.resume(said)
    left = open_topics(sitting.discussion, sitting.agenda)
    return chosen(said) and left == () and said.questions[0].answer != ""


def decided(said):
    return gone_through(said) and said.decision.options == ("surgery-decompression",)


@pytest.mark.parametrize(
    ("step", "is_kept"),
    [("person", named), ("options", chosen), ("walk", gone_through), ("sign", decided)],
)
def test_everything_up_to_the_kill_is_offered_again(qtbot, tmp_path, step, is_kept):
    kill_after(tmp_path, step)
    with vault_of(tmp_path) as vault:
        (row,) = vault.search("sample", limit=9)
        assert not row.sealed
        assert is_kept(open_draft(vault, row.id, now=row.updated))
        assert vault.check().problems == ()
    nothing_lies_in_clear(tmp_path / "vault")
    said = taken_up_where_it_was_left(tmp_path / "vault")
    assert is_kept(said)
    assert not list((tmp_path / "vault").glob("*.open-now"))


def taken_up_where_it_was_left(home):
    """Unlock in the window, as whoever sat there, and go on with what was open."""
    with program_in(home, lambda: dt.datetime.now().astimezone()) as program:
        program.desk.start()
        program.window.findChild(QWidget, "unlock.passphrase").setText(PASSPHRASE)
        program.window.findChild(QWidget, "unlock.go").click()
        settle(program)
        box = program.window.findChild(QWidget, "leftopen")
        assert "did not close as it should" in box.text()
        assert "This draft was open: Sample Patient, saved at " in box.text()
        program.window.findChild(QWidget, "leftopen.go").click()
        settle(program)
        return program.session.sitting.discussion


def settle(program):
    for _ in range(6):
        program.session.cabinet.long.settle()
