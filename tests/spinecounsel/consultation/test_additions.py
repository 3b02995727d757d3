"""Adding to a record, with a real vault and real documents."""

import datetime as dt

import pytest

from spinecounsel.consultation import filing
from spinecounsel.consultation.additions import Adding, add, additions
from spinecounsel.consultation.seals import roots
from spinecounsel.consultation.verification import verify_file
from spinecounsel.discussion.decision import Consent
from spinecounsel.frozen import replaced
from spinecounsel.record.addition import NotAdded, addendum, withdrawn
from spinecounsel.record.kinds import AdditionKind
from spinecounsel.sealing.verdict import Seen
from spinecounsel.storage import Grounds, NotInVault, open_vault
from tests.helpers import records
from tests.helpers.additions import later, told
from tests.helpers.programs import PASSPHRASE, quick_vault
from tests.helpers.talks import CLINICIAN, begun, decided, signatures
from ui.wiring.program import VAULT

RECORD = records.given()
NOW = later(RECORD, days=8)


@pytest.fixture
def vault(tmp_path):
    quick_vault(tmp_path, RECORD.sealed)
    made = open_vault(tmp_path / VAULT, PASSPHRASE, now=RECORD.sealed)
    filing.file(made, RECORD, now=RECORD.sealed)
    yield made
    made.close()


def adding(matter, ident="0198aaaa", record=RECORD):
    return Adding(record_id=record.id, ident=ident, matter=matter, program=RECORD.program)


def test_a_withdrawal_is_filed_with_its_paper_and_the_record_stays_as_it_was(vault, tmp_path):
    before = vault.record(RECORD.id)
    filed = add(vault, adding(withdrawn(told(RECORD))), now=NOW)
    assert vault.record(RECORD.id) == before
    assert additions(vault, RECORD.id) == (filed,)
    assert vault.search()[0].later == ("withdrawal",)
    assert filed.addition.clinician.name == vault.person.name
    path = tmp_path / "withdrawal.pdf"
    path.write_bytes(filed.document)
    assert verify_file(path, roots(vault), now=NOW).state is Seen.SEALED
    assert vault.check().problems == ()


def test_what_cannot_be_added_leaves_nothing_behind(vault):
    add(vault, adding(withdrawn(told(RECORD))), now=NOW)
    for matter in (withdrawn(told(RECORD)), addendum(" ")):
        with pytest.raises(NotAdded):
            add(vault, adding(matter, "0198cccc"), now=NOW)
    with pytest.raises(NotInVault):
        add(vault, adding(addendum("x"), record=replaced(RECORD, id="zz")), now=NOW)
    assert len(additions(vault, RECORD.id)) == 1


def test_what_was_told_later_than_today_is_not_added(vault):
    to_come = withdrawn(told(RECORD, when=NOW + dt.timedelta(minutes=1)))
    with pytest.raises(NotAdded, match="still to come"):
        add(vault, adding(to_come), now=NOW)
    assert additions(vault, RECORD.id) == ()


def newer(record):
    """The record of a talk that began in the place of another one."""
    sitting = begun()
    sitting.begin(CLINICIAN, record)
    said = sitting.discussion
    ready = decided()
    ready.resume(
        replaced(
            ready.discussion,
            id="0199bbbb",
            patient=said.patient,
            representative=said.representative,
            replaces=said.replaces,
        )
    )
    signed = signatures(ready)
    if said.representative is not None:
        decides = replaced(signed[0], role="representative")
        signed = (decides, *signed[1:])
    return ready.finish(signed)


@pytest.fixture
def own_right(vault):
    """A record of a patient who decides, in the vault."""
    record = records.given(id="0198eeee", representative=None)
    filing.file(vault, record, now=record.sealed)
    return record


def test_a_new_talk_about_the_same_patient_replaces_the_record_and_both_say_so(vault, own_right):
    record = newer(own_right)
    assert record.patient == own_right.patient
    assert (record.replaces.id, record.replaces.sha256) == (own_right.id, own_right.sha256)
    before = vault.record(own_right.id)
    filed = filing.file(vault, record, now=record.sealed)
    (one,) = additions(vault, own_right.id)
    assert one.addition.kind is AdditionKind.SUPERSESSION
    successor = one.addition.matter.successor
    assert (successor.id, successor.sha256) == (record.id, record.sha256)
    assert vault.record(own_right.id) == before
    assert {row.id: row.later for row in vault.search()}[own_right.id] == ("supersession",)
    assert filed.record.decision.consent is Consent.PROVIDED


def test_a_record_that_names_somebody_else_as_clinician_is_not_filed(vault, own_right):
    record = newer(own_right)
    vault.people.name_oneself("Dr Bo Example", "", now=NOW)
    before = vault.head
    with pytest.raises(filing.NotTheClinician, match="names Dr Ada Beispiel as the clinician"):
        filing.file(vault, record, now=record.sealed)
    assert vault.head == before
    assert additions(vault, own_right.id) == ()


def test_a_talk_in_the_place_of_an_erased_record_is_filed_all_the_same(vault, own_right):
    record = newer(own_right)
    vault.parting.erase([own_right.id], Grounds.PATIENT, now=NOW)
    filing.file(vault, record, now=record.sealed)
    assert vault.record(record.id).sha256 == record.sha256


def test_the_new_paper_names_the_record_in_whose_place_it_stands(own_right):
    from spinecounsel.document import compose
    from tests.helpers import documents

    record = newer(own_right)
    said = f"In place of: record {own_right.id}, sealed 24 November 2026, 11:09"
    assert said in documents.words(compose(record))
