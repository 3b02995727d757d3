import pytest

from spinecounsel.content.loader import load_pack
from spinecounsel.errors import ContentProblem
from tests.helpers.packs import tiny_folder

WATCH = "estimate watch-walk"
BEAM = "estimate beam-walk"


def refused(folder) -> ContentProblem:
    with pytest.raises(ContentProblem) as caught:
        load_pack(folder)
    return caught.value


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ('concept = "walk"', 'concept = "harm"'),
        (
            'horizon = "1 year"\nhorizon_class = "1 year"',
            'horizon = "8 weeks"\nhorizon_class = "weeks"',
        ),
        ('unit = "people"', 'unit = "operations"'),
        ('unit = "people"', 'unit = "people"\nhistology = ["lung"]'),
        ('unit = "people"', 'unit = "people"\ncondition = ["can-walk"]'),
        (
            'tumour_class = ["metastatic"]\npopulation',
            'tumour_class = ["primary-bone"]\npopulation',
        ),
    ],
)
def test_the_arms_of_a_pair_are_alike(tmp_path, old, new):
    error = refused(tiny_folder(tmp_path, watch=(old, new)))
    assert (error.table, error.field) == (WATCH, "pair")


def test_denominators_are_never_mixed(tmp_path):
    folder = tiny_folder(tmp_path)
    path = folder / "options/watch.toml"
    text = path.read_text("utf-8")
    for old, new in (
        ("events = 57\ntotal = 100\npercent = 57.0", "percent = 0.7"),
        ("denominator = 100", "denominator = 1000"),
        ("About 57 in 100", "About 7 in 1,000"),
        ("About 43 in 100", "About 993 in 1,000"),
    ):
        assert old in text
        text = text.replace(old, new)
    path.write_text(text, "utf-8")
    error = refused(folder)
    assert error.field == "pair"
    assert "the same denominator" in error.expected


def test_a_row_of_two_options_is_alike_even_without_a_pair(tmp_path):
    folder = tiny_folder(
        tmp_path,
        watch=(
            'role = "comparator"\nunit = "people"\npair = "beam-walk"',
            'role = "alone"\nunit = "operations"',
        ),
        beam=(
            'role = "treatment"\nunit = "people"\npair = "watch-walk"',
            'role = "alone"\nunit = "people"',
        ),
    )
    for name in ("watch", "beam"):
        path = folder / f"options/{name}.toml"
        path.write_text(path.read_text("utf-8").replace('"only as pair"', '"show"'), "utf-8")
    error = refused(folder)
    assert (error.table, error.field) == (WATCH, "comparable_with")
    assert "unit" in error.expected


def test_a_pair_points_back(tmp_path):
    error = refused(tiny_folder(tmp_path, watch=('pair = "beam-walk"', 'pair = "beam-harm"')))
    assert error.field == "pair"


def test_a_row_points_back(tmp_path):
    error = refused(tiny_folder(tmp_path, watch=('comparable_with = ["beam-walk"]\n', "")))
    assert (error.table, error.field) == (BEAM, "comparable_with")


def test_a_row_names_each_once(tmp_path):
    error = refused(
        tiny_folder(tmp_path, watch=('= ["beam-walk"]', '= ["beam-walk", "beam-walk"]'))
    )
    assert "once" in error.expected


def test_shown_only_as_a_pair_needs_a_pair(tmp_path):
    error = refused(tiny_folder(tmp_path, watch=('pair = "beam-walk"\n', "")))
    assert (error.table, error.field) == (WATCH, "pair")


def test_the_arms_come_from_one_study(tmp_path):
    error = refused(tiny_folder(tmp_path, watch=('source = "study"', 'source = "seed"')))
    assert "same study" in error.expected


def test_two_comparators_are_no_pair(tmp_path):
    error = refused(tiny_folder(tmp_path, beam=('role = "treatment"', 'role = "comparator"')))
    assert error.field == "role"


def test_context_is_no_arm(tmp_path):
    error = refused(tiny_folder(tmp_path, watch=('role = "comparator"', 'role = "context"')))
    assert error.field == "role"


@pytest.mark.parametrize(
    ("reason", "says"),
    [
        ("duplicate: the same people", "by its id"),
        ("duplicate: the same as beam-harm", "same number"),
    ],
)
def test_a_duplicate_names_its_twin(tmp_path, reason, says):
    folder = tiny_folder(
        tmp_path,
        context=(
            (
                'patient_view = "clinician only"\n'
                'reason = "forecast: it would be taken as this person\'s own time"'
            ),
            f'patient_view = "never"\nreason = "{reason}"',
        ),
    )
    error = refused(folder)
    assert error.field == "reason"
    assert says in error.expected
