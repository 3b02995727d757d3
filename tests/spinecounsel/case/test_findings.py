import pytest

from spinecounsel.case.case import LEVELS, Aim, Case, SinsAnswers, Walking
from spinecounsel.case.findings import findings
from spinecounsel.content.model import FINDINGS, TumourClass
from tests.helpers.packs import shipped_pack
from tests.helpers.talks import METASTASIS

STABLE = SinsAnswers(
    location="rigid",
    pain="none",
    lesion="blastic",
    alignment="normal",
    collapse="none",
    posterolateral="none",
)
UNSTABLE = SinsAnswers(
    location="junctional",
    pain="mechanical",
    lesion="lytic",
    alignment="subluxation",
    collapse="over50",
    posterolateral="bilateral",
)


def of(**answers):
    return findings(shipped_pack(), Case(**answers))


def test_nothing_answered_is_nothing_known():
    assert of() == {}


@pytest.mark.parametrize(
    ("answers", "holds", "does_not"),
    [
        (
            {"tumour_class": TumourClass.METASTATIC},
            ["metastatic"],
            ["primary-bone", "intramedullary"],
        ),
        ({"histology": "breast"}, ["breast"], ["lung", "prostate"]),
        ({"histology": "kidney"}, [], ["breast", "lung"]),
        ({"levels": ("T10",)}, ["thoracic", "one-level"], ["cervical", "sacrum", "several-levels"]),
        ({"levels": ("C5", "T12")}, ["neck-or-chest-field"], []),
        ({"levels": ("C4",)}, [], ["neck-or-chest-field"]),
        ({"levels": ("L1", "L2")}, [], ["neck-or-chest-field"]),
        ({"levels": ("L5", "S1")}, ["lumbosacral", "sacrum", "several-levels"], ["thoracic"]),
        ({"levels": ("Co",)}, ["sacrum", "lumbosacral"], ["cervical"]),
        ({"escc": "2"}, ["cord-compression", "high-grade-compression"], ["low-grade-compression"]),
        ({"escc": "1b"}, ["low-grade-compression", "no-cord-compression"], ["cord-compression"]),
        ({"sins": STABLE}, ["stable-spine"], ["unstable-spine", "unstable", "lytic"]),
        ({"sins": METASTASIS.sins}, ["unstable-spine", "potentially-unstable"], ["unstable"]),
        ({"sins": UNSTABLE}, ["unstable-spine", "unstable"], ["potentially-unstable"]),
        ({"walking": Walking.WITH_HELP}, ["can-walk"], ["cannot-walk"]),
        ({"walking": Walking.CANNOT}, ["cannot-walk"], ["can-walk"]),
        ({"ais": "D"}, ["weak"], []),
        ({"ais": "E"}, [], ["weak"]),
        ({"ecog": 3, "kps": 90}, ["poor-fitness"], []),
        ({"kps": 50}, [], ["poor-fitness"]),
        ({"aim": Aim.COMFORT}, ["aim-comfort"], ["aim-cure"]),
        ({"absent": ("not-radiosensitive",)}, ["radiosensitive"], ["not-radiosensitive"]),
        ({"escc": "0", "present": ("cord-compression",)}, ["cord-compression"], []),
    ],
)
def test_each_answer_gives_its_findings(answers, holds, does_not):
    found = of(**answers)
    assert {word for word in holds if found.get(word) is not True} == set()
    assert {word for word in does_not if found.get(word) is not False} == set()


def test_the_debated_grade_is_neither_low_nor_high():
    found = of(escc="1c")
    assert "low-grade-compression" not in found
    assert found["high-grade-compression"] is False


def test_an_unfinished_score_says_nothing_of_stability():
    assert not {"stable-spine", "unstable-spine"} & set(of(sins=SinsAnswers(pain="mechanical")))


def test_every_word_that_rules_use_can_come_out_of_a_case():
    pack = shipped_pack()
    stated = of(present=tuple({*pack.conditions, *FINDINGS}))
    known = {*stated, *pack.histologies, *TumourClass}
    used = {
        word
        for option in pack.options
        for rule in option.rule
        for word in (*rule.all_of, *rule.any_of, *rule.none_of)
    }
    assert used <= known
    assert len(LEVELS) == 30


def test_what_lies_in_part_from_c5_to_t12_is_not_settled_but_may_be_stated():
    levels = ("T12", "L1")
    assert "neck-or-chest-field" not in findings(shipped_pack(), Case(levels=levels))
    stated = Case(levels=("L1",), present=("neck-or-chest-field",))
    assert findings(shipped_pack(), stated)["neck-or-chest-field"]
