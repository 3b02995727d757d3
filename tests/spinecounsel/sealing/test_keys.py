"""The key of an installation: what a reader of sealed files asks of it."""

import datetime as dt

import pytest
from cryptography import x509

from spinecounsel.sealing.keys import new_seal_key, renewed, root_pem
from spinecounsel.sealing.roots import read_root

NOW = dt.datetime(2026, 11, 24, 12, tzinfo=dt.UTC)


@pytest.fixture(scope="module")
def key():
    return new_seal_key("1a2b", now=NOW)


def certificate(data):
    return x509.load_der_x509_certificate(data)


def extension(data, kind):
    return certificate(data).extensions.get_extension_for_class(kind).value


def test_the_lower_key_stands_under_the_root(key):
    certificate(key.certificate).verify_directly_issued_by(certificate(key.root))
    certificate(key.root).verify_directly_issued_by(certificate(key.root))
    root = extension(key.root, x509.BasicConstraints)
    assert (root.ca, root.path_length) == (True, 0)
    assert not extension(key.certificate, x509.BasicConstraints).ca


def test_a_key_is_named_for_the_installation_and_its_root_too(key):
    names = [
        each.subject.rfc4514_string() for each in map(certificate, (key.certificate, key.root))
    ]
    assert names == [
        "CN=SpineCounsel installation 1a2b",
        "CN=SpineCounsel installation 1a2b (root)",
    ]
    later = NOW + dt.timedelta(days=1050)
    assert certificate(renewed(key, now=later).certificate).subject.rfc4514_string() == names[0]
    assert new_seal_key("a" * 99, now=NOW).root, "a long name is cut"


def test_each_key_may_do_its_own_work_only(key):
    root, seal = (extension(each, x509.KeyUsage) for each in (key.root, key.certificate))
    assert (root.key_cert_sign, root.digital_signature) == (True, False)
    assert (seal.key_cert_sign, seal.digital_signature, seal.content_commitment) == (
        *(False, True, True),
    )
    mail = x509.ExtendedKeyUsageOID.EMAIL_PROTECTION
    documents, other = extension(key.certificate, x509.ExtendedKeyUsage)
    assert other == mail
    assert documents.dotted_string == f"{mail.dotted_string.rpartition('.')[0]}.36"


def test_a_key_is_renewed_in_time_under_the_same_root(key):
    assert not key.is_due(NOW + dt.timedelta(days=1000))
    later = NOW + dt.timedelta(days=1050)
    assert key.is_due(later)
    new = renewed(key, now=later)
    assert (new.root, new.root_key) == (key.root, key.root_key)
    assert (new.certificate != key.certificate, new.key != key.key) == (True, True)
    certificate(new.certificate).verify_directly_issued_by(certificate(key.root))
    assert not new.is_due(later)


def test_no_key_outlives_its_root(key):
    late = NOW + dt.timedelta(days=29 * 365)
    assert renewed(key, now=late).ends == certificate(key.root).not_valid_after_utc


def test_the_root_is_handed_on_as_a_text_file(key):
    assert read_root(root_pem(key.root), "root.pem") == key.root
    assert x509.load_pem_x509_certificate(root_pem(key.root)) == certificate(key.root)
