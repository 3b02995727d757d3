"""The anchor: notes beside the vault, of which a power cut can spoil one only."""

import os

import pytest

from spinecounsel.storage.files import anchor
from spinecounsel.storage.files.anchor import MOST_WAITING, SLOT, Anchor, Standing, read_anchor

KEY = b"k" * 32


def standing(number):
    return Standing(number, number, bytes([number % 256]) * 32)


@pytest.fixture
def synced(monkeypatch):
    """How often the disk was waited for."""
    calls = []
    real = os.fsync
    monkeypatch.setattr(anchor.os, "fsync", lambda file: (calls.append(file), real(file)))
    return calls


@pytest.fixture
def notes(tmp_path):
    made = Anchor(tmp_path / "clinic.anchor", KEY)
    made.take_up(standing(1))
    yield made
    made.close()


def slots(notes):
    data = notes._file.read_bytes()
    return data[:SLOT], data[SLOT:]


def test_the_newest_note_is_read_whether_it_was_waited_for_or_not(notes):
    for number in range(2, 3 * MOST_WAITING):
        notes.note(standing(number))
        assert notes.read() == standing(number)


def test_only_one_slot_changes_until_it_was_waited_for(notes, synced):
    before = slots(notes)
    for number in range(2, MOST_WAITING + 1):
        notes.note(standing(number))
        assert sum(old != new for old, new in zip(before, slots(notes), strict=True)) == 1
    assert synced == []
    notes.note(standing(MOST_WAITING + 1))
    assert len(synced) == 1
    between = slots(notes)
    notes.note(standing(MOST_WAITING + 2))
    assert [old != new for old, new in zip(between, slots(notes), strict=True)] == [
        old == new for old, new in zip(before, between, strict=True)
    ], "now the other slot"


def test_what_is_settled_is_on_the_disk_twice_and_taken_up_without_writing(notes, synced):
    notes.note(standing(7))
    notes.settle(standing(7))
    first, second = slots(notes)
    assert first == second
    count = len(synced)
    again = Anchor(notes._file, KEY)
    again.take_up(standing(7))
    again.close()
    assert len(synced) == count


def test_a_torn_slot_is_mended_when_it_is_taken_up(notes):
    notes.settle(standing(1))
    data = bytearray(notes._file.read_bytes())
    data[20] ^= 1
    notes._file.write_bytes(data)
    again = Anchor(notes._file, KEY)
    again.take_up(standing(1))
    again.close()
    first, second = slots(notes)
    assert first == second


def test_another_file_in_its_place_is_written_from_then_on(notes, tmp_path):
    notes.note(standing(2))
    notes._file.unlink()
    notes.note(standing(3))
    assert read_anchor(notes._file, KEY) == standing(3)


def test_another_key_reads_nothing(notes):
    assert read_anchor(notes._file, b"x" * 32) is None
