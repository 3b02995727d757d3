"""Settings of a real vault: read, written, refused; and a record that names its clinic."""

import os

import pytest

from spinecounsel.consultation import filing
from spinecounsel.consultation.reading import CannotRead
from spinecounsel.consultation.settings import remove_logo, settings, use_logo, write
from spinecounsel.consultation.transfer import export_records
from spinecounsel.consultation.transfer_in import import_records
from spinecounsel.consultation.verification import roots_of, verify_file
from spinecounsel.document import DocumentKind
from spinecounsel.document.logo import NotALogo
from spinecounsel.sealing.verdict import Seen
from spinecounsel.storage import open_vault
from spinecounsel.viewing.settings import CONFIRM_AFTER, IDLE, JURISDICTION, NAME, Settings, Unfit
from tests.helpers import records
from tests.helpers.logos import clinic, drawn
from tests.helpers.programs import PASSPHRASE, quick_vault
from ui.wiring.program import VAULT

RECORD = records.given(clinic=clinic())
NOW = RECORD.sealed


def opened(folder):
    folder.mkdir(exist_ok=True)
    quick_vault(folder, NOW)
    return open_vault(folder / VAULT, PASSPHRASE, now=NOW)


@pytest.fixture
def vault(tmp_path):
    made = opened(tmp_path)
    yield made
    made.close()


def put(vault, key, typed):
    return write(vault, key=key, typed=typed, now=NOW)


def test_what_was_written_holds_from_then_on(vault, tmp_path):
    assert settings(vault) == Settings()
    for key, typed in (
        (NAME, " Klinik Süd, Łódź "),
        (JURISDICTION, "Example State"),
        (CONFIRM_AFTER, "60"),
        (IDLE, "12"),
    ):
        put(vault, key, typed)
    (tmp_path / "logo.png").write_bytes(drawn())
    kept = use_logo(vault, path=tmp_path / "logo.png", now=NOW)
    assert kept == settings(vault) == Settings(clinic=clinic(), idle_minutes=12)
    put(vault, CONFIRM_AFTER, "")
    put(vault, NAME, "")
    now = remove_logo(vault, now=NOW)
    assert now.clinic == clinic(name="", logo=b"", confirm_after=None)


def test_what_is_refused_leaves_what_was_set_before(vault, tmp_path):
    put(vault, IDLE, "12")
    (tmp_path / "logo.png").write_bytes(drawn())
    before = use_logo(vault, path=tmp_path / "logo.png", now=NOW)
    with pytest.raises(Unfit):
        put(vault, IDLE, "31")
    (tmp_path / "broken.png").write_bytes(drawn()[:200])
    with pytest.raises(NotALogo):
        use_logo(vault, path=tmp_path / "broken.png", now=NOW)
    with pytest.raises(CannotRead, match="not there"):
        use_logo(vault, path=tmp_path / "none.png", now=NOW)
    assert settings(vault) == before


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="there are no pipes in folders here")
def test_a_pipe_is_no_logo_and_nobody_waits_for_it(vault, tmp_path):
    os.mkfifo(tmp_path / "logo.png")
    with pytest.raises(CannotRead, match="no file"):
        use_logo(vault, path=tmp_path / "logo.png", now=NOW)


@pytest.mark.parametrize("kind", list(DocumentKind))
def test_a_sealed_document_of_a_clinic_is_as_it_was_sealed(vault, tmp_path, kind):
    path = tmp_path / "file.pdf"
    path.write_bytes(filing.document(vault, RECORD, kind, now=NOW))
    found = verify_file(path, roots_of(vault, tmp_path), now=NOW)
    assert found.state is Seen.SEALED
    assert "another version" not in found.reason.lower()


def test_the_list_knows_what_the_record_says_here_and_where_it_is_taken(vault, tmp_path):
    filing.file(vault, RECORD, now=NOW)
    path = tmp_path / "one.zip"
    export_records(vault, path, (RECORD.id,), now=NOW, progress=lambda _: True)
    other = opened(tmp_path / "other")
    import_records(other, path=path, now=NOW, progress=lambda _: True)
    for each in (vault, other):
        (row,) = each.search()
        assert row.confirm_after == 60
        assert filing.open_record(each, RECORD.id, now=NOW).record.house == clinic()
    other.close()
