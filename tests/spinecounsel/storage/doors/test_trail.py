"""The trail is read page by page, of one record, of one person."""

import pytest

from spinecounsel.storage import NotAllowed, Role
from spinecounsel.storage.database import chain
from spinecounsel.storage.entry import Person
from tests.spinecounsel.storage.conftest import NOON


@pytest.fixture
def vault(shelf, entry):
    vault = shelf.create()
    auditor = Person(id=vault.person.id, name="", roles=(Role.AUDITOR, Role.CLINICIAN))
    vault._acting.person = auditor
    for number in range(10):
        vault.append_event(f"r{number % 2}", "opened", {"number": number}, now=NOON)
    return vault


def test_pages_follow_each_other_newest_first(vault):
    seen, page = [], vault.trail.page(limit=3)
    while page:
        seen += [event.number for event in page]
        vault.append_event("r9", "opened", {}, now=NOON)
        page = vault.trail.page(before=page[-1].number, limit=3)
    assert seen == list(range(seen[0], 0, -1))


def test_of_one_record(vault):
    found = vault.trail.page(record_id="r1")
    assert [event.payload["number"] for event in found] == [9, 7, 5, 3, 1]
    older = vault.trail.page(record_id="r1", before=found[2].number)
    assert [event.payload["number"] for event in older] == [3, 1]


def test_of_one_person(vault):
    whole = vault.trail.page(limit=500)
    own = vault.trail.page(person=vault.person.id, limit=500)
    assert own == tuple(event for event in whole if event.by == vault.person.id)
    assert own
    assert vault.trail.page(person="nobody") == ()


def test_only_who_may_reads_it(vault):
    vault._acting.person = Person(id="x", name="", roles=(Role.CLINICIAN, Role.ADMINISTRATOR))
    with pytest.raises(NotAllowed):
        vault.trail.page()


def test_no_name_and_no_file_is_in_it(vault, entry):
    vault.save_draft(entry("d1"))
    vault.file_record(entry("d1"), b"%PDF", "seal")
    assert "Maria" not in str(vault.trail.page(limit=500))


@pytest.mark.parametrize("payload", ["", "[]", '{"number":1}', "[" * 100_000 + "]" * 100_000])
def test_what_another_hand_wrote_is_no_event(payload):
    with pytest.raises(chain.UnreadableEvent):
        chain.read_event(payload)
