"""A pack without a score that the program asks for is refused in words, not by a crash."""

import msgspec
import pytest

from spinecounsel.case.case import Case, SinsAnswers
from spinecounsel.case.problems import AIS, ECOG, ESCC, KPS
from spinecounsel.case.scores import GRADES
from spinecounsel.content.checks.scores import check_scores
from spinecounsel.content.loader import load_pack
from spinecounsel.content.score import GRADE_SCALES, SINS, SINS_ITEMS
from spinecounsel.errors import ContentProblem
from spinecounsel.frozen import replaced
from tests.helpers.packs import shipped_pack, tiny_folder


def test_what_is_asked_for_is_what_a_case_answers():
    assert tuple(each.name for each in msgspec.structs.fields(SinsAnswers)) == SINS_ITEMS
    assert {field for _, field in GRADES} <= {each.name for each in msgspec.structs.fields(Case)}
    allowed = {"escc": ESCC, "ais": AIS, "ecog": ECOG, "karnofsky": KPS}
    assert tuple(score for score, _ in GRADES) == tuple(GRADE_SCALES)
    assert {score: tuple(map(str, each)) for score, each in allowed.items()} == GRADE_SCALES


@pytest.mark.parametrize("ident", [SINS, *GRADE_SCALES])
def test_a_pack_without_one_of_them_is_refused_by_name(tmp_path, ident):
    folder = tiny_folder(tmp_path, scores=(f'id = "{ident}"', 'id = "another"'))
    with pytest.raises(ContentProblem, match=r"scores\.toml, score") as caught:
        load_pack(folder)
    assert f"a score {ident}, as the program asks for it" in caught.value.expected


@pytest.mark.parametrize("ident", GRADE_SCALES)
def test_a_scale_without_a_grade_that_a_case_may_have_is_refused(ident):
    pack, gone = shipped_pack(), GRADE_SCALES[ident][-1]
    left = tuple(level for level in pack.scores[ident].level if level.id != gone)
    bare = replaced(pack.scores[ident], level=left)
    with pytest.raises(ContentProblem, match=f"also the grade {gone}, ") as caught:
        check_scores(replaced(pack, scores={**pack.scores, ident: bare}))
    assert (caught.value.table, caught.value.field) == (f"score {ident}", "level")


def test_an_item_that_is_missing_strange_or_without_answers_is_refused():
    pack = shipped_pack()
    first, *rest = pack.scores[SINS].item
    odd = (rest, [replaced(first, id="other"), *rest], [replaced(first, level=()), *rest])
    for items in odd:
        score = replaced(pack.scores[SINS], item=tuple(items))
        with pytest.raises(ContentProblem) as caught:
            check_scores(replaced(pack, scores={**pack.scores, SINS: score}))
        assert (caught.value.table, caught.value.field) == ("score sins", "item")
