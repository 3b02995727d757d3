"""The seal says how far the audit trail of the vault had come."""

import pytest

from spinecounsel.sealing.form import Misfit, read_form
from spinecounsel.sealing.head import Head, read_head
from spinecounsel.sealing.seal import seal
from spinecounsel.sealing.verdict import Seen
from spinecounsel.sealing.verify import verify
from tests.helpers import sealed

HEAD = Head(vault="0f" * 16, event=41, digest="ab" * 32)


@pytest.fixture(scope="module")
def with_head():
    return seal(sealed.unsealed(), sealed.key(sealed.CLINIC), when=sealed.WHEN, head=HEAD)


def test_it_is_sealed_with_the_rest_and_read_back(with_head):
    found = verify(with_head, sealed.roots(), now=sealed.NOW)
    assert (found.state, found.head) == (Seen.SEALED, HEAD)
    changed = with_head.replace(b"event 41 digest", b"event 42 digest")
    assert verify(changed, sealed.roots(), now=sealed.NOW).state is Seen.CHANGED


def test_older_documents_say_nothing_of_it():
    assert verify(sealed.sealed(), sealed.roots(), now=sealed.NOW).head is None


@pytest.mark.parametrize(
    "text",
    [
        "",
        "event 41",
        HEAD.text() + "0",
        HEAD.text().replace("41", "041"),
        HEAD.text().replace("41", "9" * 16),
        HEAD.text().upper(),
    ],
)
def test_nothing_else_is_taken_for_it(with_head, text):
    assert read_head(text.encode()) is None
    other = with_head.replace(HEAD.text().encode(), text.ljust(len(HEAD.text())).encode())
    form = read_form(other)
    assert isinstance(form, Misfit) or form.head is None
