"""The paper of an addition: what it says, that it is accessible, and that it can be checked."""

import json
from functools import cache

import pytest
from hypothesis import HealthCheck, Phase, given, settings

from spinecounsel.consultation.verification import verify_file
from spinecounsel.document import compose_addition
from spinecounsel.frozen import replaced
from spinecounsel.record.codec import encode
from spinecounsel.record.kinds import AdditionKind, file_inside
from spinecounsel.sealing.verdict import Seen
from tests.helpers import additions, documents, records, sealed, tagged, vera
from tests.helpers.logos import clinic

RECORDS = 8


@cache
def made(kind):
    return compose_addition(additions.added(kind))


def checked(document, folder):
    path = folder / "file.pdf"
    path.write_bytes(document)
    return verify_file(path, sealed.roots(), now=additions.later(records.given(), days=60))


@pytest.mark.parametrize("kind", AdditionKind)
def test_it_says_on_one_page_what_was_added_to_which_record_and_who_signed(kind):
    document = made(kind)
    assert len(documents.pages(document)) == 1
    text = documents.words(document)
    record, patient = additions.added(kind).record, records.given().patient
    for said in (record.id, record.sha256, record.statement, patient.number, additions.NUMBER):
        assert said in text
    assert "Dr Ada Beispiel, Spine surgeon" in text
    assert {
        AdditionKind.ADDENDUM: "The daughter rang: a blood thinner is taken. Since May.",
        AdditionKind.WITHDRAWAL: f"By telephone In their own words “{additions.WORDS}”",
        AdditionKind.SUPERSESSION: "Newer record 0199bbbb",
    }[kind] in text


@pytest.mark.parametrize("kind", AdditionKind)
def test_it_is_the_same_bytes_each_time(kind):
    assert compose_addition(additions.added(kind)) == made(kind)


def test_it_is_accessible_and_lasting_before_and_after_its_seal(tmp_path):
    papers = {str(kind): made(kind) for kind in AdditionKind}
    papers |= {f"{kind} sealed": sealed.resealed(made(kind)) for kind in AdditionKind}

    @settings(
        max_examples=RECORDS,
        derandomize=True,
        database=None,
        deadline=None,
        phases=[Phase.generate],
        suppress_health_check=[HealthCheck.too_slow],
    )
    @given(additions.odd_additions())
    def collect(addition):
        papers[f"odd {len(papers)}"] = compose_addition(addition)

    collect()
    assert len(papers) > 6 + RECORDS / 2
    faults = {name: tagged.faults(document) for name, document in papers.items()}
    assert {name: said for name, said in faults.items() if said} == {}
    broken = vera.broken_rules(papers, tmp_path)
    assert {name: rules for name, rules in broken.items() if rules} == {}


@pytest.mark.parametrize("kind", AdditionKind)
def test_what_is_added_in_a_practice_says_so_and_nothing_else_does(kind):
    added = additions.added(kind)
    document = compose_addition(additions.added(kind, records.given(clinic=clinic(practice=True))))
    assert "Practice: this is not a real patient." in documents.words(document)
    assert all("Practice ·" in page for page in documents.pages(document))
    assert tagged.faults(document) == []
    assert "Practice" not in documents.words(made(kind))
    assert b"practice" not in encode(added)


def test_a_long_text_goes_on_on_the_next_page():
    matter = replaced(
        additions.matters(records.given())[AdditionKind.ADDENDUM],
        text="\n".join(f"Line {number}, which was told later." for number in range(200)),
    )
    document = compose_addition(additions.added(matter=matter))
    assert len(documents.pages(document)) > 1
    assert "Line 199, which was told later." in documents.words(document)


@pytest.mark.parametrize("kind", AdditionKind)
def test_a_check_takes_it_as_sealed_and_names_the_record(kind, tmp_path):
    found = checked(sealed.resealed(made(kind)), tmp_path)
    assert (found.state, found.kind) == (Seen.SEALED, kind)
    assert found.number == records.given().id
    assert json.loads(found.record)["matter"]["kind"] == kind
    assert "another version" not in found.reason.lower()


def test_pages_that_say_something_else_are_noticed_though_the_seal_holds(tmp_path):
    true = additions.added()
    forged = replaced(true, patient=replaced(true.patient, name="Somebody Else"))
    document = sealed.with_record(encode(true), compose_addition(forged))
    found = checked(sealed.resealed(document), tmp_path)
    assert found.state is Seen.NOT_TRUSTED
    assert "what one reads in it" in found.reason


def test_a_record_does_not_pass_as_an_addition(tmp_path):
    """The name of what lies inside has to fit the kind."""
    document = sealed.with_record(encode(records.given()), made(AdditionKind.WITHDRAWAL))
    assert checked(sealed.resealed(document), tmp_path).state is not Seen.SEALED
    assert file_inside("record") == file_inside("letter") == "record.json"


def test_of_another_version_it_is_said_what_was_not_compared(tmp_path):
    document = compose_addition(additions.added(program="SpineCounsel 99.0.0"))
    found = checked(sealed.resealed(document), tmp_path)
    assert found.state is Seen.SEALED
    assert "its words were not compared" in found.reason
