import datetime as dt

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from spinecounsel.storage.database import folding
from tests.spinecounsel.storage.conftest import NOON, Shelf

DOTLESS = "\N{LATIN SMALL LETTER DOTLESS I}"
PEOPLE = {
    "accents": ("Zoë Müller-Łukasiewicz", "NH 4017"),
    "spaced": ("Ada Space", "943 476 5919"),
    "irish": ("Síle O’Brien", "QX-77/4411"),
    "german": ("Jörg Weiß", "0007"),
    "turkish": (
        f"İpek Y{DOTLESS}ld{DOTLESS}r{DOTLESS}m",
        "8",
    ),
    "vietnamese": ("Nguyễn Thị Ánh", "9"),
    "danish": ("Søren Ærø", "10"),
    "greek": ("Ελένη Παπαδοπούλου", "11"),
    "russian": ("Алёна Йовович", "12"),
    "arabic": ("مُحَمَّد الأحمد", "13"),
    "hebrew": ("שָׂרָה כהן", "14"),
    "hindi": ("मोहित शर्मा", "15"),
    "thai": ("สมชาย ใจดี", "16"),
    "chinese": ("王小明", "17"),
    "japanese": ("山田 太郎ガガ", "18"),
    "korean": ("김철수", "19"),
    "rare chinese": ("𠮷野家", "20"),
    "emoji": ("Ann 🙂👩🏽‍⚕️ Lee", "21"),
    "operators": ('Bob" OR 1=1 -- NEAR(*)', "22"),
}


@pytest.fixture(scope="module")
def library(tmp_path_factory):
    shelf = Shelf(tmp_path_factory.mktemp("library"))
    vault = shelf.create()
    for minutes, (ident, (name, number)) in enumerate(PEOPLE.items()):
        vault.save_draft(person(ident, name, number, minutes))
    yield vault
    shelf.close()


def person(ident, name, number, minutes=0, **changes):
    from spinecounsel.storage import Entry

    fields = {
        "id": ident,
        "name": name,
        "number": number,
        "born": dt.date(1950, 1, 2),
        "consulted": NOON,
        "updated": NOON + dt.timedelta(minutes=minutes),
        "status": "draft",
        "options": (),
        "body": b"",
    }
    return Entry(**(fields | changes))


@pytest.mark.parametrize(
    ("typed", "ident"),
    [
        ("zoe", "accents"),
        ("ZOË mül", "accents"),
        ("muller luk", "accents"),
        ("lukasiew", "accents"),
        ("müllerluka", "accents"),
        ("4017", "accents"),
        ("nh 40", "accents"),
        ("94347659", "spaced"),
        ("943-476", "spaced"),
        ("5919 ada", "spaced"),
        ("obrien", "irish"),
        ("o'brien", "irish"),
        ("O’B", "irish"),
        ("brien sile", "irish"),
        ("qx-77", "irish"),
        ("qx774", "irish"),
        ("77/44", "irish"),
        ("weiss", "german"),
        ("jorg WEIß", "german"),
        ("ipek", "turkish"),
        ("yildirim", "turkish"),
        ("nguyen anh", "vietnamese"),
        ("soren aero", "danish"),
        ("ελενη", "greek"),
        ("ΠΑΠΑΔ", "greek"),
        ("алена", "russian"),
        ("محمد", "arabic"),
        ("שרה", "hebrew"),
        ("मोहि", "hindi"),
        ("ใจดี", "thai"),
        ("ชาย", "thai"),
        ("王", "chinese"),
        ("小明", "chinese"),
        ("王小明", "chinese"),
        ("太郎", "japanese"),
        ("山田太", "japanese"),
        ("郎ガ", "japanese"),
        ("철수", "korean"),
        ("野家", "rare chinese"),
        ("𠮷", "rare chinese"),
        ("🙂", "emoji"),
        ("ann lee", "emoji"),
        ('bob" or', "operators"),
        ("near(*", "operators"),
        ("明小", None),
        ("zoe brien", None),
        ("nobody", None),
    ],
)
def test_a_person_is_found_by_what_is_typed(library, typed, ident):
    assert [row.id for row in library.search(typed)] == ([ident] if ident else [])


