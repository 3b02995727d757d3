"""What the short text of a copy says of numbers, of gaps in the talk, and of permissions."""

import re

import pytest

from spinecounsel.document import DocumentKind, compose
from spinecounsel.document.reasons import short_reason
from spinecounsel.document.shown import shown
from spinecounsel.frozen import replaced
from spinecounsel.record.record import Line, RecordedLeftOut
from tests.helpers import copies, documents, records

COPIES = [DocumentKind.COPY, DocumentKind.LARGE_PRINT]


def words(record, kind=DocumentKind.COPY):
    return documents.words(compose(record, kind))


def listed(record, kind):
    """What is heard of the list of numbers."""
    return copies.parts(compose(record, kind))[1]


def alone(make, **changes):
    """A record where the patient decides."""
    return make(representative=None, **changes)


@pytest.mark.parametrize("kind", COPIES)
def test_each_number_says_in_short_why_it_is_as_sure_as_it_is(kind):
    text = listed(records.given(), kind)
    for each in shown(records.given(), kind):
        assert short_reason(each.certainty_why).split("; ")[0] in text


def test_a_harm_that_is_told_with_a_benefit_stands_among_the_harms():
    record = records.given()
    first, second, *rest = record.options
    topic = next(each for each in second.topics if each.kind == "benefit" and each.estimates)
    harm = replaced(topic.estimates[0], id="harm", kind="risk", title="Harm", pair="", option="It")
    told_of = replaced(topic, material=False, estimates=(*topic.estimates, harm))
    topics = tuple(told_of if each is topic else each for each in second.topics)
    text = words(records.given(options=(first, replaced(second, topics=topics), *rest)))
    well, wrong = text.index("What may go well"), text.index("What may go wrong")
    assert well < wrong < text.index("It: Harm [")


@pytest.mark.parametrize(
    ("state", "said"),
    [
        ("set aside", "You did not want to hear about this."),
        ("not opened", "This was not opened in the talk."),
        ("not known", "No number was found for it."),
        ("", "Nothing was talked about here."),
    ],
)
def test_a_list_with_nothing_in_it_says_why(state, said):
    record = records.given()
    first, second, *rest = record.options
    benefits = [each for each in second.topics if each.kind == "benefit"]
    topics = [each for each in second.topics if each.kind != "benefit"]
    if state == "not known":
        asked = Line(label="What good may come of it?", text=said)
        topics.append(replaced(benefits[0], kind=state, estimates=(), sentences=(asked,)))
    elif state:
        topics.append(replaced(benefits[0], state=state, estimates=(), sentences=()))
    text = words(records.given(options=(first, replaced(second, topics=tuple(topics)), *rest)))
    assert said in text


def test_days_that_were_counted_lead_what_a_source_says_of_the_stay():
    record = records.given()
    first, second, *rest = record.options
    number = records.estimates(record)[0]
    days = replaced(
        number, id="days", title="Days", sentence="7 days.", pair="", station="hospital"
    )
    counted = replaced(second.topics[1], kind="course", state="discussed", estimates=(days,))
    topics = (*second.topics, replaced(counted, sentences=()))
    text = words(records.given(options=(first, replaced(second, topics=topics), *rest)))
    assert re.search(r"Days: 7 days\.\s\[\d+\] People stay for up to a week", text)


def test_what_was_not_gone_through_says_why_with_each_and_to_the_patient():
    left_out = tuple(
        RecordedLeftOut(name=name, why_usual="It may help.", reason="Not wanted by the patient")
        for name in ("One", "Two")
    )
    text = words(alone(records.given, left_out=left_out))
    assert text.count("Why not now: You did not want it.") == len(left_out)


@pytest.mark.parametrize("kind", COPIES)
def test_what_was_allowed_and_what_not_is_there(kind):
    permissions = (Line(label="Films", text="Yes"), Line(label="Trainees", text="Not now"))
    text = words(alone(records.given, permissions=permissions), kind)
    assert "What you allowed" in text
    assert "Films Yes Trainees Not now" in text
