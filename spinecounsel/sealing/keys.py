"""The key of an installation: a root that readers can pin, and a key under it that seals.

RFC 5280 certificates with ECDSA over P-256 (FIPS 186-5).  The key that seals is renewed under the
same root, so that a site hands out one root file for the life of an installation.
"""

import base64
import datetime as dt
from textwrap import wrap
from typing import TYPE_CHECKING

from spinecounsel.frozen import Frozen, replaced

if TYPE_CHECKING:
    from cryptography import x509
    from cryptography.hazmat.primitives import hashes
    from cryptography.hazmat.primitives.asymmetric.ec import EllipticCurvePrivateKey

ROOT_YEARS, YEARS = 30, 3
_DUE = dt.timedelta(days=60)  # as long before its end a key is renewed
_CLOCKS_DIFFER = dt.timedelta(days=1)
_YEAR = dt.timedelta(days=365)
_PROGRAM, _ROOT = "SpineCounsel installation ", " (root)"
_LONGEST = 30  # letters of a name: X.520 gives a common name 64
_FOR_DOCUMENTS = 36  # among the purposes of PKIX (RFC 9336); it has no name in the library yet


class SealKey(Frozen, frozen=True, kw_only=True):
    """Certificates and private keys (PKCS #8), all DER; ``made`` and ``ends`` are of the lower key.

    ``root_key`` signs only keys that seal; ``certificate`` and ``key`` seal.
    """

    root: bytes
    root_key: bytes
    certificate: bytes
    key: bytes
    made: dt.datetime
    ends: dt.datetime

    def is_due(self, now: dt.datetime) -> bool:
        """Whether the key that seals ends soon, has ended, or, by the clock, is not valid yet."""
        return not self.made - _CLOCKS_DIFFER <= now <= self.ends - _DUE

    def root_lasts(self, now: dt.datetime) -> bool:
        """Whether a key made now under the root would be valid for all its time."""
        from cryptography.x509 import load_der_x509_certificate

        root = load_der_x509_certificate(self.root)
        last = root.not_valid_after_utc - YEARS * _YEAR
        return root.not_valid_before_utc <= now - _CLOCKS_DIFFER and now <= last


def new_seal_key(name: str, *, now: dt.datetime) -> SealKey:
    """Make root and key for a new installation; ``name`` tells it apart and names no patient."""
    from cryptography.hazmat.primitives.asymmetric import ec

    key = ec.generate_private_key(ec.SECP256R1())
    whose = _named(f"{_PROGRAM}{name[:_LONGEST]}{_ROOT}")
    builder = _built(whose, whose, key, now, years=ROOT_YEARS)
    root = _for_roots(builder, key).sign(key, _sha256())
    empty = SealKey(
        root=_der(root), root_key=_private(key), certificate=b"", key=b"", made=now, ends=now
    )
    return renewed(empty, now=now)


def renewed(old: SealKey, *, now: dt.datetime) -> SealKey:
    """Give a new key that seals, under the same root; it ends no later than the root does."""
    from cryptography import x509
    from cryptography.hazmat.primitives.asymmetric import ec
    from cryptography.hazmat.primitives.serialization import load_der_private_key

    root = x509.load_der_x509_certificate(old.root)
    root_key = load_der_private_key(old.root_key, None)
    assert isinstance(root_key, ec.EllipticCurvePrivateKey)  # noqa: S101 - made by new_seal_key
    key = ec.generate_private_key(ec.SECP256R1())
    whose = _named(_name_in(root).removesuffix(_ROOT))
    ends = min(now + YEARS * _YEAR, root.not_valid_after_utc)
    builder = _built(whose, root.subject, key, now, ends=ends)
    made = _for_seals(builder, root_key).sign(root_key, _sha256())
    return replaced(
        old, certificate=_der(made), key=_private(key), made=now, ends=made.not_valid_after_utc
    )


