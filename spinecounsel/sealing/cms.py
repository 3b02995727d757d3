"""What the seal holds (CMS), read so strictly that it can be written in one way only.

What a signature does not cover in it is either compared with the one spelling that we write, or
must be a certificate on the way to the root: so no byte of it can change unnoticed.
"""

import hashlib

from spinecounsel.frozen import Frozen
from spinecounsel.sealing.der import NotCanonical, Value, expect, only, values

_SEQUENCE, _SET, _NUMBER, _BYTES, _OPEN, _FIRST = 0x30, 0x31, 0x02, 0x04, 0xA0, 0xA0
_SIGNED_DATA = bytes.fromhex("06092a864886f70d010702")
_PLAIN_DATA = bytes.fromhex("300b06092a864886f70d010701")
_VERSION_1 = bytes.fromhex("020101")
_SHA256 = bytes.fromhex("300d06096086480165030402010500")
_MESSAGE_DIGEST = bytes.fromhex("06092a864886f70d010904")
_CERTIFICATE_DIGEST = bytes.fromhex("060b2a864886f70d010910022f")
_ECDSA = bytes.fromhex("300a06082a8648ce3d040302")
_RSA = bytes.fromhex("300d06092a864886f70d01010b0500")
_MOST_CERTIFICATES = 8


class Seal(Frozen, frozen=True, kw_only=True):
    """What a seal says.

    Args:
        sha256: the digest of the file around the seal, as signed.
        attributes: what is signed, as a DER set.
        signature: over ``attributes``.
        is_rsa: whether it was made by RSA; else by ECDSA.
        signer: the certificate of the signer (DER).
        others: the other certificates.
    """

    sha256: bytes
    attributes: bytes
    signature: bytes
    is_rsa: bool
    signer: bytes
    others: tuple[bytes, ...]


def read_seal(data: bytes) -> Seal:
    """Read a seal; ``NotCanonical`` for each byte that is not as we write it."""
    kind, holder = expect(only(data, _SEQUENCE), 0x06, _FIRST)
    _same(kind, _SIGNED_DATA)
    version, digests, content, certificates, infos = expect(
        only(holder.inside, _SEQUENCE), _NUMBER, _SET, _SEQUENCE, _FIRST, _SET
    )
    _same(version, _VERSION_1)
    if digests.inside != _SHA256:
        raise NotCanonical
    _same(content, _PLAIN_DATA)
    return _read(tuple(each.whole for each in values(certificates.inside)), infos.inside)


def _read(certificates: tuple[bytes, ...], info: bytes) -> Seal:
    version, who, digest, signed, algorithm, signature = expect(
        only(info, _SEQUENCE), _NUMBER, _SEQUENCE, _SEQUENCE, _FIRST, _SEQUENCE, _BYTES
    )
    _same(version, _VERSION_1)
    _same(digest, _SHA256)
    if algorithm.whole not in {_ECDSA, _RSA} or not _is_a_set(certificates):
        raise NotCanonical
    signers = [each for each in certificates if _name_and_number(each) == who.inside]
    if len(signers) != 1:
        raise NotCanonical
    if _named_certificate(signed.inside) != hashlib.sha256(signers[0]).digest():
        raise NotCanonical
    return Seal(
        sha256=_digest(signed.inside),
        attributes=bytes([_SET]) + signed.whole[1:],
        signature=signature.inside,
        is_rsa=algorithm.whole == _RSA,
        signer=signers[0],
        others=tuple(each for each in certificates if each != signers[0]),
    )


def _is_a_set(certificates: tuple[bytes, ...]) -> bool:
    """Whether they are in the order of DER, each once."""
    return len(certificates) <= _MOST_CERTIFICATES and list(certificates) == sorted(
        set(certificates)
    )


def _name_and_number(certificate: bytes) -> bytes:
    """Give issuer and serial number of a certificate, as a signer is named by them."""
    parts = values(only(certificate, _SEQUENCE)[0].inside)
    if len(parts) < 4 or parts[0].tag != _OPEN:
        raise NotCanonical
    return parts[3].whole + parts[1].whole


def _digest(attributes: bytes) -> bytes:
    """Give the digest of the file that is signed."""
    (digest,) = expect(_attribute(attributes, _MESSAGE_DIGEST), _BYTES)
    return digest.inside


def _named_certificate(attributes: bytes) -> bytes:
    """Give the digest of the signer's certificate that is signed: no other can take its place."""
    (inside,) = expect(_attribute(attributes, _CERTIFICATE_DIGEST), _SEQUENCE)
    (listed,) = expect(values(inside.inside), _SEQUENCE)
    (named,) = expect(values(listed.inside), _SEQUENCE)
    return values(named.inside)[0].inside


def _attribute(attributes: bytes, kind: bytes) -> tuple[Value, ...]:
    """Give the value of the one attribute of ``kind``."""
    pairs = [only(each.whole, _SEQUENCE) for each in values(attributes)]
    found = [pair[1] for pair in pairs if len(pair) == 2 and pair[0].whole == kind]
    if len(found) != 1:
        raise NotCanonical
    return only(found[0].whole, _SET)


def _same(value: Value, expected: bytes) -> None:
    if value.whole != expected:
        raise NotCanonical
