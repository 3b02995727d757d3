"""Whether any change of a sealed file is noticed, whatever it is."""

import random
import re
import shutil
import subprocess

import pytest

from spinecounsel.record.codec import encode
from spinecounsel.sealing import cms, form, trust
from spinecounsel.sealing.verdict import Seen
from spinecounsel.sealing.verify import verify
from tests.helpers import records
from tests.helpers.sealed import (
    CLINIC,
    NOW,
    WHEN,
    changes,
    key,
    resealed,
    rewritten,
    roots,
    seal_place,
    sealed,
    unsealed,
    with_record,
)


def seen(document, known=None):
    return verify(document, roots() if known is None else known, now=NOW)


def spelled(document, hexes):
    """The document with another seal in the room of its own."""
    first, last = seal_place(document)
    room = last - first
    return document[:first] + hexes.upper().ljust(room, "0").encode() + document[last:]


def seal_of(document):
    first, last = seal_place(document)
    return document[first:last].decode()


def test_an_untouched_file_is_as_it_was_sealed():
    found = seen(sealed())
    assert found.state is Seen.SEALED, found.reason
    assert found.signer == f"SpineCounsel installation {CLINIC}"
    assert found.sealed == WHEN
    assert found.record == encode(records.given())
    assert (found.number, found.kind) == (records.given().id, "record")
    assert found.root_sha256 == trust.fingerprint_of(roots()[0])
    assert "24 November 2026, 10:42" in found.reason


@pytest.mark.parametrize("seed", range(4))
def test_a_thousand_random_changes_are_all_noticed(seed):
    missed = [
        name
        for name, document in changes(250, seed=seed)
        if document != sealed() and seen(document).state is Seen.SEALED
    ]
    assert missed == []


def test_a_flip_at_any_place_of_the_seal_is_noticed():
    chance = random.Random(1)  # noqa: S311 - not for secrets
    missed = []
    first, last = seal_place(sealed())
    for place in range(first - 1, last + 1):
        changed = bytearray(sealed())
        changed[place] ^= 1 << chance.randrange(8)
        if seen(bytes(changed)).state is Seen.SEALED:
            missed.append(place - first)
    assert missed == []


def test_a_seal_with_another_certificate_in_it_is_changed_and_not_only_unknown():
    first, _ = seal_place(sealed())
    for certificate in (roots()[0], key(CLINIC).certificate):
        place = first + sealed()[first:].index(certificate.hex().upper().encode())
        for digit in (60, 300, 2 * len(certificate) - 20):  # its number, its dates, its signature
            changed = bytearray(sealed())
            changed[place + digit] ^= 1
            assert seen(bytes(changed)).state is Seen.CHANGED


def _lax_padding(digits):
    whole = bytes.fromhex(digits.decode())
    return whole[: 4 + int.from_bytes(whole[2:4], "big")]


def _in_padding():
    return spelled(sealed(), seal_of(sealed())[:-1] + "1")


def _in_header():
    """The version of the CMS, which no signature covers."""
    return spelled(sealed(), re.sub("020101310F", "020105310F", seal_of(sealed()), count=1))


def _by_others():
    return resealed(unsealed(), "Somebody Else")


@pytest.mark.parametrize(
    ("document", "room", "rule", "lax"),
    [
        (_in_padding, form, "_without_padding", _lax_padding),
        (_in_header, cms, "_same", lambda *_: None),
        (_by_others, trust, "upwards", lambda _: roots()),
    ],
)
def test_with_a_rule_switched_off_a_change_is_missed(monkeypatch, document, room, rule, lax):
    """So the tests above can fail."""
    assert seen(document()).state is not Seen.SEALED
    monkeypatch.setattr(room, rule, lax)
    if room is trust:  # the libraries, asked again for the way to the root, have to give in, too
        monkeypatch.setattr(trust, "way_from_root", lambda seal, *_: (seal.signer, *seal.others))
        monkeypatch.setattr("spinecounsel.sealing.contents._pyhanko_agrees", lambda *_: True)
    assert seen(document()).state is Seen.SEALED


def test_a_certificate_that_is_no_step_of_the_way_to_the_root_is_a_change(monkeypatch):
    """Nothing may ride along in the seal: what vouches for nothing was put there by somebody."""
    shorter = trust.way_from_root

    def way(seal, *given):
        whole = shorter(seal, *given)
        return tuple(each for each in whole if each == seal.signer)

    assert seen(sealed()).state is Seen.SEALED
    monkeypatch.setattr(trust, "way_from_root", way)
    assert seen(sealed()).state is Seen.CHANGED


