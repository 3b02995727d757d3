import pytest

from spinecounsel.content.checks.estimates import numbers_said
from spinecounsel.content.loader import load_pack
from spinecounsel.errors import ContentProblem
from tests.helpers.packs import tiny_folder

HARM = "options/beam.toml, estimate beam-harm"
WALK = "options/beam.toml, estimate beam-walk"
DEFECTS = [
    ("source", 'source = "study"', 'source = ""', WALK, "source"),
    ("population", '"adults in one trial"', '""', WALK, "population"),
    ("certainty", '"low"', '""', HARM, "certainty"),
    ("its reason", '"one trial"', '""', WALK, "certainty_why"),
    ("horizon", 'horizon = "1 year"', 'horizon = ""', WALK, "horizon"),
    ("title", 'title = "Can walk"', f'title = "{"Can walk " * 6}"', WALK, "title"),
    ("check", 'checked = "confirmed"', 'checked = "glanced at"', WALK, "checked"),
    ("unseen", 'checked = "corrected"', 'checked = "not seen again"', HARM, "patient_view"),
    ("above all", "percent = 84.0", "percent = 184.0", WALK, "percent"),
    ("not a number", "percent = 84.0", "percent = nan", WALK, "percent"),
    ("interval", "ci95 = [71.0, 93.0]", "ci95 = [85.0, 93.0]", WALK, "ci95"),
    ("events alone", "total = 50\n", "", WALK, "events"),
    ("more than all", "events = 42", "events = 51", WALK, "events"),
    ("count and share", "events = 42", "events = 30", WALK, "percent"),
    ("denominator", "denominator = 1000", "denominator = 100", HARM, "denominator"),
    ("picture of nothing", "percent = 0.6\n", 'value = "few"\n', HARM, "denominator"),
    ("no number at all", "percent = 0.6\n", "", HARM, "value"),
    ("other side", "About 16 in 100", "About 17 in 100", WALK, "framing"),
    ("other scale", "About 994 in 1,000", "About 99 in 100", HARM, "framing"),
    ("no number", "About 16 in 100 people", "The rest", WALK, "framing"),
    ("not all counted", '"adults in one trial"', '"adults who could be assessed"', WALK, "framing"),
    ("a reason", 'patient_view = "show"', 'patient_view = "show"\nreason = "form"', HARM, "reason"),
    ("no reason", 'patient_view = "show"', 'patient_view = "clinician only"', HARM, "reason"),
    ("horizon class", 'horizon_class = "1 year"', 'horizon_class = "weeks"', WALK, "horizon_class"),
    (
        "to reword",
        'checked = "corrected"',
        'checked = "corrected"\ncaution = "Reword this"',
        HARM,
        "plain",
    ),
    ("own number", "About 84 in 100", "About 80 in 100", WALK, "plain"),
]


@pytest.mark.parametrize(("what", "old", "new", "where", "field"), DEFECTS)
def test_an_estimate_that_contradicts_itself_is_refused(tmp_path, what, old, new, where, field):
    with pytest.raises(ContentProblem) as caught:
        load_pack(tiny_folder(tmp_path, beam=(old, new)))
    assert f"{caught.value.file}, {caught.value.table}" == where
    assert caught.value.field == field


def test_an_estimate_of_no_option_is_named_by_its_file(tmp_path):
    folder = tiny_folder(
        tmp_path, context=('population = "people in a register"', 'population = ""')
    )
    with pytest.raises(ContentProblem, match=r"context\.toml, estimate course-survival"):
        load_pack(folder)


def test_the_other_side_of_tumour_control_is_never_said(tmp_path):
    folder = tiny_folder(
        tmp_path,
        concepts=('id = "harm"\nlabel', 'id = "tumour-grows"\nlabel'),
        beam=('concept = "harm"', 'concept = "tumour-grows"'),
    )
    path = folder / "concepts.toml"
    path.write_text(
        path.read_text("utf-8").replace('concept = "harm"', 'concept = "tumour-grows"'), "utf-8"
    )
    with pytest.raises(ContentProblem) as caught:
        load_pack(folder)
    assert caught.value.field == "framing"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("About 84 in 100 people.", [(84, 100)]),
        ("About 6 or 7 in 100, and 994 in 1,000.", [(6, 100), (7, 100), (994, 1000)]),
        ("About 5 in every 1,000 people.", [(5, 1000)]),
        ("In 10 treatments of 3 points.", []),
    ],
)
def test_numbers_are_found_in_sentences(text, said):
    assert numbers_said(text) == said
