import pytest

from spinecounsel.content.loader import load_pack
from spinecounsel.errors import ContentProblem
from tests.helpers.packs import tiny_folder

DEFECTS = [
    ("pack", 'authors = "Tests"', 'authors = " "', "", "authors"),
    ("pack", "expires = 2027-01-02", "expires = 2026-01-02", "", "expires"),
    ("sources", 'title = "A study that nobody did"', 'title = ""', "source study", "title"),
    ("sources", "year = 2020", "year = 2031", "source study", "year"),
    ("concepts", 'id = "harm"\nlabel', 'id = "walk"\nlabel', "concept walk", ""),
    ("concepts", "order = 20", "order = 10", "concept of order 10", ""),
    ("concepts", '"higher is better"', '"more"', "concept walk", "direction"),
    ("concepts", 'group = "walking"', 'group = "running"', "concept walk", "group"),
    (
        "concepts",
        'question = "Will I be able to walk?"',
        'question = "Walking."',
        "concept walk",
        "question",
    ),
    ("concepts", "sensitive = true", "sensitive = false", "concept survival", "sensitive"),
    (
        "concepts",
        '["beam-walk", "watch-walk"]',
        '["beam-walk", "x"]',
        "together both-arms",
        "estimates",
    ),
    ("concepts", 'gap = "watch-harm"', 'gap = "x"', "core_risk watch/harm/", "gap"),
    ("concepts", 'basis = "seed"', 'basis = "hearsay"', "core_risk watch/harm/", "basis"),
    (
        "concepts",
        'estimates = ["beam-harm"]',
        'estimates = ["x"]',
        "core_risk beam/harm/",
        "estimates",
    ),
    (
        "concepts",
        'id = "watch-harm"\noption = "watch"',
        'id = "watch-harm"\noption = "x"',
        "gap watch-harm",
        "option",
    ),
    ("watch", "order = 10", "order = 20", "option of order 20", ""),
    ("watch", 'name = "Watching and waiting"', 'name = ""', "option watch", "name"),
    ("watch", "order = 10", 'order = 10\npart_of = "x"', "option watch", "part_of"),
    ("watch", 'source = "seed"', 'source = "x"', "fact 1", "source"),
    ("watch", 'tumour_class = ["any"]', "tumour_class = []", "fact 1", "tumour_class"),
    (
        "watch",
        'tumour_class = ["any"]',
        'tumour_class = ["any", "metastatic"]',
        "fact 1",
        "tumour_class",
    ),
    ("watch", 'all_of = ["no-symptoms"]', 'all_of = ["lucky"]', "rule 1", "all_of"),
    (
        "watch",
        'reason = "A tumour without symptoms may just be watched."',
        'reason = ""',
        "rule 1",
        "reason",
    ),
    ("beam", 'source = "study"', 'source = "x"', "estimate beam-walk", "source"),
    ("beam", 'concept = "walk"', 'concept = "x"', "estimate beam-walk", "concept"),
    ("beam", 'unit = "people"', 'unit = "mice"', "estimate beam-walk", "unit"),
    ("beam", 'pair = "watch-walk"', 'pair = "x"', "estimate beam-walk", "pair"),
    (
        "beam",
        'comparable_with = ["watch-walk"]',
        'comparable_with = ["x"]',
        "estimate beam-walk",
        "comparable_with",
    ),
    (
        "beam",
        'unit = "people"',
        'unit = "people"\nhistology = ["x"]',
        "estimate beam-walk",
        "histology",
    ),
    (
        "beam",
        'unit = "people"',
        'unit = "people"\ncondition = ["x"]',
        "estimate beam-walk",
        "condition",
    ),
    (
        "beam",
        'horizon_class = "1 year"',
        'horizon_class = "ages"',
        "estimate beam-walk",
        "horizon_class",
    ),
    (
        "beam",
        'tumour_class = ["metastatic"]',
        'tumour_class = ["brain"]',
        "estimate beam-walk",
        "tumour_class",
    ),
    ("pathways", '["watch", "beam"]', '["watch", "x"]', "pathway watch-then-beam", "options"),
    ("pathways", 'order = "then"', 'order = "maybe"', "pathway watch-then-beam", "order"),
    ("pathways", 'source = "seed"', 'source = "x"', "pathway watch-then-beam", "source"),
    ("glossary", 'source = "own"', 'source = "x"', "glossary Beam", "source"),
    ("questions", 'source = "own"', 'source = "x"', "question How long does it take?", "source"),
    ("general", 'source = "seed"', 'source = "x"', "general 1", "source"),
    ("general", 'tumour_class = ["any"]', 'tumour_class = ["x"]', "general 1", "tumour_class"),
    ("values", 'concepts = ["walk"]', 'concepts = ["x"]', "value walk", "concepts"),
    ("values", 'concepts = ["walk"]', "concepts = []", "value walk", "concepts"),
    ("scores", 'sources = ["study"]', 'sources = ["x"]', "score steps", "sources"),
]


@pytest.mark.parametrize(("file", "old", "new", "table", "field"), DEFECTS)
def test_what_does_not_resolve_is_named(tmp_path, file, old, new, table, field):
    with pytest.raises(ContentProblem) as caught:
        load_pack(tiny_folder(tmp_path, **{file: (old, new)}))
    assert caught.value.table.startswith(table)
    assert caught.value.field == field
    assert caught.value.expected


def test_the_missing_id_itself_is_in_the_sentence(tmp_path):
    with pytest.raises(ContentProblem, match="not 'nowhere'"):
        load_pack(tiny_folder(tmp_path, beam=('source = "study"', 'source = "nowhere"')))
