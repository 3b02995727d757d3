"""Fixtures of the signing: a talk that is complete, and a cabinet answered by hand."""

import pytest

from tests.helpers.signing import Shelf, session_to_sign


@pytest.fixture
def shelf():
    return Shelf()


@pytest.fixture
def session(qtbot, clock, shelf):
    return session_to_sign(clock, shelf)
