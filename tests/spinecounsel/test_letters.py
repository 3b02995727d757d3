import subprocess
import sys
from itertools import chain

import pytest

from spinecounsel.document.fonts import Fonts
from spinecounsel.letters import COVERAGE, cannot_show, cleaned, undrawn
from spinecounsel.paths import fonts_folder
from tests.helpers.letters import drawn, ranges
from tests.helpers.reading import grade


def test_the_file_beside_the_fonts_says_what_they_can_draw():
    kept = (fonts_folder() / COVERAGE).read_text(encoding="ascii")
    assert kept == ranges(drawn()), "python -m tests.helpers.letters makes it anew"


@pytest.mark.parametrize(
    "text",
    [
        "Ελένη Παπαδοπούλου",
        "Nguyễn Thị Minh Khai",
        "Юлия Щербакова",
        "محمد العلي",
        "שרה כהן",
        "राम शर्मा",
        "e\u0301, ﬁ, “so”, 5 µg\u202f≥\u00a03 × 2…\tdone\r\n",
        "soft\u00ad\u200bhyphen, \u200emark, heart \u2764\ufe0f",
        "x" * 70_000,
    ],
)
def test_what_the_paper_draws_is_not_complained_of(text):
    assert undrawn(text) == ()
    assert cannot_show(undrawn(text)) == ""


@pytest.mark.parametrize(
    ("text", "letters"),
    [
        ("Ada 🫀 Lovelace 🫀", ("🫀",)),
        ("山田 太郎", ("山", "田", "太", "郎")),
        ("👨\u200d👩\u200d👧", ("👨", "👩", "👧")),
        ("a \ue000 of one's own", ("\ue000",)),
    ],
)
def test_each_letter_that_no_font_has_is_named_once_in_order(text, letters):
    assert undrawn(text) == letters


def test_it_agrees_with_the_paper_letter_by_letter():
    """Whatever it lets pass is drawn in both weights, and the paper lacks whatever it names."""
    fonts = {bold: Fonts() for bold in (False, True)}
    letters = [chr(each) for each in chain(range(0x20, 0x3200), range(0x1D400, 0x1F700))]
    plain = [each for each in letters if cleaned(each) == each and not each.isspace()]
    for bold, made in fonts.items():
        for each in plain:
            made.faces(each, bold=bold)
    lacking = {*fonts[False].missing, *fonts[True].missing}
    assert {each for each in plain if undrawn(each)} == lacking


def test_the_sentence_says_what_to_do_and_where_it_stands():
    said = cannot_show(("🫀",))
    assert said.startswith("The paper cannot show “🫀” (U+1FAC0). Use other letters")
    assert "in “Ada 🫀”" in cannot_show(("🫀",), "Ada 🫀")
    assert cannot_show(("x",), "word " * 40).count("word") == 12
    assert cannot_show(tuple("山田太郎")).count("U+") == 3
    assert "\ud800" not in cannot_show(("\ud800",)), "half a letter cannot be drawn on a screen"
    assert grade("The paper cannot show it. Use other letters, such as those of a passport.") <= 8


def test_nothing_heavy_is_loaded_for_it():
    code = (
        "import sys, spinecounsel.letters as it; it.undrawn('é');"
        "print([each for each in ('reportlab', 'fontTools', 'PySide6') if each in sys.modules])"
    )
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert run.stdout.strip() == "[]"
