"""The same record gives the same bytes, wherever and whenever they are made."""

import hashlib
import os
import subprocess
import sys
from functools import cache
from pathlib import Path

import pytest

from spinecounsel.document import DocumentKind, compose
from tests.helpers import records

ROOT = Path(__file__).parents[3]
PROGRAM = """
import hashlib
from spinecounsel.document import DocumentKind, compose
from tests.helpers import records
for kind in DocumentKind:
    print(hashlib.sha256(compose(records.given(), kind)).hexdigest())
"""
SURROUNDINGS = (
    {"PYTHONHASHSEED": "0", "TZ": "UTC"},
    {"PYTHONHASHSEED": "1", "TZ": "Asia/Kathmandu", "LC_ALL": "C"},
    {"PYTHONHASHSEED": "4294967295", "TZ": "America/St_Johns", "LC_ALL": "C.UTF-8"},
)


@cache
def here():
    return [hashlib.sha256(compose(records.given(), kind)).hexdigest() for kind in DocumentKind]


@pytest.mark.parametrize("surroundings", SURROUNDINGS, ids=lambda each: each["TZ"])
def test_time_zone_and_hash_seed_change_nothing(surroundings):
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM],
        cwd=ROOT,
        env={**os.environ, **surroundings},
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout.split() == here()


def test_what_was_made_before_changes_nothing():
    again = [
        hashlib.sha256(compose(records.given(), kind)).hexdigest()
        for kind in reversed(DocumentKind)
    ]
    assert again[::-1] == here()
