"""The parts of the time with an option: facts and numbers find their place."""

from spinecounsel.content.model import FACT_KINDS, Station
from spinecounsel.content.station import STATION_OF
from tests.helpers.packs import shipped_pack


def test_only_kinds_of_facts_that_there_are_have_a_place():
    assert set(STATION_OF) <= set(FACT_KINDS)


def test_the_pack_tells_of_every_part_of_the_time():
    pack = shipped_pack()
    facts = [fact for option in pack.options for fact in option.fact]
    told = {fact.station or STATION_OF.get(fact.kind) for fact in facts} - {None}
    assert told == set(Station)


def test_a_place_is_named_only_where_the_kind_has_another():
    for option in shipped_pack().options:
        for fact in option.fact:
            assert fact.station is None or STATION_OF.get(fact.kind) not in {None, fact.station}
