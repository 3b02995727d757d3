"""Checking files: what can be read, what its pages say, and whom to trust."""

import os

import pytest

from spinecounsel.consultation.reading import CannotRead
from spinecounsel.consultation.verification import trusted_roots, verify_file
from spinecounsel.document import compose
from spinecounsel.frozen import replaced
from spinecounsel.record.codec import encode
from spinecounsel.sealing.form import LARGEST
from spinecounsel.sealing.verdict import Seen, Verdict
from tests.helpers import records
from tests.helpers.sealed import NOW, pem, resealed, roots, sealed, with_record


def checked(path):
    return verify_file(path, roots(), now=NOW)


def written(folder, document):
    path = folder / "file.pdf"
    path.write_bytes(document)
    return path


def test_a_file_is_as_sealed_and_its_pages_say_what_its_record_says(tmp_path):
    found = checked(written(tmp_path, sealed()))
    assert found.state is Seen.SEALED
    assert "another version" not in found.reason.lower()


def test_pages_that_say_something_else_are_noticed_though_the_seal_holds(tmp_path):
    """Whoever has a trusted key might seal pages of one patient with the record of another."""
    record = records.given()
    forged = replaced(record, patient=replaced(record.patient, name="Somebody Else"))
    document = resealed(with_record(encode(record), compose(forged)))
    found = checked(written(tmp_path, document))
    assert found.state is Seen.NOT_TRUSTED
    assert "what one reads in it is not what the record inside says" in found.reason
    assert found.record is None


def test_the_same_words_in_other_bytes_are_the_same(tmp_path):
    record = records.given()
    found = checked(written(tmp_path, resealed(with_record(encode(record)))))
    assert found.state is Seen.SEALED


def test_of_another_version_it_is_said_what_was_not_compared(tmp_path):
    record = records.given(program="SpineCounsel 99.0.0")
    found = checked(written(tmp_path, resealed(compose(record))))
    assert found.state is Seen.SEALED
    assert "its words were not compared" in found.reason


def test_a_record_of_a_later_form_is_not_compared_either(tmp_path):
    import hashlib
    import json

    fields = json.loads(encode(records.given())) | {"later": 1, "sha256": ""}
    text = json.dumps(fields, sort_keys=True, separators=(",", ":"), ensure_ascii=False).encode()
    sha256 = hashlib.sha256(text).hexdigest()
    named = replaced(records.given(), sha256=sha256)
    later = text.replace(b'"sha256":""', f'"sha256":"{sha256}"'.encode())
    found = checked(written(tmp_path, resealed(with_record(later, compose(named)))))
    assert found.state is Seen.SEALED
    assert "its words were not compared" in found.reason


def _pipe(path):
    os.mkfifo(path)


def _closed(path):
    path.touch(mode=0)
    if os.access(path, os.R_OK):
        pytest.skip("this user may read everything")


def _huge(path):
    with path.open("wb") as file:
        file.truncate(2 * 10**9)  # takes no room on most disks


@pytest.mark.parametrize(
    ("make", "said"),
    [
        (lambda path: None, "This file is not there."),
        (lambda path: path.mkdir(), "This is a folder, not a file."),
        pytest.param(
            _pipe,
            "This is no file that can be read.",
            marks=pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes with names here"),
        ),
        (_closed, "ask for the right to read it"),
        (_huge, "larger than 50 million bytes"),
    ],
)
def test_what_cannot_be_read_is_said(tmp_path, make, said):
    path = tmp_path / "file.pdf"
    make(path)
    found = checked(path)
    assert found.state is (Seen.NOT_OURS if make is _huge else Seen.NOT_READ)
    assert said in found.reason


def test_no_more_is_read_than_a_file_may_be_large(tmp_path, monkeypatch):
    sizes = []

    def measured(document, *_, **__):
        sizes.append(len(document))
        return Verdict(state=Seen.NOT_OURS, reason="")

    monkeypatch.setattr("spinecounsel.consultation.verification.verify", measured)
    path = tmp_path / "file.pdf"
    _huge(path)
    checked(path)
    assert sizes == [LARGEST + 1]


def test_roots_come_from_the_folder_and_from_files(tmp_path):
    folder, other = tmp_path / "roots", tmp_path / "other.pem"
    assert trusted_roots(folder) == ()
    folder.mkdir()
    (folder / "a.pem").write_bytes(pem(roots()[0]))
    (folder / "readme.txt").write_text("Not read", "utf-8")
    other.write_bytes(pem(roots("Somebody Else")[0]))
    assert trusted_roots(folder, (other,)) == (*roots(), *roots("Somebody Else"))
    with pytest.raises(CannotRead):
        trusted_roots(folder, (tmp_path / "missing.pem",))