@pytest.mark.parametrize("typed", ["", "  ", "*", '"', "()", "- / .", "\0", "“”"])
def test_nothing_to_search_for_lists_all(library, typed):
    assert len(library.search(typed)) == len(PEOPLE)


@given(text=st.text(max_size=60))
@example('"* AND NOT ^{words} : (')
@example("a" * 60)
def test_nothing_typed_is_an_error(library, text):
    library.search(text, option=text)


def test_a_very_long_text_is_no_error(library):
    assert library.search("ab-" * 5000 + " x" * 5000) == ()


@given(name=st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=60))
@example("A\u0301\u200bb c\u0327")
@example("ﬁne ⅷ")
def test_every_name_is_found_by_itself_and_by_its_beginning(own_vault, name):
    own_vault.save_draft(person("x", name, ""))
    assert [row.id for row in own_vault.search(name)] == ["x"]
    for chunk in name.split():
        assert own_vault.search(chunk), chunk
        for word in folding.words(chunk):
            assert own_vault.search(word[: len(word) // 2 + 1]), word


@pytest.fixture(scope="module")
def own_vault(tmp_path_factory):
    shelf = Shelf(tmp_path_factory.mktemp("own"))
    yield shelf.create()
    shelf.close()


@pytest.fixture
def mixed(shelf):
    vault = shelf.create()
    east = dt.timezone(dt.timedelta(hours=10))
    late = dt.datetime(2026, 11, 25, 1, 0, tzinfo=east)  # the 24th in UTC
    vault.save_draft(person("a", "Maria Sample", "1", 0, options=("Stereotactic radiosurgery",)))
    vault.save_draft(person("b", "Mario Simple", "2", 1, consulted=late))
    sealed = person("c", "Marie Sampson", "3", 2, status="refused", options=("Watching", "Bracing"))
    vault.file_record(sealed, b"%PDF", "seal")
    return vault


def ids(rows):
    return "".join(row.id for row in rows)


def test_drafts_and_records_are_found_newest_first(mixed):
    assert ids(mixed.search("mari")) == "cba"
    assert [row.sealed for row in mixed.search("mari")] == [True, False, False]


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("2026-11-24", "ca"),
        ("24/11/2026", "ca"),
        ("24 nov", "ca"),
        ("25 november", "b"),
        ("1950-01-02", "cba"),
        ("2/1/1950", "cba"),
        ("refused", "c"),
        ("radiosurg", "a"),
        ("samp brac", "c"),
    ],
)
def test_date_status_and_option_are_found_by_typing(mixed, typed, found):
    assert ids(mixed.search(typed)) == found


def test_filters_narrow_the_search(mixed):
    assert ids(mixed.search(status="draft")) == "ba"
    assert ids(mixed.search(status="dra")) == ""
    assert ids(mixed.search(on=dt.date(2026, 11, 25))) == "b"
    assert ids(mixed.search(on=dt.date(2026, 11, 24))) == "ca"
    assert ids(mixed.search(option="stereo radio")) == "a"
    assert ids(mixed.search(option="maria")) == ""
    assert ids(mixed.search("sample", option="radiosurgery", status="draft")) == "a"
    assert ids(mixed.search("sample", option="bracing")) == ""


def test_a_draft_changed_again_moves_to_the_top(mixed):
    mixed.save_draft(person("a", "Maria Sample", "1", 9))
    assert ids(mixed.search()) == "acb"
    assert ids(mixed.search("radiosurgery")) == ""


def test_pages_follow_each_other_without_gap_or_repetition(shelf):
    vault = shelf.create()
    for number in range(11):
        vault.save_draft(person(f"{number:02}", "Same Name", "", number // 4))
    seen, rows = [], vault.search("same", limit=3)
    while rows:
        seen += [row.id for row in rows]
        vault.save_draft(person(f"new {len(seen)}", "Same Name", "", 60))
        rows = vault.search("same", limit=3, after=rows[-1])
    assert seen == sorted(
        (f"{number:02}" for number in range(11)),
        key=lambda ident: (int(ident) // 4, ident),
        reverse=True,
    )


def test_the_limit_is_kept_within_reason(mixed):
    assert len(mixed.search(limit=2)) == 2
    assert len(mixed.search(limit=0)) == 1
    assert len(mixed.search(limit=10**9)) == 3
