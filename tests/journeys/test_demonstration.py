"""Both example cases, from an empty folder to the signed PDF, and the morning after."""

import datetime as dt

import pytest

from spinecounsel.consultation.filing import open_record
from spinecounsel.consultation.seals import ROOTS
from spinecounsel.consultation.verification import trusted_roots, verify_file
from spinecounsel.record.codec import decode_record
from spinecounsel.sealing.verdict import Seen
from tests.helpers.clock import START
from tests.helpers.demonstrations import EXAMPLES, STEPS, played, text_of, vault_of
from tests.helpers.packs import shipped_pack

CASES = sorted(path.stem for path in EXAMPLES.glob("*.toml"))
UNTYPED = ("Sample Patient", "TEST-0001", "garden", "Παπαδοπούλου", "TEST-0002", "Nikos", "shop")


def plain(text):
    return " ".join(text.split())


@pytest.mark.parametrize("case", CASES)
def test_a_whole_consultation(tmp_path, case):
    code, said, errors = played(tmp_path, EXAMPLES / f"{case}.toml")
    assert (code, errors) == (0, "")
    assert f"PDF: {tmp_path / 'summary.pdf'}" in said
    pictures = sorted(path.name for path in tmp_path.glob("*.png"))
    assert pictures == [f"{number:02}-{step}.png" for number, step in enumerate(STEPS, 1)]
    document = (tmp_path / "summary.pdf").read_bytes()
    record = the_record_next_morning(tmp_path, document)
    everything_is_on_paper(record, text_of(document))
    every_document_is_as_it_was_sealed(tmp_path, record)
    nothing_lies_in_clear(tmp_path / "vault")


def every_document_is_as_it_was_sealed(out, record):
    """Checked as a stranger does it, who has the files and the root."""
    trusted = trusted_roots(out / "vault" / ROOTS)
    found = {}
    for file in out.glob("*.pdf"):
        verdict = verify_file(file, trusted, now=dt.datetime.now(dt.UTC))
        assert verdict.state is Seen.SEALED, verdict.reason
        assert decode_record(verdict.record) == record
        found[verdict.kind] = file.name
    assert found == {
        "record": "summary.pdf",
        "copy": "copy.pdf",
        "large-print": "large-print.pdf",
        "letter": "letter.pdf",
    }


def the_record_next_morning(out, document):
    """Found again by name, number and option, its document the very bytes that were saved."""
    with vault_of(out) as vault:
        (row,) = vault.search("", limit=9)
        assert row.sealed
        for words in (row.name.split()[0], row.number, row.options[0].split()[0]):
            assert [each.id for each in vault.search(words, limit=9)] == [row.id]
        filed = open_record(vault, row.id, now=START)
        assert vault.check().problems == ()
    assert filed.document == document
    return filed.record


def everything_is_on_paper(record, text):
    shown = [
        each for option in record.options for topic in option.topics for each in topic.estimates
    ]
    assert len(shown) > 5
    for each in shown:
        # What the two arms of a study share is told once, so people come clause by clause.
        for words in (each.sentence, each.framing, *each.population.split(";")):
            assert plain(words) in text, each.id
        if each.number:
            inside = f"{each.count} in {each.out_of:,}"  # of its sentence
            assert plain(each.number) in text or inside in each.sentence, each.id
    assert record.decision_lines[1].text in text
    assert f"{shipped_pack().manifest.version}" in text
    assert shipped_pack().sha256 in text
    assert record.sha256 in text
    for signature in record.signatures:
        assert signature.strokes
        assert text.count(plain(signature.name)) >= 2
    for statement in record.statements:
        assert plain(statement) in text


def nothing_lies_in_clear(folder):
    files = [path for path in folder.rglob("*") if path.is_file()]
    assert len(files) >= 3
    for path in files:
        content = path.read_bytes()
        for word in UNTYPED:
            for encoding in ("utf-8", "utf-16-le", "utf-16-be"):
                assert word.encode(encoding) not in content, f"{word} in {path.name}"


@pytest.mark.parametrize(
    ("old", "new", "named"),
    [
        ('consent = "provided"', 'consent = "perhaps"', "decision.consent"),
        ("born = 1958-03-14", "born = 2958-03-14", "patient.born"),
        ('options = ["surgery-decompression",', 'options = ["magic",', "options"),
        ('levels = ["T10"]', 'levels = ["T13"]', "case.levels"),
        ('histology = "prostate"', 'histologie = "prostate"', "histologie"),
        ('theme = "walking"', 'theme = "money"', "expectations.theme"),
        ("born = 1958-03-14", "born = 1958-02-31", "TOML"),
    ],
)
def test_a_wrong_case_is_named_and_nothing_is_played(tmp_path, old, new, named):
    text = (EXAMPLES / "metastasis-with-cord-compression.toml").read_text("utf-8")
    assert old in text
    case = tmp_path / "wrong.toml"
    case.write_text(text.replace(old, new), "utf-8")
    code, said, errors = played(tmp_path / "out", case)
    assert (code, said) == (2, "")
    assert errors.count("\n") == 0
    assert errors.startswith("wrong.toml")
    assert named in errors
    assert not (tmp_path / "out").exists()


def test_a_folder_that_is_not_ours_is_left_alone(tmp_path):
    mine = tmp_path / "vault" / "mine.txt"
    mine.parent.mkdir()
    mine.write_text("mine", "utf-8")
    code, _, errors = played(tmp_path, EXAMPLES / f"{CASES[0]}.toml")
    assert code == 2
    assert "was not made by a demonstration" in errors
    assert mine.read_text("utf-8") == "mine"
