"""The count of wrong tries: whatever lies in its place, nobody is kept from the records by it."""

import os

import pytest

from spinecounsel.storage import WrongPassphrase, wait_before_next_try
from tests.spinecounsel.storage.conftest import NOON


def a_folder(file):
    file.mkdir()


def a_pipe(file):
    if not hasattr(os, "mkfifo"):
        pytest.skip("there are no pipes with names here")
    os.mkfifo(file)


@pytest.mark.parametrize("what", [a_folder, a_pipe])
def test_what_is_no_count_counts_nothing_and_is_not_waited_for(shelf, what):
    shelf.create().close()
    what(shelf.folder / "clinic.attempts")
    assert wait_before_next_try(shelf.path, NOON) == 0.0
    with pytest.raises(WrongPassphrase):
        shelf.open("not the right words")
    shelf.open()
