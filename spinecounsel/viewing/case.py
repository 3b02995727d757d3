"""The case: five parts, each with its questions, what was answered, and what that adds up to."""

from collections.abc import Mapping
from enum import StrEnum

from spinecounsel.case.case import Aim, Case, Walking
from spinecounsel.case.problems import case_problems
from spinecounsel.case.scores import applies, band_of_grade
from spinecounsel.case.words import (
    aim_name,
    class_name,
    class_term,
    histology_name,
    walking_name,
)
from spinecounsel.content.model import ContentPack, TumourClass
from spinecounsel.content.score import Score
from spinecounsel.frozen import Frozen, replaced
from spinecounsel.viewing.answers import NOT_KNOWN, AnswerView, QuestionView, question, yes_or_no
from spinecounsel.viewing.case_findings import finding_questions, histologies_of
from spinecounsel.viewing.case_level import LevelView, level_view
from spinecounsel.viewing.case_scores import ScoreTextView, score_text
from spinecounsel.wording import say

OTHER_HISTOLOGY = "other"
OFFERED_TO_NOBODY = {"ecog": ("5",), "karnofsky": ("10", "0")}
"""Grades that are part of a published scale but are no choice on a screen that a patient sees."""


class Part(StrEnum):
    """The parts of the case, in their order."""

    TUMOUR = "tumour"
    LEVEL = "level"
    NERVES = "nerves"
    FITNESS = "fitness"
    AIM = "aim"


class PartView(Frozen, frozen=True, kw_only=True):
    """The tab of a part: its name, the question it answers, and done, part or to_do."""

    id: Part
    title: str
    question: str
    state: str


class TumourView(Frozen, frozen=True, kw_only=True):
    """What the tumour is; ``other`` is the free text of a histology that is not in the list."""

    tumour_class: QuestionView
    histology: QuestionView
    other: str
    other_asked: bool
    findings: tuple[QuestionView, ...]
    findings_remark: str


class GradeView(Frozen, frozen=True, kw_only=True):
    """A scale with its grades and their definitions; ``band`` says what the grade means.

    ``limits`` says what it is not for; ``fits`` that it is made for this class of tumour.
    """

    score: str
    question: QuestionView
    band: str
    limits: str
    fits: bool


class NervesView(Frozen, frozen=True, kw_only=True):
    """How the nerves work and how far the cord is pressed."""

    questions: tuple[QuestionView, ...]
    ais: GradeView
    escc: GradeView


class FitnessView(Frozen, frozen=True, kw_only=True):
    """How fit the patient is."""

    ecog: GradeView
    kps: GradeView
    questions: tuple[QuestionView, ...]
    illnesses: str
    illnesses_asked: bool


class AimView(Frozen, frozen=True, kw_only=True):
    """What treatment is meant to reach, and notes."""

    aim: QuestionView
    notes: str


class CaseView(Frozen, frozen=True, kw_only=True):
    """Everything that the page shows; ``scores`` holds the full text of each score by its id."""

    parts: tuple[PartView, ...]
    tumour: TumourView
    level: LevelView
    nerves: NervesView
    fitness: FitnessView
    aim: AimView
    scores: tuple[ScoreTextView, ...]
    problems: tuple[tuple[str, str], ...]


def case_view(pack: ContentPack, case: Case, *, other_asked: bool = False) -> CaseView:
    """Give the view of ``case``.

    ``other_asked`` is True when the clinician chose to write a histology that is not in the list
    and has not written it yet.
    """
    shown = ("sins", "escc", "ais", "ecog", "karnofsky")
    return CaseView(
        parts=_parts(case),
        tumour=_tumour(pack, case, other_asked=other_asked),
        level=level_view(pack, case),
        nerves=_nerves(pack, case),
        fitness=_fitness(pack, case),
        aim=AimView(aim=_aim(case), notes=case.notes),
        scores=tuple(score_text(pack, pack.scores[each]) for each in shown),
        problems=tuple(case_problems(case, pack).items()),
    )


def _parts(case: Case) -> tuple[PartView, ...]:
    words = {
        Part.TUMOUR: (say("Tumour"), say("What kind of tumour is it?")),
        Part.LEVEL: (say("Level"), say("Where is it, and is the spine stable?")),
        Part.NERVES: (say("Nerves"), say("How do the nerves work?")),
        Part.FITNESS: (say("Fitness"), say("How fit is the patient?")),
        Part.AIM: (say("Aim"), say("What is treatment meant to reach?")),
    }
    states = _states(case)
    return tuple(
        PartView(id=part, title=title, question=asked, state=states[part])
        for part, (title, asked) in words.items()
    )


def _states(case: Case) -> Mapping[Part, str]:
    return {
        Part.TUMOUR: _state(case.tumour_class, case.histology or None),
        Part.LEVEL: _state(case.levels or None, case.side),
        Part.NERVES: _state(case.symptoms, case.pain, case.walking, case.bladder_bowel),
        Part.FITNESS: _state(
            case.ecog if case.ecog is not None else case.kps,
            case.earlier_radiotherapy,
            case.serious_illness,
        ),
        Part.AIM: _state(case.aim),
    }


