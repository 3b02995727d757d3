"""What stands round every page."""

from spinecounsel.discussion import moves
from spinecounsel.discussion.people import Attendee, AttendeeRole
from spinecounsel.frozen import replaced
from spinecounsel.viewing.approval import approval_notice
from spinecounsel.viewing.frame import frame_view
from tests.helpers.packs import shipped_pack
from tests.helpers.talks import PATIENT, begun

MANIFEST = shipped_pack().manifest


def view(sitting):
    return frame_view(sitting.discussion, MANIFEST, sitting.progress)


def test_the_facts_that_tell_people_apart_stay_when_there_is_little_room():
    sitting = begun()
    room = (
        Attendee(name="Eva", role=AttendeeRole.RELATIVE),
        Attendee(name="Ola", role=AttendeeRole.OTHER),
    )
    sitting.change(moves.describing, patient=PATIENT, present=room)
    shown = view(sitting)
    assert shown.name == "Sample Patient"
    assert [(fact.label, fact.text) for fact in shown.facts if fact.main] == [
        ("Born", "14 March 1958"),
        ("Hospital number", "TEST-0001"),
    ]
    assert shown.facts[-1].text == "Relative, somebody else"


def test_a_person_without_a_name_is_said_to_have_none_and_empty_facts_are_left_out():
    shown = view(begun())
    assert shown.name == "Name not yet entered"
    assert {fact.label for fact in shown.facts} == {"Language"}


def test_the_rail_says_in_words_where_we_are_and_what_is_done():
    sitting = begun()
    sitting.change(moves.describing, patient=PATIENT)
    sitting.go_to("case")
    shown = view(sitting)
    assert shown.place == "Step 2 of 11: Case"
    spoken = [step.spoken for step in shown.steps[:3]]
    assert spoken == ["Person, done", "Case, you are here", "Options, not begun"]
    assert (shown.first, shown.last) == (False, False)


def test_the_first_missing_thing_of_the_step_is_said():
    sitting = begun()
    shown = view(sitting)
    assert (shown.first, shown.missing) == (True, sitting.progress["person"].missing[0])
    sitting.go_to("sign")
    assert view(sitting).last


def test_content_that_a_clinic_approved_needs_no_notice():
    assert approval_notice(MANIFEST) == "Content not yet approved by this clinic"
    assert approval_notice(replaced(MANIFEST, approved_by="Dr R. Viewer")) == ""
