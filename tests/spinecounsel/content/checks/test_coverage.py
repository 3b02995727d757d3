import pytest

from spinecounsel.content.loader import load_pack
from spinecounsel.errors import ContentProblem
from tests.helpers.packs import CLASSES, tiny_folder

RISK = "core_risk beam/harm/"
DEFECTS = [
    (
        "a group of one",
        '["beam-walk", "watch-walk"]',
        '["beam-walk"]',
        "together both-arms",
        "estimates",
    ),
    (
        "half a pair",
        '["beam-walk", "watch-walk"]',
        '["beam-walk", "beam-harm"]',
        "together",
        "estimates",
    ),
    (
        "unseen",
        '["beam-walk", "watch-walk"]',
        '["beam-harm", "course-survival"]',
        "together",
        "estimates",
    ),
    (
        "another concept",
        'estimates = ["beam-harm"]',
        'estimates = ["beam-walk"]',
        RISK,
        "estimates",
    ),
    ("another gap", 'gap = "beam-harm-other"', 'gap = "watch-harm"', RISK, "gap"),
    ("no gap", 'gap = "beam-harm-other"\n', "", RISK, "gap"),
    ("not a gap", 'plain = "Not known."', 'plain = "Nothing."', "gap beam-harm-other", "plain"),
    ("no question", '"Could waiting harm me?"', '"Waiting"', "gap watch-harm", "question"),
    ("known after all", 'scope = "after many years"\n', "", "gap beam-harm-other", "scope"),
]


def refused(folder) -> ContentProblem:
    with pytest.raises(ContentProblem) as caught:
        load_pack(folder)
    return caught.value


@pytest.mark.parametrize(("what", "old", "new", "table", "field"), DEFECTS)
def test_what_must_be_said_is_said(tmp_path, what, old, new, table, field):
    error = refused(tiny_folder(tmp_path, concepts=(old, new)))
    assert error.table.startswith(table)
    assert error.field == field


def test_an_option_without_a_core_risk_in_a_class_is_refused(tmp_path):
    three = '["metastatic", "primary-bone", "intramedullary"]'
    old = f'option = "watch"\ntumour_class = {CLASSES}\nconcept = "harm"\nbasis'
    error = refused(tiny_folder(tmp_path, concepts=(old, old.replace(CLASSES, three))))
    assert error.table == "core_risk watch"
    assert "intradural-extramedullary" in error.expected


def test_a_core_risk_stands_once_for_a_class(tmp_path):
    error = refused(
        tiny_folder(
            tmp_path,
            concepts=(
                '[[gap]]\nid = "beam',
                """
[[core_risk]]
option = "watch"
tumour_class = ["metastatic"]
concept = "harm"
basis = "seed"
reason = "again"
gap = "watch-harm"

[[gap]]
id = "beam""",
            ),
        )
    )
    assert error.table == "watch/harm/metastatic"


def test_a_core_risk_of_another_class_does_not_carry(tmp_path):
    folder = tiny_folder(
        tmp_path,
        beam=('tumour_class = ["metastatic", "primary-bone"]', 'tumour_class = ["intramedullary"]'),
    )
    path = folder / "concepts.toml"
    text = path.read_text("utf-8")
    start = text.index('option = "beam"')
    path.write_text(text[:start] + text[start:].replace(CLASSES, '["metastatic"]', 1), "utf-8")
    error = refused(folder)
    assert (error.table, error.field) == ("core_risk beam/harm/metastatic", "estimates")


@pytest.mark.parametrize("concept", ["treatment-death", "cord-injury"])
def test_a_death_or_cord_injury_is_named_by_an_option(tmp_path, concept):
    folder = tiny_folder(tmp_path, beam=('concept = "harm"', f'concept = "{concept}"'))
    path = folder / "concepts.toml"
    text = path.read_text("utf-8").replace('id = "harm"\n', f'id = "{concept}"\n')
    text = text.replace('concept = "harm"', f'concept = "{concept}"')
    path.write_text(text.replace('estimates = ["beam-harm"]\n', ""), "utf-8")
    error = refused(folder)
    assert error.table == "core_risk"
    assert "beam-harm" in error.expected


def test_what_is_open_never_stands_only_beside_what_is_closed(tmp_path):
    folder = tiny_folder(
        tmp_path,
        concepts=(
            'estimates = ["beam-walk", "watch-walk"]',
            'estimates = ["beam-harm"]\nbeside = ["course-survival"]',
        ),
        context=(
            (
                'patient_view = "clinician only"\n'
                'reason = "forecast: it would be taken as this person\'s own time"'
            ),
            'patient_view = "show"',
        ),
    )
    assert refused(folder).table == "together both-arms"