def root_pem(root: bytes) -> bytes:
    """Give a certificate (DER) as the text file that people hand on (RFC 7468)."""
    lines = wrap(base64.b64encode(root).decode("ascii"), 64)
    whole = ["-----BEGIN CERTIFICATE-----", *lines, "-----END CERTIFICATE-----", ""]
    return "\n".join(whole).encode("ascii")


def _named(name: str) -> "x509.Name":
    from cryptography import x509
    from cryptography.x509.oid import NameOID

    return x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, name)])


def _name_in(certificate: "x509.Certificate") -> str:
    from cryptography.x509.oid import NameOID

    (name,) = certificate.subject.get_attributes_for_oid(NameOID.COMMON_NAME)
    return str(name.value)


def _built(
    subject: "x509.Name",
    issuer: "x509.Name",
    key: "EllipticCurvePrivateKey",
    now: dt.datetime,
    *,
    years: int = 0,
    ends: dt.datetime | None = None,
) -> "x509.CertificateBuilder":
    """Begin a certificate for ``key``, valid from a day ago: clocks differ."""
    from cryptography import x509

    return (
        x509.CertificateBuilder()
        .subject_name(subject)
        .issuer_name(issuer)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - _CLOCKS_DIFFER)
        .not_valid_after(ends or now + years * _YEAR)
        .add_extension(x509.SubjectKeyIdentifier.from_public_key(key.public_key()), critical=False)
    )


def _for_roots(
    builder: "x509.CertificateBuilder", key: "EllipticCurvePrivateKey"
) -> "x509.CertificateBuilder":
    from cryptography import x509

    return (
        builder.add_extension(x509.BasicConstraints(ca=True, path_length=0), critical=True)
        .add_extension(_usage(certificates=True), critical=True)
        .add_extension(_issued_by(key), critical=False)
    )


def _for_seals(
    builder: "x509.CertificateBuilder", root_key: "EllipticCurvePrivateKey"
) -> "x509.CertificateBuilder":
    from cryptography import x509
    from cryptography.x509.oid import ExtendedKeyUsageOID

    mail = ExtendedKeyUsageOID.EMAIL_PROTECTION  # some readers of sealed files ask for it
    family, _, _ = mail.dotted_string.rpartition(".")
    purposes = [x509.ObjectIdentifier(f"{family}.{_FOR_DOCUMENTS}"), mail]
    return (
        builder.add_extension(x509.BasicConstraints(ca=False, path_length=None), critical=True)
        .add_extension(_usage(certificates=False), critical=True)
        .add_extension(x509.ExtendedKeyUsage(purposes), critical=False)
        .add_extension(_issued_by(root_key), critical=False)
    )


def _usage(*, certificates: bool) -> "x509.KeyUsage":
    from cryptography import x509

    return x509.KeyUsage(
        digital_signature=not certificates,
        content_commitment=not certificates,
        key_encipherment=False,
        data_encipherment=False,
        key_agreement=False,
        key_cert_sign=certificates,
        crl_sign=certificates,
        encipher_only=False,
        decipher_only=False,
    )


def _issued_by(key: "EllipticCurvePrivateKey") -> "x509.AuthorityKeyIdentifier":
    from cryptography import x509

    return x509.AuthorityKeyIdentifier.from_issuer_public_key(key.public_key())


def _der(certificate: "x509.Certificate") -> bytes:
    from cryptography.hazmat.primitives.serialization import Encoding

    return certificate.public_bytes(Encoding.DER)


def _private(key: "EllipticCurvePrivateKey") -> bytes:
    from cryptography.hazmat.primitives.serialization import (
        Encoding,
        NoEncryption,
        PrivateFormat,
    )

    return key.private_bytes(Encoding.DER, PrivateFormat.PKCS8, NoEncryption())


def _sha256() -> "hashes.SHA256":
    from cryptography.hazmat.primitives import hashes

    return hashes.SHA256()
