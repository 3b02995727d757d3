"""What PDF/UA-1 and PDF/A-3a ask of the structure, as far as it can be seen without a validator."""

from functools import cache
from itertools import pairwise

import pikepdf

from spinecounsel.document import compose
from tests.helpers import documents, records


@cache
def given():
    return compose(records.given())


def test_all_that_is_drawn_is_content_or_decoration():
    with documents.opened(given()) as pdf:
        for page in pdf.pages:
            depth = 0
            for operands, operator in pikepdf.parse_content_stream(page):
                name = str(operator)
                depth += (name == "BDC") - (name == "EMC")
                assert depth in {0, 1}
                if name in {"Tj", "TJ", "f", "f*", "S", "B", "Do"}:
                    assert depth == 1, (name, operands)
            assert depth == 0


def test_each_piece_of_content_belongs_to_an_element():
    with documents.opened(given()) as pdf:
        numbers = list(pdf.Root.StructTreeRoot.ParentTree.Nums)
        owners = {int(numbers[at]): numbers[at + 1] for at in range(0, len(numbers), 2)}
        for page in pdf.pages:
            assert page.Tabs == "/S"
            found = [
                int(operands[1].MCID)
                for operands, operator in pikepdf.parse_content_stream(page)
                if str(operator) == "BDC" and "/MCID" in operands[1]
            ]
            assert found == list(range(len(owners[int(page.StructParents)])))


def test_headings_never_skip_a_level():
    with documents.opened(given()) as pdf:
        levels = [int(kind[1]) for _, kind, _ in documents.elements(pdf) if kind[0] == "H"]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(after - before <= 1 for before, after in pairwise(levels))


def test_figures_have_words_and_a_place():
    with documents.opened(given()) as pdf:
        figures = [e for _, kind, e in documents.elements(pdf) if kind == "Figure"]
        for figure in figures:
            assert str(figure.Alt)
            assert len(figure.A[0].BBox) == 4
        said = [str(figure.Alt) for figure in figures]
    assert "Picture of 100 people: 84 are filled in, 16 are outlined." in said
    assert any("Striped: the likely range, 74 to 86." in each for each in said)
    assert any(each.startswith("Signature. Clinician: Dr Ada Beispiel") for each in said)


def test_cells_know_their_heads():
    with documents.opened(given()) as pdf:
        every = list(documents.elements(pdf))
        heads = {str(e.ID): str(e.A[0].Scope) for _, kind, e in every if kind == "TH"}
        cells = [e for _, kind, e in every if kind == "TD"]
        assert cells
        for cell in cells:
            scopes = [heads[str(each)] for each in cell.A[0].Headers]
            assert sorted(scopes) == ["/Column", "/Row"]


def test_the_file_says_what_it_is():
    with documents.opened(given()) as pdf:
        root = pdf.Root
        assert (str(root.Lang), bool(root.MarkInfo.Marked)) == ("en", True)
        assert root.ViewerPreferences.DisplayDocTitle
        assert str(root.OutputIntents[0].S) == "/GTS_PDFA1"
        said = root.Metadata.read_bytes().decode()
    for part in ("<pdfuaid:part>1<", "<pdfaid:part>3<", "<pdfaid:conformance>A<"):
        assert part in said


def test_bookmarks_lead_to_each_option():
    with documents.opened(given()) as pdf, pdf.open_outline() as outline:
        first = outline.root[0]
        names = [item.title for item in first.children]
    for option in records.given().options:
        assert option.name in names
