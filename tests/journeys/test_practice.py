"""Practising: the real program with made-up patients, of which nothing is left."""

import os
import signal
import subprocess
import sys
import tempfile
from functools import partial
from itertools import count

import pytest
from PySide6.QtWidgets import QApplication, QMenu, QWidget

from spinecounsel.consultation import settings
from spinecounsel.consultation.practice import PASSPHRASE, Room
from spinecounsel.discussion import moves
from spinecounsel.discussion.decision import Consent, Decision, Postponement
from spinecounsel.discussion.steps import State
from spinecounsel.record.signature import Method, Signature, SignerRole
from spinecounsel.record.statements import statements
from tests.helpers.demonstrations import COMMAND, EXAMPLES, text_of
from tests.helpers.packs import shipped_pack
from tests.helpers.programs import program_in
from tests.helpers.talks import STROKE
from ui import app
from ui.demonstration.practice import practice_in
from ui.widgets.notice import Notice

ROOT = EXAMPLES.parents[1]
CLOSED_AT_THE_LIST = """
import sys
from functools import partial
from PySide6.QtCore import QTimer
from ui import app
live = app._live
def lived(qt, program):
    program.desk.unlocked.connect(partial(QTimer.singleShot, 200, program.window.close))
    return live(qt, program)
app._live = lived
sys.exit(app.main(["practise"]))
"""


@pytest.fixture(autouse=True)
def temporary(tmp_path, monkeypatch):
    folder = tmp_path / "temporary"
    folder.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(folder))
    return folder


@pytest.fixture
def surroundings(temporary, tmp_path):
    """Of a process of its own, which keeps its data in an empty folder."""
    (tmp_path / "data").mkdir()
    return os.environ | {
        "QT_QPA_PLATFORM": "offscreen",
        "SPINECOUNSEL_HOME": str(tmp_path / "data"),
        "TMPDIR": str(temporary),
        "TEMP": str(temporary),
    }


@pytest.fixture
def practice(qtbot, clock):
    ids = (f"id-{number}" for number in count(1))
    room = Room.entered()
    program = practice_in(
        room,
        QApplication.instance(),
        pack=shipped_pack(),
        clock=clock,
        new_id=partial(next, ids),
    )
    program.window.resize(1366, 768)
    program.window.show()
    settle(program)
    yield program
    program.close()
    program.window.let_go()
    program.window.deleteLater()
    room.leave()
    assert not room.folder.exists()


def settle(program):
    for _ in range(8):
        program.session.cabinet.long.settle()


def part(program, name, kind=QWidget):
    return program.window.findChild(kind, name)


def signed(sitting, clock):
    text = statements(sitting.pack, sitting.discussion)
    people = (
        (sitting.discussion.patient.name, SignerRole.PATIENT),
        (sitting.discussion.clinician.name, SignerRole.CLINICIAN),
    )
    return tuple(
        Signature(
            name=name,
            role=role,
            when=clock(),
            method=Method.DRAWN,
            statements=text,
            strokes=(STROKE,),
        )
        for name, role in people
    )


def test_both_examples_wait_as_drafts_that_can_be_talked_through_at_once(practice):
    assert practice.window.screen_name == "library"
    notice = part(practice, "practice.notice", Notice).sentence.text()
    assert notice.startswith(
        "Practice: made-up patient, nothing is kept but what you save or print. Passphrase: "
    )
    assert PASSPHRASE in notice
    rows = practice.desk.listing._rows
    assert {row.name for row in rows} == {
        "Sample Patient (made up)",
        "Ελένη Παπαδοπούλου (made up)",
    }
    for row in rows:
        practice.desk.take_up(row.id)
        settle(practice)
        progress = practice.session.sitting.progress
        assert {progress[step].state for step in ("person", "case", "options")} == {State.DONE}
        practice.desk.go_to_library()
        settle(practice)


def test_what_is_signed_is_a_real_paper_that_says_what_it_is(practice, clock):
    practice.desk.house.change(
        settings.write, key="name", typed="Spine Clinic", done=lambda: None, failed=pytest.fail
    )
    settle(practice)
    row = practice.desk.listing._rows[0]
    practice.desk.take_up(row.id)
    settle(practice)
    waits = Decision(consent=Consent.POSTPONED, postponement=Postponement.MORE_TIME)
    assert practice.session.change(moves.deciding, waits)
    practice.session.finish(signed(practice.session.sitting, clock))
    settle(practice)
    assert practice.window.screen_name == "finished"
    text = text_of(practice.desk.paper._filed.document)
    assert "Practice, made-up patient: Spine Clinic" in text
    assert "Practice: this is not a real patient." in text
    assert row.name in text
    assert "(made up)" in row.name


def test_a_practice_does_not_offer_another(practice):
    for place in ("frame", "unlock", "verify"):
        menu = practice.window.findChild(QMenu, f"{place}.help_menu")
        shown = [action.text() for action in menu.actions() if action.isVisible()]
        assert shown == ["Manual (F1)", "Keys (F2)", "About this program"]


def test_locked_it_opens_with_the_words_that_are_shown(practice):
    practice.desk.lock()
    settle(practice)
    assert part(practice, "practice.notice").isVisible()
    part(practice, "unlock.passphrase").setText(PASSPHRASE)
    part(practice, "unlock.go").click()
    settle(practice)
    assert practice.window.screen_name == "library"


def test_a_process_of_its_own_leaves_nothing_behind(surroundings, temporary, tmp_path):
    done = subprocess.run(
        [sys.executable, "-c", CLOSED_AT_THE_LIST],
        cwd=ROOT,
        env=surroundings,
        capture_output=True,
        text=True,
        check=False,
    )
    errors = [line for line in done.stderr.splitlines() if "does not support" not in line]
    assert (done.returncode, errors) == (0, [])
    assert list(temporary.iterdir()) == []
    assert list((tmp_path / "data").iterdir()) == []


@pytest.mark.skipif(os.name == "nt", reason="no signals")
@pytest.mark.parametrize("asked", ["SIGTERM", "SIGINT"])
def test_one_that_is_asked_to_end_deletes_its_folder_first(
    qtbot, surroundings, temporary, tmp_path, asked
):
    with subprocess.Popen(
        [*COMMAND, "practise"],
        cwd=ROOT,
        env=surroundings,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        text=True,
    ) as process:
        qtbot.waitUntil(lambda: any(temporary.glob("*/*.open-now")), timeout=30_000)
        process.send_signal(signal.Signals[asked])
        _, errors = process.communicate(timeout=30)
    told = [line for line in errors.splitlines() if "does not support" not in line]
    assert (process.returncode, told) == (0, [])
    assert list(temporary.iterdir()) == []
    assert list((tmp_path / "data").iterdir()) == []


@pytest.mark.skipif(os.name == "nt", reason="no signals")
def test_one_that_is_killed_is_cleared_away_by_the_next_start(
    qtbot, surroundings, temporary, tmp_path, clock
):
    with (
        subprocess.Popen(
            [*COMMAND, "practise"],
            cwd=ROOT,
            env=surroundings,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        ) as process,
        program_in(tmp_path / "data", clock) as program,
    ):
        qtbot.waitUntil(lambda: any(temporary.glob("*/*.open-now")), timeout=30_000)
        (folder,) = temporary.iterdir()
        swept(program)
        assert folder.exists()
        process.kill()
        process.wait()
        swept(program)
        assert not folder.exists()


def swept(program):
    app._sweep(program)
    settle(program)
