"""A site's own certificate, from a file and from a token."""

import datetime as dt

import pytest
from cryptography.hazmat.primitives.asymmetric import ec, ed25519, rsa

from spinecounsel.frozen import replaced
from spinecounsel.sealing.seal import seal
from spinecounsel.sealing.site import (
    NoSiteKey,
    TokenRefused,
    read_site_file,
    read_site_token,
)
from spinecounsel.sealing.verdict import Seen
from spinecounsel.sealing.verify import verify
from tests.helpers import sealed
from tests.helpers.certificates import NOW, PIN, TOKENS, der, site, token_in


def short_key():
    return rsa.generate_private_key(65537, 1024)  # noqa: S505 - to be refused


@pytest.mark.parametrize(
    "make",
    [
        lambda: ec.generate_private_key(ec.SECP256R1()),
        lambda: rsa.generate_private_key(65537, 2048),
    ],
    ids=["ecdsa", "rsa"],
)
def test_a_site_seals_with_its_own_certificate(make):
    file, _, own, root = site(make())
    key = read_site_file(file, "pass", now=NOW)
    assert (key.name, key.root, key.certificate) == ("Spine Hospital", der(root), der(own))
    made = seal(sealed.unsealed(), key, when=NOW)
    found = verify(made, (der(root),), now=sealed.NOW)
    assert (found.state, found.signer) == (Seen.SEALED, "Spine Hospital")
    assert verify(made, sealed.roots(), now=sealed.NOW).state is Seen.NOT_TRUSTED


@pytest.mark.parametrize(
    ("file", "password", "words"),
    [
        (lambda: site()[0], "other", "password is another one"),
        (lambda: b"no certificate at all", "pass", "not a certificate file"),
        (lambda: b"", "pass", "not a certificate file"),
        (lambda: site(with_key=False)[0], "pass", "holds no private key"),
        (lambda: site(ends=NOW - dt.timedelta(days=1))[0], "pass", "ended on 23 November 2026"),
        (lambda: site(begins=NOW + dt.timedelta(days=1))[0], "pass", "valid from 25 November 2026"),
        (lambda: site(usage=False)[0], "pass", "not made for signing"),
        (lambda: site(short_key())[0], "pass", "not made for signing"),
        (lambda: site(ed25519.Ed25519PrivateKey.generate())[0], "pass", "not made for signing"),
    ],
)
def test_what_cannot_seal_is_refused_with_a_sentence(file, password, words):
    with pytest.raises(NoSiteKey, match=words):
        read_site_file(file(), password, now=NOW)


@pytest.fixture(scope="module")
def token(tmp_path_factory):
    with token_in(tmp_path_factory.mktemp("token")) as root:
        yield root


def test_a_key_that_never_leaves_its_token_seals(token):
    key = read_site_token(str(TOKENS), "clinic", PIN, now=NOW)
    assert (key.name, key.root, key.key) == ("Spine Hospital", token, b"")
    made = seal(sealed.unsealed(), key, when=NOW)
    assert verify(made, (token,), now=sealed.NOW).state is Seen.SEALED


def test_a_key_that_is_gone_from_its_token_is_said(token):
    key = read_site_token(str(TOKENS), "clinic", PIN, now=NOW)
    gone = replaced(key, token=replaced(key.token, key=b"9"))
    with pytest.raises(NoSiteKey, match="with the key still on it"):
        seal(sealed.unsealed(), gone, when=NOW)


@pytest.mark.parametrize(
    ("label", "pin", "words"),
    [("clinic", "0000", "PIN was not accepted"), ("other", PIN, "No token “other” was found")],
)
def test_a_token_that_does_not_open_is_said(token, label, pin, words):
    with pytest.raises(TokenRefused, match=words):
        read_site_token(str(TOKENS), label, pin, now=NOW)


def test_a_file_that_is_no_library_is_said(tmp_path):
    file = tmp_path / "library.so"
    file.write_bytes(b"nothing")
    with pytest.raises(NoSiteKey, match="is not a library for tokens"):
        read_site_token(str(file), "clinic", PIN, now=NOW)
