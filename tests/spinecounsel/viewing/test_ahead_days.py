"""Days and weeks: each fact at its part of the time, and "not known" where there is none."""

from spinecounsel.content.model import Station
from spinecounsel.content.station import STATION_OF
from spinecounsel.viewing.ahead import Looking, ahead_view
from tests.helpers.packs import shipped_pack
from tests.helpers.talks import OPTIONS, described

PACK = shipped_pack()


def stations_of(option, **more):
    sitting = described(**more)
    view = ahead_view(PACK, sitting.discussion, sitting.agenda, option, Looking.DAYS)
    return {each.id: each for each in view.days.stations}


def said(station):
    return [part.sentence for line in station.lines for part in line.parts]


def test_the_parts_of_the_time_stand_in_the_order_in_which_they_are_lived():
    stations = stations_of(OPTIONS[0])
    assert list(stations) == [str(each) for each in Station]
    phases = [each.phase for each in stations.values()]
    assert phases == ["Before", "At the time", "", "After", "", "", "Later on"]


def test_days_in_hospital_and_visits_stand_apart():
    surgery = stations_of("surgery-decompression")
    assert any("stayed in hospital 7 days or less" in each for each in said(surgery["hospital"]))
    radiation = stations_of("radiotherapy-conventional")
    assert "You may have one visit, or five visits on five days in a row." in said(
        radiation["visits"]
    )


def test_when_pain_eases_is_told_with_its_time_span():
    pain = stations_of("radiotherapy-conventional")["pain"]
    assert any(each.startswith("Bone pain may start to ease") for each in said(pain))
    spans = [line.span for line in pain.lines if line.title]
    assert all(spans)
    assert "Time span: 3 months" in spans


def test_every_fact_of_the_time_stands_at_one_part_with_its_source():
    for option in OPTIONS:
        sitting = described()
        facts = [
            each.text
            for topic in sitting.agenda.topics
            if topic.option == option
            for each in topic.sentences
            if each.label in STATION_OF
        ]
        lines = [line for each in stations_of(option).values() for line in each.lines]
        read = [line for line in lines if not line.title]
        assert sorted(part.sentence for line in read for part in line.parts) == sorted(facts)
        assert all(line.origin for line in read)


def test_where_nothing_is_known_it_says_so():
    stations = stations_of("no-treatment")
    assert [ident for ident, each in stations.items() if not each.known] == [
        "ready",
        "visits",
        "hospital",
        "pain",
        "recovery",
    ]
    assert {note.text for note in stations["pain"].notes} == {"Not known"}


def test_what_is_closed_is_not_called_unknown():
    """The people who were studied may differ from this patient: that is something else."""
    pain = stations_of("pain-opioids", options=("pain-opioids",))["pain"]
    assert [note.text for note in pain.notes] == [
        "More is known for people who may differ from you. It is closed."
    ]
    stay = stations_of("rehabilitation", options=("rehabilitation",))
    assert all(
        note.text != "Not known" for each in stay.values() if each.known for note in each.notes
    )
