"""The list of consultations: page by page, filtered and counted by the vault."""

import datetime as dt

import pytest
from PySide6.QtWidgets import QPushButton

from spinecounsel.storage import Entry
from tests.helpers.programs import PASSPHRASE, program_in, quick_vault
from ui.pages.library.row import LibraryRowButton
from ui.wiring.listing import PAGE

RECORDS, DRAFTS = 2 * PAGE + 10, 3


@pytest.fixture
def program(qtbot, tmp_path, clock):
    quick_vault(tmp_path, clock())
    with program_in(tmp_path, clock) as made:
        made.session.cabinet.unlock(PASSPHRASE, done=lambda _: None, failed=pytest.fail)
        settle(made)
        made.session.cabinet.ask(fill, now=clock(), done=lambda _: None, failed=pytest.fail)
        settle(made)
        made.window.resize(1366, 768)
        made.window.show()
        made.desk.go_to_library()
        settle(made)
        yield made


def fill(vault, *, now):
    for number in range(RECORDS):
        vault.file_record(entry(f"r{number:03}", "provided", number, now), b"%PDF", "seal")
    for number in range(DRAFTS):
        vault.save_draft(entry(f"d{number}", "draft", RECORDS + number, now))


def entry(ident, status, days, now):
    at = now - dt.timedelta(days=1_000 - days)
    return Entry(
        id=ident,
        name=f"Patient {ident}",
        number=ident,
        born=None,
        consulted=at,
        updated=at,
        status=status,
        options=("Radiosurgery",),
        body=b"",
    )


def settle(program):
    for _ in range(6):
        program.session.cabinet.worker.settle()


def shown(program):
    return [button.objectName() for button in program.desk.library._list_of]


def chip(program, name):
    return program.window.findChild(QPushButton, f"library.filter.{name}")


def to_the_end(program):
    bar = program.desk.library._scroll.verticalScrollBar()
    bar.setValue(bar.maximum())
    settle(program)


def test_rows_come_as_one_scrolls_and_those_there_stay(program, qtbot):
    assert len(shown(program)) == PAGE
    first = program.desk.library._list_of[0]
    before = shown(program)
    qtbot.waitUntil(lambda: program.desk.library._scroll.verticalScrollBar().maximum() > 0)
    to_the_end(program)
    assert len(shown(program)) == 2 * PAGE
    assert shown(program)[: len(before)] == before
    assert program.desk.library._list_of[0] is first
    for _ in range(3):
        qtbot.wait(1)
        to_the_end(program)
    assert len(shown(program)) == RECORDS + DRAFTS
    assert len(set(shown(program))) == RECORDS + DRAFTS
    assert len(program.window.findChildren(LibraryRowButton)) == RECORDS + DRAFTS


def test_filters_ask_the_vault_and_counts_are_those_of_all(program):
    assert chip(program, "everything").text() == f"Everything {RECORDS + DRAFTS}"
    assert chip(program, "drafts").text() == f"Drafts {DRAFTS}"
    chip(program, "drafts").click()
    settle(program)
    assert len(shown(program)) == DRAFTS
    chip(program, "finished").click()
    settle(program)
    assert len(shown(program)) == PAGE
    chip(program, "today").click()
    settle(program)
    assert shown(program) == []


def test_a_search_begins_anew(program):
    to_the_end(program)
    program.desk.library.searched.emit("r001")
    settle(program)
    assert shown(program) == ["library.row.r001"]
    assert chip(program, "finished").text() == "Finished 1"


def has(program, name):
    for row in program.desk.library._list_of:
        if (button := row.findChild(QPushButton, name)) is not None:
            return button.isVisibleTo(row)
    return False


def test_who_only_reads_drafts_is_not_offered_to_change_them(program, monkeypatch):
    chip(program, "drafts").click()
    settle(program)
    assert has(program, "library.discard.d0")
    assert has(program, "library.earlier.d0")
    monkeypatch.setattr(program.session.cabinet, "may", lambda act: act == "read")
    program.desk.go_to_library()
    settle(program)
    assert shown(program)
    assert not has(program, "library.discard.d0")
    assert not has(program, "library.earlier.d0")