@pytest.mark.parametrize(
    ("document", "state", "said"),
    [
        (lambda: sealed() + b"\n", Seen.CHANGED, "something was added behind the seal"),
        (lambda: sealed()[:-100], Seen.CHANGED, "The end of this file is missing"),
        (lambda: sealed()[:9_000], Seen.NOT_OURS, "The end of this PDF is missing"),
        (lambda: rewritten(sealed()), Seen.CHANGED, "another program saves a file anew"),
        (lambda: sealed().replace(b">record</", b">letter</"), Seen.CHANGED, "do not rely on it"),
        (unsealed, Seen.NOT_OURS, "bears no seal"),
        (lambda: b"", Seen.NOT_OURS, "This file is empty."),
        (lambda: b"{ a letter", Seen.NOT_OURS, "This is not a PDF"),
        (lambda: b"PK\3\4 record.pdf " + sealed(), Seen.NOT_OURS, "This is an archive"),
        (lambda: b"%PDF-1.7\n%%EOF\n", Seen.NOT_OURS, "no document of SpineCounsel"),
        (
            lambda: b"%PDF-1.7\n/ByteRange [0 1 2 3]\n%%EOF",
            Seen.NOT_OURS,
            "This PDF is signed, but",
        ),
        (lambda: b"%PDF-" + bytes(form.LARGEST), Seen.NOT_OURS, "larger than 50 million bytes"),
    ],
)
def test_the_reason_is_one_plain_sentence(document, state, said):
    found = seen(document())
    assert found.state is state
    assert said in found.reason
    assert found.reason.endswith(".")
    assert found.record is None


def test_a_seal_of_an_unknown_installation_is_named_with_its_root():
    found = seen(sealed(), roots("Somebody Else"))
    assert found.state is Seen.NOT_TRUSTED
    assert f"“{found.signer}”" in found.reason
    assert found.root_sha256 == trust.fingerprint_of(roots()[0])
    assert found.root_sha256 in found.reason.replace(" ", "")
    assert seen(sealed(), ()).state is Seen.NOT_TRUSTED


@pytest.mark.parametrize(
    ("years", "said"), [(40, "the key was not valid"), (1, "a time that is still to come")]
)
def test_a_seal_counts_for_its_own_time_only(years, said):
    found = seen(resealed(unsealed(), when=WHEN.replace(year=WHEN.year + years)))
    assert found.state is Seen.NOT_TRUSTED
    assert said in found.reason


def test_a_seal_of_years_ago_still_holds():
    found = verify(sealed(), roots(), now=NOW.replace(year=NOW.year + 60))
    assert found.state is Seen.SEALED


def _without_record(pdf):
    del pdf.Root.Names.EmbeddedFiles


def _with_two_records(pdf):
    names = pdf.Root.Names.EmbeddedFiles.Names
    names.extend([names[0], names[1]])


@pytest.mark.parametrize(
    ("document", "said"),
    [
        (lambda: rewritten(unsealed(), _without_record), "not there"),
        (lambda: rewritten(unsealed(), _with_two_records), "not there"),
        (lambda: with_record(b'{"id": "a", "sha256": "b"}'), "own fingerprint"),
        (lambda: with_record(b"[" * 100_000), "damaged"),
        (lambda: with_record(encode(records.refused())), "not what the record inside says"),
    ],
)
def test_even_a_trusted_key_seals_nothing_else(document, said):
    found = seen(resealed(document()))
    assert found.state in {Seen.NOT_TRUSTED, Seen.CHANGED}
    assert said in found.reason
    assert found.record is None


@pytest.mark.skipif(shutil.which("pdfsig") is None, reason="poppler's pdfsig is not installed")
def test_poppler_agrees(tmp_path):
    for name, document, whole in (("as", sealed(), True), ("added", sealed() + b"\n", False)):
        file = tmp_path / f"{name}.pdf"
        file.write_bytes(document)
        done = subprocess.run(
            ["pdfsig", "-nocert", file], capture_output=True, text=True, check=False
        )
        assert "Signature is Valid" in done.stdout
        assert ("Total document signed" in done.stdout.replace("Not total", "")) == whole
