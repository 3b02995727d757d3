"""Making the seal."""

import io
import shutil
import subprocess
import threading

import pikepdf
import pytest

from spinecounsel.errors import UserError
from spinecounsel.sealing.seal import seal
from spinecounsel.sealing.verdict import Seen
from spinecounsel.sealing.verify import verify
from tests.helpers import sealed


def test_a_sealed_document_is_the_same_document_with_a_seal_behind_it():
    assert sealed.sealed().startswith(sealed.unsealed())
    assert verify(sealed.sealed(), sealed.roots(), now=sealed.NOW).state is Seen.SEALED


def test_the_seal_says_its_time_and_allows_no_change():
    with pikepdf.open(io.BytesIO(sealed.sealed())) as pdf:
        (field,) = pdf.Root.AcroForm.Fields
        assert str(field.V.M).startswith("D:20261124104200")
        (reference,) = field.V.Reference
        assert (reference.TransformMethod, reference.TransformParams.P) == ("/DocMDP", 1)
        assert pdf.Root.Perms.DocMDP.objgen == field.V.objgen


def test_what_a_document_says_of_itself_stays():
    """Its own time included: the same record says the same whenever it is sealed."""
    with (
        pikepdf.open(io.BytesIO(sealed.unsealed())) as before,
        pikepdf.open(io.BytesIO(sealed.sealed())) as after,
    ):
        assert after.Root.Metadata.read_bytes() == before.Root.Metadata.read_bytes()
        assert dict(after.docinfo) == dict(before.docinfo)
        assert "/Version" not in after.Root, "PDF/A-3 is of PDF 1.7"


@pytest.mark.parametrize("zone", ["UTC0", "<+03>-3", "Nowhere/Else"])
def test_no_time_zone_of_the_computer_is_in_the_way(monkeypatch, zone):
    monkeypatch.setenv("TZ", zone)
    made = sealed.resealed(sealed.unsealed())
    assert verify(made, sealed.roots(), now=sealed.NOW).sealed == sealed.WHEN


def test_it_is_made_in_a_worker_thread_too():
    made = []
    worker = threading.Thread(
        target=lambda: made.append(
            seal(sealed.unsealed(), sealed.key(sealed.CLINIC), when=sealed.WHEN)
        )
    )
    worker.start()
    worker.join()
    assert verify(made[0], sealed.roots(), now=sealed.NOW).state is Seen.SEALED


def test_what_is_sealed_cannot_be_sealed_again():
    with pytest.raises(UserError, match="sealed already"):
        seal(sealed.sealed(), sealed.key(sealed.CLINIC), when=sealed.WHEN)


@pytest.mark.skipif(not shutil.which("pdfsig"), reason="pdfsig (poppler-utils) is not here")
def test_another_program_finds_it_whole(tmp_path):
    file = tmp_path / "sealed.pdf"
    file.write_bytes(sealed.sealed())
    said = subprocess.run(
        ["pdfsig", "-nocert", file], capture_output=True, text=True, check=True
    ).stdout
    assert "Signature is Valid" in said
    assert "Total document signed" in said
