"""Bytes of any kind: never an error, never as sealed, never read without end."""

import time
import zlib

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from spinecounsel.sealing.form import LARGEST
from spinecounsel.sealing.verdict import Seen
from spinecounsel.sealing.verify import verify
from tests.helpers.sealed import NOW, rewritten, roots, seal_place, sealed, unsealed

PATIENCE = 5.0  # seconds for what takes a tenth of one
SIGNED = (
    b"/Contents <30820001>\n/ByteRange [0 1 2 3]\n/Type /Sig\n/Filter /Adobe.PPKLite\n"
    b"/SubFilter /ETSI.CAdES.detached\n"
)
PIECES = st.sampled_from(
    [
        b"%PDF-1.7\n",
        b"%%EOF\n",
        b"/ByteRange [0 ",
        SIGNED,
        SIGNED + b"/M (D:20261124104200Z)\n",
        b"/M (D\\07299999999999999Z)\n",
        b'CreatorTool="SpineCounsel',
        b"/Prev 0\nstartxref\n0\n",
        b"/Contents <" + b"30" * 999 + b">\n",
        b"[" * 999,
    ]
)


def refused(document):
    began = time.monotonic()
    found = verify(document, roots(), now=NOW)
    assert found.state is not Seen.SEALED
    assert found.reason.endswith(".")
    assert time.monotonic() - began < PATIENCE


@settings(max_examples=200, deadline=None)
@given(st.lists(st.binary(max_size=200) | PIECES, max_size=12))
def test_made_up_bytes_are_refused(pieces):
    refused(b"".join(pieces))


@settings(max_examples=100, deadline=None, suppress_health_check=[HealthCheck.large_base_example])
@given(st.binary(max_size=2_000))
def test_made_up_seals_are_refused(seal):
    first, last = seal_place(sealed())
    digits = seal.hex().upper().ljust(last - first, "0").encode()
    refused(sealed()[:first] + digits + sealed()[last:])


@settings(max_examples=100, deadline=None)
@given(st.integers(0, 130_000), st.binary(min_size=1, max_size=300))
def test_a_sealed_file_with_bytes_put_over_it_is_refused(place, piece):
    changed = sealed()[:place] + piece + sealed()[place + len(piece) :]
    if changed != sealed():
        refused(changed)


def _bomb():
    """A stream that would fill the memory, in an update behind the seal and in a file alone."""
    packed = zlib.compress(bytes(10**8), 9)
    return b"9 0 obj\n<</Length %d/Filter/FlateDecode>>\nstream\n%s\nendstream" % (
        len(packed),
        packed,
    )


def _encrypted():
    import pikepdf

    return rewritten(unsealed(), encryption=pikepdf.Encryption(owner="a", user=""))


ODD = {
    "a bomb": lambda: b"%PDF-1.7\n" + _bomb() + b"\n%%EOF\n",
    "a bomb behind the seal": lambda: sealed() + _bomb(),
    "deep": lambda: b"%PDF-1.7\n1 0 obj\n" + b"<</A[" * 10**6 + b"\n%%EOF\n",
    "a loop": lambda: b"%PDF-1.7\nxref\n0 0\ntrailer<</Prev 9/Root 1 0 R>>\nstartxref\n9\n%%EOF\n",
    "encrypted": _encrypted,
    "many signatures": lambda: b"%PDF-1.7\n" + SIGNED * 200_000 + b"%%EOF\n",
    "digits without end": lambda: b"%PDF-1.7\n" + b"/Contents <" + b"30" * 10**7,
    "many brackets": lambda: b"%PDF-1.7\n" + b"/Contents <30" * 10**6,
    "zeros": lambda: bytes(LARGEST),
    "too large": lambda: bytes(LARGEST + 1),
}


@pytest.mark.parametrize("name", ODD)
def test_odd_files_are_refused_soon(name):
    refused(ODD[name]())


def test_what_a_stranger_made_is_never_opened(monkeypatch):
    """The libraries for PDF see a file only when a trusted key vouches for each of its bytes."""
    opened = []
    monkeypatch.setattr("spinecounsel.sealing.verify.read_contents", opened.append)
    for document in (sealed() + b"\n", unsealed(), b"%PDF-1.7\n%%EOF\n"):
        refused(document)
    assert verify(sealed(), (), now=NOW).state is Seen.NOT_TRUSTED
    assert opened == []
