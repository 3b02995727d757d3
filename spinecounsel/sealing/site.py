"""A site's own certificate in place of the installation's: from a file (PKCS #12) or a token.

RFC 7292 for files; PKCS #11 for tokens and smart cards.
"""

import datetime as dt
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from spinecounsel.dates import day
from spinecounsel.errors import UserError
from spinecounsel.frozen import Frozen
from spinecounsel.sealing.trust import name_of
from spinecounsel.wording import say

if TYPE_CHECKING:
    from cryptography.x509 import Certificate
    from pyhanko.sign.signers import Signer

MOST_BYTES = 1_000_000  # of a certificate file
_CURVES = {"secp256r1", "secp384r1", "secp521r1"}
_LEAST_RSA = 2_048  # bits


class NoSiteKey(UserError):
    """What was given cannot seal; the sentence says why and what to do."""


class TokenRefused(NoSiteKey):
    """The token did not take the PIN, or is not plugged in: it can be tried once more."""


class Token(Frozen, frozen=True, kw_only=True):
    """Where a key lies that never leaves its token.

    ``library`` is the path of the maker's PKCS #11 library, ``label`` names the token; ``raw`` says
    that the token signs digests only.
    """

    library: str
    label: str
    pin: str
    key: bytes
    raw: bool


class SiteKey(Frozen, frozen=True, kw_only=True):
    """A site's certificate and those above it (DER), with its key: ``key`` (PKCS #8) or a token."""

    certificate: bytes
    others: tuple[bytes, ...]
    key: bytes = b""
    token: Token | None = None

    @property
    def name(self) -> str:
        """Whom the certificate is for."""
        return name_of(self.certificate)

    @property
    def root(self) -> bytes:
        """The certificate that readers have to trust: the uppermost that came with it."""
        return self.others[-1] if self.others else self.certificate


def read_site_file(data: bytes, password: str, *, now: dt.datetime) -> SiteKey:
    """Take certificate and key out of a PKCS #12 file (``.p12``, ``.pfx``).

    ``NoSiteKey`` for a wrong password, another kind of file, no key, or one that may not seal.
    """
    from cryptography.hazmat.primitives.serialization import (
        Encoding,
        NoEncryption,
        PrivateFormat,
        pkcs12,
    )

    try:
        found = pkcs12.load_pkcs12(data[:MOST_BYTES], password.encode() or None)
    except (ValueError, TypeError) as error:
        raise NoSiteKey(
            say(
                "The certificate file could not be opened. Either the password is another one, or "
                "it is not a certificate file with a key in it (.p12 or .pfx). Nothing was changed."
            )
        ) from error
    if found.key is None or found.cert is None:
        raise NoSiteKey(
            say(
                "The file holds no private key, so nothing can be sealed with it. Export the "
                "certificate again together with its private key."
            )
        )
    _check(found.cert.certificate, now)
    above = [each.certificate for each in found.additional_certs]
    return SiteKey(
        certificate=found.cert.certificate.public_bytes(Encoding.DER),
        others=_upwards(found.cert.certificate, above),
        key=found.key.private_bytes(Encoding.DER, PrivateFormat.PKCS8, NoEncryption()),
    )


def read_site_token(library: str, label: str, pin: str, *, now: dt.datetime) -> SiteKey:
    """Find certificate and key on a token; ``NoSiteKey`` where there is not one that may seal."""
    from cryptography import x509
    from cryptography.hazmat.primitives.serialization import Encoding

    with _session(library, label, pin) as session:
        pairs, others = _on_token(session)
        if len(pairs) != 1:
            raise NoSiteKey(
                say(
                    "The token holds {n} keys with a certificate. There has to be one, so that it "
                    "is clear which one seals.",
                    n=len(pairs),
                )
            )
        (key_id, data) = pairs[0]
        certificate = x509.load_der_x509_certificate(data)
        _check(certificate, now)
        above = [x509.load_der_x509_certificate(each) for each in others]
        return SiteKey(
            certificate=certificate.public_bytes(Encoding.DER),
            others=_upwards(certificate, above),
            token=Token(
                library=library,
                label=label,
                pin=pin,
                key=key_id,
                raw=not _hashes(session, certificate),
            ),
        )


def still_valid(key: SiteKey, *, now: dt.datetime) -> SiteKey:
    """Give ``key``; ``NoSiteKey`` when its certificate has ended since it was chosen."""
    from cryptography import x509

    _check(x509.load_der_x509_certificate(key.certificate), now)
    return key


@contextmanager
def signer_of_site(key: SiteKey) -> Iterator["Signer"]:
    """Give what signs with ``key``, for as long as its token is open."""
    from asn1crypto.keys import PrivateKeyInfo  # type: ignore[import-untyped]
    from asn1crypto.x509 import Certificate  # type: ignore[import-untyped]
    from pyhanko.sign.signers import SimpleSigner
    from pyhanko_certvalidator.registry import SimpleCertificateStore

    others = [Certificate.load(each) for each in key.others]
    if key.token is None:
        yield SimpleSigner(
            signing_cert=Certificate.load(key.certificate),
            signing_key=PrivateKeyInfo.load(key.key),
            cert_registry=SimpleCertificateStore.from_certs(others),  # type: ignore[no-untyped-call]
        )
        return
    from pyhanko.sign.pkcs11 import PKCS11Signer

    with _session(key.token.library, key.token.label, key.token.pin) as session:
        yield PKCS11Signer(
            session,
            cert_id=key.token.key,  # given here, its certificate would stand in the seal twice
            key_id=key.token.key,
            ca_chain=others,
            use_raw_mechanism=key.token.raw,
        )


