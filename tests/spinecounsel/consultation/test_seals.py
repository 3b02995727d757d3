"""Which key seals, with a real vault."""

import datetime as dt
import hashlib

import pytest
from cryptography.hazmat.primitives.hashes import SHA256

from spinecounsel.consultation import filing, seals
from spinecounsel.consultation.reading import CannotRead
from spinecounsel.document import DocumentKind
from spinecounsel.frozen import replaced
from spinecounsel.sealing.keys import SealKey
from spinecounsel.sealing.roots import read_root
from spinecounsel.sealing.seal import seal
from spinecounsel.sealing.site import NoSiteKey, SiteKey, Token
from spinecounsel.sealing.verdict import Seen
from spinecounsel.sealing.verify import verify
from spinecounsel.storage import open_vault
from spinecounsel.viewing.sealer import Sealer
from tests.helpers import certificates, records, sealed
from tests.helpers.programs import PASSPHRASE, quick_vault
from ui.wiring.program import VAULT

NOW = dt.datetime(2026, 11, 24, 12, tzinfo=dt.UTC)


@pytest.fixture
def vault(tmp_path):
    quick_vault(tmp_path, NOW)
    made = open_vault(tmp_path / VAULT, PASSPHRASE, now=NOW)
    yield made
    made.close()


def roots_beside(vault):
    folder = vault.path.parent / seals.ROOTS
    return {read_root(file.read_bytes(), file.name) for file in folder.glob("*.pem")}


def test_the_first_need_makes_a_key_and_the_next_ones_use_it(vault):
    assert seals.roots(vault) == ()
    key = seals.sealing_key(vault, now=NOW)
    assert seals.sealing_key(vault, now=NOW) == key
    assert seals.roots(vault) == (key.root,)
    assert roots_beside(vault) == {key.root}
    assert [event.kind for event in vault.events("")][-1] == "key of seals"


def test_a_key_that_ends_is_renewed_and_the_root_stays(vault):
    key = seals.sealing_key(vault, now=NOW)
    later = NOW + dt.timedelta(days=1200)
    new = seals.sealing_key(vault, now=later)
    assert (new.root, new.certificate != key.certificate) == (key.root, True)
    assert seals.roots(vault) == (key.root,)


@pytest.mark.parametrize("years", [-2, 29, 40])
def test_where_the_root_does_not_reach_there_is_another_and_both_are_kept(vault, years):
    """It ends after 30 years; a clock that was wrong when it was made is set right."""
    old = seals.sealing_key(vault, now=NOW)
    then = NOW.replace(year=NOW.year + years)
    new = seals.sealing_key(vault, now=then)
    assert seals.roots(vault) == (old.root, new.root)
    assert seals.sealing_key(vault, now=then + dt.timedelta(days=1)) == new
    document = seal(sealed.unsealed(), new, when=then)
    assert verify(document, seals.roots(vault), now=then).state is Seen.SEALED


def test_what_is_filed_and_what_is_made_later_is_sealed(vault):
    filed = filing.file(vault, records.given(), now=NOW)
    again = filing.document(vault, filed.record, DocumentKind.RECORD, now=NOW)
    for document in (filed.document, again):
        assert verify(document, seals.roots(vault), now=NOW).state is Seen.SEALED
    assert vault.record(filed.record.id).document == filed.document


def test_a_site_takes_the_place_of_the_installation_and_gives_it_back(vault):
    own = seals.sealing_key(vault, now=NOW)
    other = sealed.key(sealed.CLINIC)
    site = SiteKey(certificate=other.certificate, others=(other.root,), key=other.key)
    seals.use_site_key(vault, site, now=NOW)
    assert seals.sealing_key(vault, now=NOW) == site
    assert seals.roots(vault) == (own.root, other.root)
    file = vault.path.parent / "for readers.pem"
    told = seals.save_root(vault, file, now=NOW)
    assert read_root(file.read_bytes(), "root") == other.root
    assert told.replace(" ", "") == hashlib.sha256(other.root).hexdigest()
    seals.use_own_key(vault, now=NOW)
    assert seals.sealing_key(vault, now=NOW) == own
    assert isinstance(own, SealKey)


