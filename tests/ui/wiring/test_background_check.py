"""After unlocking, the vault is looked through; only what is wrong is said."""

import pytest

from tests.helpers.programs import PASSPHRASE, program_in, quick_vault
from ui.vault_command import VAULT


@pytest.fixture
def program(qtbot, tmp_path, clock):
    quick_vault(tmp_path, clock())
    with program_in(tmp_path, clock) as made:
        yield made


def unlocked(program, qtbot, said):
    program.window.say_sentence = lambda sentence, **_: said.append(sentence)
    program.background._window = program.window
    program.session.cabinet.unlock(PASSPHRASE, done=lambda _: None, failed=pytest.fail)
    program.session.cabinet.worker.settle()
    program.background.begin()
    program.session.cabinet.worker.settle()
    qtbot.waitUntil(lambda: program.background._check is None)


def test_of_a_good_vault_nothing_is_said(program, qtbot):
    said = []
    unlocked(program, qtbot, said)
    assert said == []


def test_what_is_wrong_is_named_and_work_goes_on(program, qtbot, tmp_path, monkeypatch):
    monkeypatch.setattr(
        "spinecounsel.storage.doors.verifying.record_is_sound", lambda _db, ident: ident != "r1"
    )
    said = []
    program.session.cabinet.unlock(PASSPHRASE, done=lambda _: None, failed=pytest.fail)
    program.session.cabinet.worker.settle()
    program.session.cabinet.ask(filed, now=program.session.clock(), done=str, failed=pytest.fail)
    program.session.cabinet.worker.settle()
    program.session.cabinet.lock(done=lambda _: None)
    program.session.cabinet.worker.settle()
    unlocked(program, qtbot, said)
    (sentence,) = said
    assert "The record r1 is not what was filed." in sentence
    assert (tmp_path / VAULT).exists()


def test_locking_ends_it(program, qtbot):
    program.session.cabinet.unlock(PASSPHRASE, done=lambda _: None, failed=pytest.fail)
    program.session.cabinet.worker.settle()
    program.background.begin()
    program.session.cabinet.lock(done=lambda _: None)
    program.session.cabinet.worker.settle()
    qtbot.waitUntil(lambda: program.background._check is None)


def filed(vault, *, now):
    from spinecounsel.storage import Entry

    entry = Entry(
        id="r1",
        name="Maria Sample",
        number="",
        born=None,
        consulted=now,
        updated=now,
        status="provided",
        options=(),
        body=b"{}",
    )
    vault.file_record(entry, b"%PDF", "seal")
