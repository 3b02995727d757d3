"""The scores that a case is described with are there, whole enough to be answered."""

from spinecounsel.content.checks.places import Place
from spinecounsel.content.model import ContentPack
from spinecounsel.content.score import GRADE_SCALES, SINS, SINS_ITEMS, Score


def check_scores(pack: ContentPack) -> None:
    """Raise ``ContentProblem`` for the first score that the program asks for and cannot ask."""
    for ident in (SINS, *GRADE_SCALES):
        if ident not in pack.scores:
            problem = f"a score {ident}, as the program asks for it in every case"
            raise Place("scores.toml", "score").problem("id", problem)
    _check_sum(pack.scores[SINS])
    for ident, grades in GRADE_SCALES.items():
        there = {level.id for level in pack.scores[ident].level}
        for grade in grades:
            if grade not in there:
                raise _place(ident).problem(
                    "level", f"also the grade {grade}, which a case may have"
                )


def _check_sum(score: Score) -> None:
    items = [item.id for item in score.item]
    if sorted(items) != sorted(SINS_ITEMS):
        raise _place(score.id).problem("item", f"these, each once: {', '.join(SINS_ITEMS)}")
    for item in score.item:
        if not item.level:
            raise _place(score.id).problem("item", f"answers to choose from for {item.id}")


def _place(ident: str) -> Place:
    return Place("scores.toml", f"score {ident}")
