"""What is said of backups: when, how many, what is due, what they still hold."""

import datetime as dt

import pytest

from spinecounsel.frozen import replaced
from spinecounsel.viewing.backup import (
    BackupFacts,
    CheckedFacts,
    ImportFacts,
    backup_view,
    checked_words,
    export_name,
    export_question,
    exported_words,
    imported_words,
    made_words,
    overdue,
    progress_words,
    restored_words,
    rule_choices,
    size_words,
)

NOW = dt.datetime(2026, 11, 26, 9, 0, tzinfo=dt.UTC)
DAY = dt.timedelta(days=1)
FACTS = BackupFacts(
    made=NOW - 3 * DAY,
    made_in="/media/stick",
    size=12_400_000,
    due=NOW - 2 * DAY,
    folder="/media/stick",
    days=1,
    last=7,
    months=12,
)
CHECKED = CheckedFacts(
    name="x.spinebackup",
    made=NOW - DAY,
    records=1,
    drafts=0,
    program="0.1.0",
    still_held=(),
    behind=0,
)


def test_the_last_one_and_what_is_due():
    view = backup_view(FACTS, now=NOW)
    assert view.sentence == (
        "The last good backup was made 3 days ago, on 23 November 2026, 09:00, in /media/stick "
        "(12 MB)."
    )
    assert view.problem == "A backup is due since 24 November 2026."
    assert (view.folder, view.days, view.last, view.months) == ("/media/stick", 1, 7, 12)
    assert backup_view(replaced(FACTS, due=NOW + DAY), now=NOW).problem == ""


def test_none_was_made():
    never = replaced(FACTS, made=None, due=None, folder="", size=0)
    view = backup_view(never, now=NOW)
    assert "so are the records" in view.sentence
    assert (view.problem, view.folder) == ("", "")
    assert "No backups are made by themselves" in view.rule
    assert overdue(NOW, None, now=NOW) == "A backup is due: none has been made yet."


def test_each_number_of_the_rule_can_be_picked():
    for choices, number in zip(rule_choices(), (1, 7, 12), strict=True):
        assert str(number) in dict(choices)
        assert len(dict(choices)) == len(choices)
    assert dict(rule_choices()[0])["1"] == "every day"


def test_a_check_says_what_it_holds_and_what_was_erased():
    words = checked_words(CHECKED, now=NOW)
    assert "1 day ago" in words
    assert "holds 1 record and 0 drafts" in words
    assert "erased" not in words
    assert "changes" not in words
    assert "another vault" in checked_words(replaced(CHECKED, behind=None), now=NOW)
    assert "Since then 5 changes" in checked_words(replaced(CHECKED, behind=5), now=NOW)
    held = checked_words(replaced(CHECKED, still_held=("a1", "b2")), now=NOW)
    assert "still holds 2 records that were erased here since: a1, b2." in held


@pytest.mark.parametrize(
    ("size", "words"), [(0, "0.0 MB"), (9_940_000, "9.9 MB"), (305_512_448, "306 MB")]
)
def test_sizes(size, words):
    assert size_words(size) == words


def test_what_was_done():
    assert "2 old backups were deleted" in made_words("x", 1, 2)
    assert "deleted" not in made_words("x", 1, 0)
    assert "26 November 2026, 09:00" in restored_words(NOW, 2, 1, now=NOW)
    assert progress_words("Making:", 1.0) == "Making: 99 %"


def test_an_export_says_before_and_after_that_it_is_not_encrypted():
    for words in (
        export_question(3),
        export_question(1, "Maria Sample"),
        exported_words("/x.zip", 3, 5),
    ):
        assert "NOT encrypted" in words
    assert "1 record of Maria Sample" in export_question(1, "Maria Sample")
    assert export_name(NOW) == "SpineCounsel export 2026-11-26.zip"


def test_an_import_names_what_was_not_taken():
    facts = ImportFacts(new=2, more=1, same=3, other=("A (1)",), erased=("B (2)",))
    words = imported_words(facts)
    for part in ("2 records were filed", "To 1 record", "3 records were here", "A (1)", "B (2)"):
        assert part in words
    bare = imported_words(ImportFacts(new=0, more=0, same=0, other=(), erased=()))
    assert bare == "0 records were filed."
