"""Options side by side on one sheet of paper."""

from collections import Counter
from functools import cache

import pikepdf
import pytest

from spinecounsel.consultation.comparing import comparison_sheet
from spinecounsel.discussion import moves
from spinecounsel.discussion.discussion import Comparison
from spinecounsel.document import compose_comparison
from spinecounsel.document.composing import missing_characters
from spinecounsel.errors import CharacterMissing
from spinecounsel.frozen import replaced
from spinecounsel.viewing.compare import compare_view
from tests.helpers import documents
from tests.helpers.clock import START
from tests.helpers.packs import shipped_pack
from tests.helpers.talks import OPTIONS, described

PACK = shipped_pack()
SIX = (*OPTIONS, "observation", "corticosteroids")
SOME = ("walk-after", "bone-break", "complication-any", "wound-problem")


@cache
def view_of(options, concepts):
    sitting = described(options=options)
    sitting.change(moves.selecting, Comparison(concepts=concepts))
    return compare_view(PACK, sitting.discussion, sitting.agenda)


def table(options=OPTIONS, concepts=SOME):
    return comparison_sheet(
        PACK, view_of(options, concepts), when=START, program="SpineCounsel test"
    )


@cache
def sheet(options=OPTIONS, concepts=SOME):
    return compose_comparison(table(options, concepts))


@pytest.mark.parametrize("options", [OPTIONS[:1], OPTIONS, SIX])
def test_one_page_across_says_each_number_its_people_and_its_time_span(options):
    concepts = SOME if len(options) < 6 else ("walk-after", "wound-problem")
    document = sheet(options, concepts)
    with documents.opened(document) as pdf:
        (page,) = pdf.pages
        assert page.mediabox[2] > page.mediabox[3]
    words = documents.words(document)
    rows = [row for group in view_of(options, concepts).groups for row in group.rows]
    assert len(rows) >= 2
    for row in rows:
        assert row.title in words
        for arm in row.arms:
            for part in (arm.text, arm.people, arm.span):
                assert part in words
    cells = [cell for row in rows for cell in row.cells]
    kinds = Counter(cell.kind for cell in cells)
    # and once in the line that says what they mean
    for said, kind in (("Not known", "not known"), ("No number", "no number")):
        assert words.count(said) == kinds[kind] + bool(kinds[kind])
    elsewhere = [each for each in cells if each.sentence.startswith("Not in this study")]
    assert words.count("Not in this study") == len(elsewhere)


def test_it_names_options_content_and_date_but_nobody():
    words = documents.words(sheet())
    for option in OPTIONS:
        assert PACK.option(option).short_name in words
    assert PACK.manifest.version in words
    assert "24 November 2026" in words
    assert "Content not yet approved by this clinic" in words
    assert "Get help at once" in words
    assert "Sample Patient" not in words
    assert "Beispiel" not in words


def test_many_rows_run_over_pages_that_each_say_the_options_and_nobody_hears_them_twice():
    document = compose_comparison(table(concepts=()))
    pages = documents.pages(document)
    assert len(pages) > 1
    names = [PACK.option(each).short_name for each in OPTIONS]
    with_rows = [page for page in pages if "Not known" in page]
    assert len(with_rows) > 1
    assert all(name in page for page in with_rows for name in names)
    words = documents.words(document)
    assert all(" ".join(row.title.split()) in words for row in table(concepts=()).table.rows)
    with documents.opened(document) as pdf:
        heads = [e for _, kind, e in documents.elements(pdf) if kind == "TH"]
        columns = [each for each in heads if str(each.A[0].Scope) == "/Column"]
        assert len(columns) == 1 + len(names)


def test_the_box_with_the_red_flag_stays_on_one_page():
    pages = documents.pages(compose_comparison(table(concepts=())))
    (page,) = [page for page in pages if "Get help at once" in page]
    assert table().red_flag.split()[-1] in page.partition("Get help at once")[2]


def test_the_same_sheet_is_the_same_bytes():
    assert compose_comparison(table()) == sheet()


def test_a_character_that_no_font_has_is_named():
    with pytest.raises(CharacterMissing) as caught:
        compose_comparison(replaced(table(), red_flag="Call \U000f0000"))
    assert str(caught.value) == str(missing_characters({"\U000f0000": "\U000f0000"}))


def test_cells_know_their_row_and_column_and_all_is_content_or_decoration():
    with documents.opened(sheet()) as pdf:
        cells = [e for _, kind, e in documents.elements(pdf) if kind == "TD"]
        assert cells
        named = {str(e.get("/ID", "")) for _, kind, e in documents.elements(pdf) if kind == "TH"}
        for cell in cells:
            assert {str(each) for each in cell.A[0].Headers} <= named
        depth = 0
        for _, operator in pikepdf.parse_content_stream(pdf.pages[0]):
            name = str(operator)
            depth += (name == "BDC") - (name == "EMC")
            assert depth in {0, 1}
            if name in {"Tj", "TJ", "f", "S", "Do"}:
                assert depth == 1
