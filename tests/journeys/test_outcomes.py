"""Other ends than consent, other people than the patient, other letters than ours."""

import pytest

from spinecounsel.consultation.filing import open_record
from spinecounsel.discussion.decision import Consent
from spinecounsel.record.signature import SignerRole
from tests.helpers.clock import START
from tests.helpers.demonstrations import EXAMPLES, played, text_of, vault_of

CASE = (EXAMPLES / "meningioma-beside-the-cord.toml").read_text("utf-8")
NAME = 'name = "Ελένη Παπαδοπούλου"'
DECISION = 'consent = "provided"\noptions = ["observation"]'
ABSENT = """
[capacity]
assessed = true
understand = true
retain = false
weigh = false
communicate = true
note = "Asked twice, an hour apart"

[representative]
name = "Άννα Παπαδοπούλου"
relation = "daughter"
authority = "lasting power of attorney"
"""


def with_changes(folder, *changes):
    """Write the case with each (old, new) replaced once, and give the file."""
    text = CASE
    for old, new in changes:
        assert old in text
        text = text.replace(old, new, 1)
    path = folder / "case.toml"
    path.write_text(text, "utf-8")
    return path


def record_of(out):
    with vault_of(out) as vault:
        (row,) = vault.search("", limit=9)
        return open_record(vault, row.id, now=START).record


def test_a_refusal_in_another_script(tmp_path):
    case = with_changes(
        tmp_path,
        (NAME, 'name = "مريم الخطيب"'),
        (DECISION, 'consent = "refused"\nreason = "أريد الانتظار"'),
    )
    code, _, errors = played(tmp_path / "out", case)
    assert (code, errors) == (0, "")
    record = record_of(tmp_path / "out")
    assert record.decision.consent is Consent.REFUSED
    assert record.decision.reason == "أريد الانتظار"
    text = text_of((tmp_path / "out" / "summary.pdf").read_bytes())
    assert "Treatment refused" in text
    assert "benefits and the risks of each option" not in text


def test_more_time_is_no_consent(tmp_path):
    case = with_changes(
        tmp_path, (DECISION, 'consent = "postponed"\npostponement = "second opinion"')
    )
    code, _, errors = played(tmp_path / "out", case)
    assert (code, errors) == (0, "")
    record = record_of(tmp_path / "out")
    assert record.decision.consent is Consent.POSTPONED
    assert any("agrees to no treatment" in each for each in record.statements)


def test_who_decides_for_the_patient_signs_for_them(tmp_path):
    case = with_changes(tmp_path, ("\n[case]", f"{ABSENT}\n[case]"))
    code, _, errors = played(tmp_path / "out", case)
    assert (code, errors) == (0, "")
    record = record_of(tmp_path / "out")
    roles = {each.role: each.name for each in record.signatures}
    assert roles[SignerRole.REPRESENTATIVE] == "Άννα Παπαδοπούλου"
    assert SignerRole.PATIENT not in roles
    assert any(line.text == "Assessed" for line in record.capacity)


@pytest.mark.parametrize("name", ["山田 太郎", "Ada 🫀 Lovelace"])
def test_a_letter_that_no_font_has_is_named_before_anybody_signs(tmp_path, name):
    case = with_changes(tmp_path, (NAME, f'name = "{name}"'))
    code, said, errors = played(tmp_path / "out", case)
    assert code == 2
    assert " decision\n" in said
    assert " sign\n" not in said
    assert "The paper cannot show" in errors
    assert f"U+{ord(next(each for each in name if ord(each) > 0x3000)):X}" in errors
    with vault_of(tmp_path / "out") as vault:
        (row,) = vault.search("", limit=9)
        assert not row.sealed
        assert row.name == name
