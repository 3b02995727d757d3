import pytest

from spinecounsel.document.reasons import short_reason
from tests.helpers.packs import shipped_pack


@pytest.mark.parametrize(
    ("why", "short"),
    [
        ("one trial; 38 people; zero events does not mean no risk",) * 2,
        ("one trial (p = 0.7); another study found 12.5%; old", "one trial; old"),
        ("a count. It does not fit others. OR 0.5 in one", "a count. It does not fit others"),
        ("10 of 221 is 4.5%; others say 9%", "10 of 221 is 4.5%"),
    ],
)
def test_it_leaves_out_statistics_and_what_other_studies_counted(why, short):
    assert short_reason(why) == short


def test_every_number_of_the_pack_has_one():
    assert all(short_reason(each.certainty_why) for each in shipped_pack().estimates.values())
