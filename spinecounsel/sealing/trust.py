"""Whether a seal was made by the key in it, and whether that key leads to a pinned root."""

import datetime as dt
import hashlib
import logging
from textwrap import wrap
from typing import TYPE_CHECKING

from spinecounsel.sealing.cms import Seal
from spinecounsel.sealing.der import only, values
from spinecounsel.sealing.twins import smaller

if TYPE_CHECKING:
    from pyhanko_certvalidator import ValidationContext

_SEQUENCE = 0x30
_LONGEST_NAME = 120
_TALKATIVE = ("pyhanko", "pyhanko_certvalidator")  # tracebacks for each seal that is not trusted


def hush() -> None:
    """Keep the libraries from logging: what they find is said in the verdict."""
    for name in _TALKATIVE:
        logging.getLogger(name).setLevel(logging.CRITICAL + 1)


def is_signed(seal: Seal) -> bool:
    """Whether the signature in the seal was made by the key in it, and is the one that counts."""
    from cryptography.exceptions import InvalidSignature
    from cryptography.hazmat.primitives.asymmetric import ec, padding, rsa
    from cryptography.hazmat.primitives.hashes import SHA256
    from cryptography.x509 import load_der_x509_certificate

    key = load_der_x509_certificate(seal.signer).public_key()
    try:
        if seal.is_rsa and isinstance(key, rsa.RSAPublicKey):
            key.verify(seal.signature, seal.attributes, padding.PKCS1v15(), SHA256())
        elif not seal.is_rsa and isinstance(key, ec.EllipticCurvePublicKey):
            key.verify(seal.signature, seal.attributes, ec.ECDSA(SHA256()))
        else:
            return False
    except InvalidSignature:
        return False
    return smaller(seal.signature, seal.signer) == seal.signature


def way_from_root(seal: Seal, root: bytes, moment: dt.datetime) -> tuple[bytes, ...] | None:
    """Give the certificates from ``root`` to the signer when all are valid at ``moment``."""
    import asyncio

    from asn1crypto.x509 import Certificate  # type: ignore[import-untyped]
    from pyhanko_certvalidator import CertificateValidator
    from pyhanko_certvalidator.errors import PathError, ValidationError

    signer, *others = (Certificate.load(each) for each in (seal.signer, *seal.others))
    validator = CertificateValidator(
        signer, others, validation_context=context(root, moment), pkix_params=None
    )
    hush()
    try:
        path = asyncio.run(validator.async_validate_path())
    except (PathError, ValidationError):
        return None
    return tuple(each.dump() for each in path.iter_certs(include_root=True))


def context(root: bytes, moment: dt.datetime) -> "ValidationContext":
    """Give what the library is to rely on: this root, that moment, and no network."""
    from asn1crypto.x509 import Certificate
    from pyhanko_certvalidator import ValidationContext

    return ValidationContext(
        trust_roots=[Certificate.load(root)],
        moment=moment,
        best_signature_time=moment,
        allow_fetching=False,
    )


def upwards(seal: Seal) -> tuple[bytes, ...]:
    """Give the certificates from the signer's up to that which the seal ends in, by their names."""
    by_subject = {_subject(each): each for each in seal.others}
    way = [seal.signer]
    while len(way) <= len(seal.others):
        above = by_subject.get(_issuer(way[-1]))
        if above is None or above in way:
            break
        way.append(above)
    return tuple(way)


def holds_together(way: tuple[bytes, ...]) -> bool:
    """Whether each certificate was signed by the next, and the last, if it is a root, by itself."""
    from cryptography.exceptions import InvalidSignature
    from cryptography.x509 import load_der_x509_certificate

    above = (*way[1:], *(way[-1:] if _issuer(way[-1]) == _subject(way[-1]) else ()))
    try:
        for lower, upper in zip(way, above, strict=False):
            load_der_x509_certificate(lower).verify_directly_issued_by(
                load_der_x509_certificate(upper)
            )
    except (InvalidSignature, TypeError, ValueError):
        return False
    return True


def name_of(certificate: bytes) -> str:
    """Give the name of whom a certificate is for; empty when it names nobody.

    A stranger may have written it: it is cut where it is long, and signs that are not letters go.
    """
    from cryptography.x509 import load_der_x509_certificate
    from cryptography.x509.oid import NameOID

    subject = load_der_x509_certificate(certificate).subject
    wanted = (NameOID.ORGANIZATION_NAME, NameOID.COMMON_NAME)
    found = [str(each.value) for kind in wanted for each in subject.get_attributes_for_oid(kind)]
    name = ", ".join(dict.fromkeys(found))[:_LONGEST_NAME]
    return "".join(each for each in name if each.isprintable())


def ends_of(certificate: bytes) -> dt.datetime:
    """Give when a certificate ends (aware)."""
    from cryptography.x509 import load_der_x509_certificate

    return load_der_x509_certificate(certificate).not_valid_after_utc


def fingerprint_of(certificate: bytes) -> str:
    """Give the SHA-256 (hex) that a certificate is compared by."""
    return hashlib.sha256(certificate).hexdigest()


def in_groups(fingerprint: str) -> str:
    """Give a fingerprint as people compare it: eight digits at a time."""
    return " ".join(wrap(fingerprint, 8))


def _issuer(certificate: bytes) -> bytes:
    return _part(certificate, 3)


def _subject(certificate: bytes) -> bytes:
    return _part(certificate, 5)


def _part(certificate: bytes, place: int) -> bytes:
    return values(only(certificate, _SEQUENCE)[0].inside)[place].whole