@contextmanager
def _session(library: str, label: str, pin: str) -> Iterator[Any]:
    """Open a token; what goes wrong on it becomes a sentence."""
    from pkcs11 import exceptions

    loaded = _loaded(library)
    try:
        with loaded.get_token(token_label=label).open(user_pin=pin) as session:
            yield session
    except (exceptions.PinIncorrect, exceptions.PinInvalid, exceptions.PinLenRange) as error:
        raise TokenRefused(
            say("The PIN was not accepted by the token. Too many wrong ones lock it.")
        ) from error
    except exceptions.PinLocked as error:
        raise NoSiteKey(
            say("The token is locked after too many wrong PINs. Its issuer can unlock it.")
        ) from error
    except (exceptions.NoSuchToken, exceptions.TokenNotPresent, exceptions.DeviceRemoved) as error:
        raise TokenRefused(
            say("No token “{label}” was found. Plug it in, then try again.", label=label)
        ) from error
    except exceptions.PKCS11Error as error:
        raise TokenRefused(
            say(
                "The token did not answer as expected ({fault}). Is it the right one, with the key "
                "still on it? Plug it in again, then try again.",
                fault=type(error).__name__,
            )
        ) from error


def _loaded(library: str) -> Any:
    import pkcs11

    try:
        return pkcs11.lib(library)
    except (pkcs11.PKCS11Error, OSError, RuntimeError) as error:
        raise NoSiteKey(
            say(
                "“{library}” is not a library for tokens (PKCS #11). Choose the one that came with "
                "the token.",
                library=library,
            )
        ) from error


def _on_token(session: Any) -> tuple[list[tuple[bytes, bytes]], list[bytes]]:
    """Give the keys that have a certificate, with it, and all other certificates."""
    from pkcs11 import Attribute, ObjectClass

    keys = {
        bytes(each[Attribute.ID])
        for each in session.get_objects({Attribute.CLASS: ObjectClass.PRIVATE_KEY})
    }
    pairs, others = [], []
    for each in session.get_objects({Attribute.CLASS: ObjectClass.CERTIFICATE}):
        ident, value = bytes(each[Attribute.ID]), bytes(each[Attribute.VALUE])
        if ident in keys:
            pairs.append((ident, value))
        else:
            others.append(value)
    return pairs, others


def _hashes(session: Any, certificate: "Certificate") -> bool:
    """Whether the token makes the digest itself; some sign digests only."""
    from cryptography.hazmat.primitives.asymmetric.rsa import RSAPublicKey
    from pkcs11 import Mechanism

    is_rsa = isinstance(certificate.public_key(), RSAPublicKey)
    wanted = Mechanism.SHA256_RSA_PKCS if is_rsa else Mechanism.ECDSA_SHA256
    return wanted in session.token.slot.get_mechanisms()


def _check(certificate: "Certificate", now: dt.datetime) -> None:
    """Say why a certificate may not seal."""
    if now > certificate.not_valid_after_utc:
        ended = day(certificate.not_valid_after_utc.date())
        raise NoSiteKey(
            say("The certificate ended on {day}. Ask for a new one where it came from.", day=ended)
        )
    if now < certificate.not_valid_before_utc:
        begins = day(certificate.not_valid_before_utc.date())
        raise NoSiteKey(
            say(
                "The certificate is valid from {day} on. Is this computer’s date right?", day=begins
            )
        )
    if not _may_sign(certificate):
        raise NoSiteKey(
            say(
                "The certificate is not made for signing documents, so readers would not accept "
                "the seal. Ask for one for signing."
            )
        )


def _may_sign(certificate: "Certificate") -> bool:
    from cryptography import x509
    from cryptography.hazmat.primitives.asymmetric import ec, rsa

    key = certificate.public_key()
    is_ec = isinstance(key, ec.EllipticCurvePublicKey) and key.curve.name in _CURVES
    is_rsa = isinstance(key, rsa.RSAPublicKey) and key.key_size >= _LEAST_RSA
    try:
        usage = certificate.extensions.get_extension_for_class(x509.KeyUsage).value
    except x509.ExtensionNotFound:
        return is_ec or is_rsa
    return (is_ec or is_rsa) and (usage.digital_signature or usage.content_commitment)


def _upwards(certificate: "Certificate", above: "list[Certificate]") -> tuple[bytes, ...]:
    """Give the certificates above one, from the next to the root, and none that leads elsewhere."""
    from cryptography.hazmat.primitives.serialization import Encoding

    by_name = {each.subject: each for each in above}
    way, here = [], certificate
    while here.issuer != here.subject and here.issuer in by_name:
        here = by_name.pop(here.issuer)
        way.append(here.public_bytes(Encoding.DER))
    return tuple(way)
