"""The self-test passes where all is well, leaves nothing, and names what does not work."""

import tempfile

import pytest

from spinecounsel.consultation import selftest
from spinecounsel.consultation.selftest import SelfTestFailed, self_test
from spinecounsel.storage import CannotCreate
from tests.helpers.clock import Clock
from tests.helpers.packs import shipped_pack


@pytest.fixture
def place(tmp_path, monkeypatch):
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    return tmp_path


def test_all_is_tried_once_and_nothing_is_left(place):
    steps = list(self_test(shipped_pack(), clock=Clock(), program="SpineCounsel test"))
    assert [name for name, _ in steps] == [
        "a consultation, through the gate",
        "an encrypted vault: made, closed, opened",
        "a sealed PDF, filed and read back",
        "the check of the seal",
    ]
    assert list(place.iterdir()) == []


def test_what_does_not_work_is_named_and_nothing_is_left(place, monkeypatch):
    def refused(path, *_arguments, **_more):
        raise CannotCreate(path, "The disk is full.")

    monkeypatch.setattr(selftest, "create_vault", refused)
    with pytest.raises(SelfTestFailed, match=r"an encrypted vault.*The disk is full"):
        list(self_test(shipped_pack(), clock=Clock(), program="SpineCounsel test"))
    assert list(place.iterdir()) == []
