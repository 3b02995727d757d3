"""Only one of the two signatures that anybody can make of one counts."""

import datetime as dt

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec, rsa
from cryptography.hazmat.primitives.asymmetric.utils import (
    decode_dss_signature,
    encode_dss_signature,
)
from cryptography.hazmat.primitives.serialization import Encoding

from spinecounsel.sealing.cms import read_seal
from spinecounsel.sealing.form import read_form
from spinecounsel.sealing.twins import ORDERS, smaller
from spinecounsel.sealing.verdict import Seen
from spinecounsel.sealing.verify import verify
from tests.helpers.sealed import NOW, WHEN, roots, seal_place, sealed

CURVES = [ec.SECP256R1(), ec.SECP384R1(), ec.SECP521R1()]


def certificate_of(key):
    name = x509.Name([])
    builder = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(1)
        .not_valid_before(WHEN)
        .not_valid_after(WHEN + dt.timedelta(days=9))
    )
    made = builder.sign(key, hashes.SHA256())
    return made.public_bytes(Encoding.DER)


@pytest.mark.parametrize("curve", CURVES, ids=lambda curve: curve.name)
def test_both_twins_give_the_smaller_one_and_it_holds(curve):
    key = ec.generate_private_key(curve)
    certificate = certificate_of(key)
    for _ in range(8):
        made = key.sign(b"words", ec.ECDSA(hashes.SHA256()))
        first, second = decode_dss_signature(made)
        kept = smaller(made, certificate)
        key.public_key().verify(kept, b"words", ec.ECDSA(hashes.SHA256()))
        other = encode_dss_signature(first, ORDERS[curve.name] - second)
        assert smaller(other, certificate) == kept
        assert decode_dss_signature(kept)[1] <= ORDERS[curve.name] // 2


def test_other_signatures_stay_as_they_are():
    key = rsa.generate_private_key(65537, 2048)
    assert smaller(b"whatever", certificate_of(key)) == b"whatever"


def test_a_seal_with_the_twin_in_it_is_refused():
    seal = read_seal(read_form(sealed()).seal)
    first, second = decode_dss_signature(seal.signature)
    twin = encode_dss_signature(first, ORDERS["secp256r1"] - second)
    # Its length may differ by a byte, so every length round it is written anew.
    former, whole = seal.signature, read_form(sealed()).seal
    assert whole.endswith(former)
    changed = bytearray(whole[: -len(former)] + twin)
    more = len(twin) - len(former)
    changed[-len(twin) - 1] += more
    for place, size in _lengths(whole, len(whole) - len(former)):
        changed[place : place + size] = (
            int.from_bytes(whole[place : place + size], "big") + more
        ).to_bytes(size, "big")
    start, end = seal_place(sealed())
    digits = bytes(changed).hex().upper().ljust(end - start, "0").encode()
    document = sealed()[:start] + digits + sealed()[end:]
    assert read_seal(read_form(document).seal).signature == twin
    found = verify(document, roots(), now=NOW)
    assert found.state is Seen.CHANGED
    assert "The seal in this file was changed" in found.reason


def _lengths(whole, last):
    """Where the lengths stand of all values that hold the end of ``whole``: place, bytes."""
    place = 0
    while place < last - 2:
        count = whole[place + 1] & 0x7F if whole[place + 1] & 0x80 else 0
        size = count or 1
        at = place + 2 if count else place + 1
        length = int.from_bytes(whole[at : at + size], "big")
        start = at + size
        if start + length == len(whole):
            yield at, size
            place = start
        else:
            place = start + length