def test_who_seals_is_told_and_looking_makes_no_key(vault):
    assert seals.sealer(vault, now=NOW) == Sealer()
    assert seals.kept_keys(vault) == ()
    own = seals.sealing_key(vault, now=NOW)
    told = seals.sealer(vault, now=NOW)
    assert (told.is_site, told.ends, told.problem) == (False, own.ends.date(), "")
    assert told.root_name == f"{told.name} (root)"
    assert told.fingerprint.replace(" ", "") == hashlib.sha256(own.root).hexdigest()


def test_a_certificate_from_a_file_is_told_until_it_has_ended(vault):
    data, _, own, root = certificates.site()
    file = vault.path.parent / "clinic.p12"
    file.write_bytes(data)
    site = seals.site_key_of_file(file, "pass", now=NOW)
    seals.use_site_key(vault, site, now=NOW)
    told = seals.sealer(vault, now=NOW)
    assert (told.is_site, told.name, told.token) == (True, "Spine Hospital", "")
    assert (told.root_name, told.ends) == ("Hospital root", own.not_valid_after_utc.date())
    assert told.fingerprint.replace(" ", "") == root.fingerprint(SHA256()).hex()
    later = seals.sealer(vault, now=NOW.replace(year=NOW.year + 4))
    assert later.problem.startswith("The certificate ended on")


def test_a_certificate_file_that_is_not_there_is_said(tmp_path):
    with pytest.raises(CannotRead, match="This file is not there"):
        seals.site_key_of_file(tmp_path / "no.p12", "pass", now=NOW)


def test_a_site_whose_certificate_has_ended_seals_no_more(vault):
    other = sealed.key(sealed.CLINIC)
    site = SiteKey(certificate=other.certificate, others=(other.root,), key=other.key)
    seals.use_site_key(vault, site, now=NOW)
    with pytest.raises(NoSiteKey, match=r"The certificate ended on .* own key can seal"):
        filing.file(vault, records.given(), now=NOW.replace(year=NOW.year + 4))
    assert vault.search() == ()


def test_the_pin_of_a_token_is_asked_for_and_not_kept(vault):
    token = Token(library="/lib/token.so", label="clinic", pin="4711", key=b"1", raw=False)
    site = SiteKey(certificate=sealed.key(sealed.CLINIC).certificate, others=(), token=token)
    seals.use_site_key(vault, site, now=NOW)
    assert b"4711" not in b"".join(vault.seal_keys())
    with pytest.raises(seals.PinNeeded, match="PIN of the token “clinic”"):
        seals.sealing_key(vault, now=NOW)
    assert seals.sealer(vault, now=NOW).token == "clinic"  # noqa: S105 - its name
    assert seals.sealing_key(vault, now=NOW, pin="0815") == replaced(
        site, token=replaced(token, pin="0815")
    )


def test_nothing_is_filed_when_the_seal_fails(vault):
    token = Token(library="/no/such.so", label="clinic", pin="", key=b"1", raw=False)
    site = SiteKey(certificate=sealed.key(sealed.CLINIC).certificate, others=(), token=token)
    seals.use_site_key(vault, site, now=NOW)
    with pytest.raises(seals.PinNeeded):
        filing.file(vault, records.given(), now=NOW)
    assert vault.search() == ()


def test_a_root_that_was_removed_beside_the_vault_is_put_there_again(vault):
    key = seals.sealing_key(vault, now=NOW)
    for file in (vault.path.parent / seals.ROOTS).iterdir():
        file.unlink()
    seals.sealing_key(vault, now=NOW)
    assert roots_beside(vault) == {key.root}


def test_a_place_that_takes_no_root_stops_nobody(vault):
    (vault.path.parent / seals.ROOTS).write_bytes(b"a file where the folder should be")
    assert seals.sealing_key(vault, now=NOW).root in seals.roots(vault)