def _state(*answers: object) -> str:
    given = sum(answer is not None for answer in answers)
    return "done" if given == len(answers) else "part" if given else "to_do"


def _tumour(pack: ContentPack, case: Case, *, other_asked: bool) -> TumourView:
    classes = tuple(
        AnswerView(key=each, title=class_name(each), sentence=class_term(each))
        for each in TumourClass
    )
    findings = finding_questions(pack, case)
    listed = case.histology in pack.histologies
    other = "" if listed else case.histology
    return TumourView(
        tumour_class=_with_class_not_known(classes, case),
        histology=_histology(pack, case, other=bool(other) or other_asked),
        other=other,
        other_asked=bool(other) or other_asked,
        findings=findings,
        findings_remark=_findings_remark(case),
    )


def _with_class_not_known(classes: tuple[AnswerView, ...], case: Case) -> QuestionView:
    asked = question("tumour_class", say("Class of the tumour"), classes, case.tumour_class)
    last = AnswerView(
        key=NOT_KNOWN, title=class_name(None), sentence=say("Tests are still to come.")
    )
    return QuestionView(
        field=asked.field, label=asked.label, answers=(*classes, last), chosen=asked.chosen
    )


def _histology(pack: ContentPack, case: Case, *, other: bool) -> QuestionView:
    offered = histologies_of(pack, case.tumour_class)
    if case.histology in pack.histologies and case.histology not in offered:
        offered = (*offered, case.histology)
    answers = (
        *(AnswerView(key=each, title=histology_name(each)) for each in offered),
        AnswerView(key=OTHER_HISTOLOGY, title=say("Another: write it below")),
    )
    chosen = OTHER_HISTOLOGY if other else case.histology or None
    return question("histology", say("Histology (what the cells are)"), answers, chosen)


def _findings_remark(case: Case) -> str:
    if case.tumour_class is None:
        return say("More questions come here once the class of the tumour is known.")
    return say("Only what changes the options or the numbers for this tumour is asked.")


def _nerves(pack: ContentPack, case: Case) -> NervesView:
    walking = tuple(AnswerView(key=each, title=walking_name(each)) for each in Walking)
    return NervesView(
        questions=(
            yes_or_no("symptoms", say("Does the tumour cause symptoms?"), holds=case.symptoms),
            yes_or_no("pain", say("Pain from the tumour?"), holds=case.pain),
            question("walking", say("Walking"), walking, case.walking),
            yes_or_no(
                "bladder_bowel",
                say("New trouble with bladder or bowel?"),
                holds=case.bladder_bowel,
            ),
        ),
        ais=_ais(pack.scores["ais"], case),
        escc=_grade(pack.scores["escc"], "escc", case.escc, case),
    )


def _fitness(pack: ContentPack, case: Case) -> FitnessView:
    ecog = None if case.ecog is None else str(case.ecog)
    kps = None if case.kps is None else str(case.kps)
    return FitnessView(
        ecog=_grade(pack.scores["ecog"], "ecog", ecog, case),
        kps=_grade(pack.scores["karnofsky"], "kps", kps, case),
        questions=(
            yes_or_no(
                "earlier_radiotherapy",
                say("Earlier radiotherapy at this place?"),
                holds=case.earlier_radiotherapy,
            ),
            yes_or_no(
                "serious_illness", say("Another serious illness?"), holds=case.serious_illness
            ),
        ),
        illnesses=case.illnesses,
        illnesses_asked=case.serious_illness is True or bool(case.illnesses),
    )


def _ais(score: Score, case: Case) -> GradeView:
    """Give the scale with a word of warning where a grade may not belong to the other answers."""
    view = _grade(score, "ais", case.ais, case)
    if case.ais != "E" or case.symptoms is not False:
        return view
    asked = say("No symptoms were stated: check that there was a deficit before.")
    return replaced(view, band=" ".join(filter(None, (view.band, asked))))


def _grade(score: Score, field: str, chosen: str | None, case: Case) -> GradeView:
    hidden = OFFERED_TO_NOBODY.get(score.id, ())
    answers = tuple(
        AnswerView(key=level.id, title=f"{level.id} · {level.label}", sentence=level.definition)
        for level in score.level
        if level.id not in hidden or level.id == chosen
    )
    found = band_of_grade(score, chosen)
    return GradeView(
        score=score.id,
        question=question(field, score.name, answers, chosen, score.plain),
        band=found.plain if found else "",
        limits=say("Limits: {limits}", limits=score.not_for),
        fits=applies(score, case),
    )


def _aim(case: Case) -> QuestionView:
    sentences = {
        Aim.CURE: say("To get rid of the tumour for good."),
        Aim.CONTROL: say("To hold the tumour back, and to keep what the body can do."),
        Aim.COMFORT: say("To ease what troubles, and to live as well as can be."),
    }
    answers = tuple(
        AnswerView(key=each, title=aim_name(each), sentence=sentences[each]) for each in Aim
    )
    return question("aim", say("Aim of treatment"), answers, case.aim)
