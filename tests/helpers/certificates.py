"""Certificates of a hospital for tests: in a file, and on a token made by SoftHSM."""

import datetime as dt
import os
import shutil
import subprocess
from contextlib import contextmanager
from pathlib import Path

import pytest
from cryptography import x509
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.serialization import (
    BestAvailableEncryption,
    Encoding,
    NoEncryption,
    PrivateFormat,
    pkcs12,
)
from cryptography.x509.oid import NameOID

from tests.helpers import sealed

NOW = sealed.WHEN
YEAR = dt.timedelta(days=365)
TOKENS = Path("/usr/lib/softhsm/libsofthsm2.so")
PIN = "4711"


def name(words):
    return x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, words)])


def certificate(  # noqa: PLR0913 - what tells certificates apart
    key, who, by, by_key, *, begins=NOW - YEAR, ends=NOW + YEAR, ca=False, usage=True
):
    usages = dict.fromkeys(
        ["key_encipherment", "data_encipherment", "key_agreement", "encipher_only"], False
    )
    builder = (
        x509.CertificateBuilder()
        .subject_name(name(who))
        .issuer_name(name(by))
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(begins)
        .not_valid_after(ends)
        .add_extension(x509.BasicConstraints(ca=ca, path_length=None), critical=True)
        .add_extension(
            x509.KeyUsage(
                digital_signature=usage and not ca,
                content_commitment=False,
                key_cert_sign=ca,
                crl_sign=ca,
                decipher_only=False,
                **usages,
            ),
            critical=True,
        )
    )
    return builder.sign(by_key, SHA256())


def site(key=None, *, password=b"pass", with_key=True, **more):
    """A PKCS #12 file of a hospital, and the root above its certificate."""
    key = key or ec.generate_private_key(ec.SECP256R1())
    top = ec.generate_private_key(ec.SECP256R1())
    root = certificate(top, "Hospital root", "Hospital root", top, ca=True)
    own = certificate(key, "Spine Hospital", "Hospital root", top, **more)
    file = pkcs12.serialize_key_and_certificates(
        b"seal", key if with_key else None, own, [root], BestAvailableEncryption(password)
    )
    return file, key, own, root


def der(certificate):
    return certificate.public_bytes(Encoding.DER)


@contextmanager
def token_in(folder):
    """A token “clinic” with one key and its certificate; gives the root above it."""
    if not TOKENS.exists() or not shutil.which("softhsm2-util"):
        pytest.skip("SoftHSM is not here")
    import pkcs11
    from pkcs11 import Attribute, CertificateType, ObjectClass
    from pkcs11.util.ec import decode_ec_private_key
    from pkcs11.util.x509 import decode_x509_certificate

    (folder / "conf").write_text(f"directories.tokendir = {folder}\n")
    os.environ["SOFTHSM2_CONF"] = str(folder / "conf")
    command = ["softhsm2-util", "--init-token", "--free", "--label", "clinic"]
    subprocess.run([*command, "--pin", PIN, "--so-pin", PIN], check=True, capture_output=True)
    _, key, own, root = site()
    with (
        pkcs11.lib(str(TOKENS))
        .get_token(token_label="clinic")  # noqa: S106
        .open(user_pin=PIN, rw=True) as session
    ):
        raw = key.private_bytes(Encoding.DER, PrivateFormat.TraditionalOpenSSL, NoEncryption())
        stored = {Attribute.TOKEN: True, Attribute.ID: b"1"}
        session.create_object(decode_ec_private_key(raw) | stored)
        for each, ident in ((own, b"1"), (root, b"2")):
            session.create_object(
                decode_x509_certificate(der(each))
                | {
                    Attribute.CLASS: ObjectClass.CERTIFICATE,
                    Attribute.CERTIFICATE_TYPE: CertificateType.X_509,
                    Attribute.TOKEN: True,
                    Attribute.ID: ident,
                }
            )
    yield der(root)
    pkcs11.unload(str(TOKENS))  # or the next one would look for its tokens in this folder
    del os.environ["SOFTHSM2_CONF"]
