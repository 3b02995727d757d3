"""Which key seals here, in words."""

import datetime as dt

from spinecounsel.frozen import replaced
from spinecounsel.viewing.sealer import Sealer, sealer_view

OWN = Sealer(
    name="SpineCounsel installation 1a2b",
    ends=dt.date(2029, 11, 23),
    root_name="SpineCounsel installation 1a2b (root)",
    fingerprint="f54eda77 01978f3c",
)
SITE = replaced(OWN, is_site=True, name="Spine Hospital", root_name="Hospital root")


def test_before_the_first_seal_there_is_nothing_to_compare():
    view = sealer_view(Sealer())
    assert "when the first document is sealed" in view.sentence
    assert (view.facts, view.may_go_back) == ((), False)


def test_the_own_key_renews_itself():
    view = sealer_view(OWN)
    assert "A key of this installation seals." in view.sentence
    facts = dict(view.facts)
    assert facts["Name in the seal"] == "SpineCounsel installation 1a2b"
    assert facts["Seals until"] == "23 November 2029; renewed by itself before then"
    assert facts["Its fingerprint (SHA-256)"] == "f54eda77 01978f3c"
    assert not view.may_go_back


def test_a_site_is_told_where_its_key_is_and_that_it_has_ended():
    view = sealer_view(SITE)
    assert "came from a file" in view.sentence
    assert ("Seals until", "23 November 2029") in view.facts
    assert view.may_go_back
    assert "the token “clinic”" in sealer_view(replaced(SITE, token="clinic")).sentence  # noqa: S106
    assert sealer_view(replaced(SITE, problem="It ended.")).problem == "It ended."
