"""DER is read strictly: what is read is written back in one way only."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from spinecounsel.sealing.der import NotCanonical, values


@given(st.binary(max_size=400))
def test_what_is_read_is_the_whole_and_nothing_else(data):
    try:
        found = values(data)
    except NotCanonical:
        return
    assert b"".join(value.whole for value in found) == data
    for value in found:
        assert value.whole.endswith(value.inside)


@pytest.mark.parametrize(
    "data",
    [
        b"\x30",
        b"\x30\x01",
        b"\x30\x80\x00\x00",  # a length that is not said
        b"\x30\x81\x01\x00",  # a short length, written long
        b"\x30\x82\x00\x80" + bytes(128),  # a zero before the length
        b"\x30\x84\x00\x00\x00\x00",
        b"\x1f\x20\x00",  # a tag in two bytes
        b"\x04\x01\x00\x00",  # something behind it
    ],
)
def test_each_other_spelling_is_refused(data):
    with pytest.raises(NotCanonical):
        values(data)
