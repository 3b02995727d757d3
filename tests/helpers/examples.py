"""The example cases that the program ships, gone through without a window."""

from functools import cache
from itertools import product
from pathlib import Path

from spinecounsel.discussion import moves
from spinecounsel.discussion.agenda import Closed
from spinecounsel.discussion.discussion import Glance, MarkState, QuestionAsked
from spinecounsel.discussion.knowledge import knowledge_questions
from spinecounsel.discussion.steps import ORDER
from spinecounsel.discussion.understanding import TEACH_BACK, Said
from spinecounsel.discussion.values import Leaning
from spinecounsel.viewing.ahead import Looking
from tests.helpers.clock import START
from tests.helpers.demonstrations import EXAMPLES
from tests.helpers.packs import shipped_pack
from tests.helpers.talks import begun, mark, signatures
from ui.demonstration.script import MOST_OPTIONS, load_script

METASTASIS = EXAMPLES / "metastasis-with-cord-compression.toml"
MENINGIOMA = EXAMPLES / "meningioma-beside-the-cord.toml"
PATHS = (METASTASIS, MENINGIOMA)


def played(path: Path, *, pack=None, all_opened=False):
    """Give the consultation of a case file as it is before signing.

    With ``all_opened`` nothing is set aside and everything closed is opened: all that a patient can
    come to see.
    """
    pack = pack or shipped_pack()
    script = load_script(path, pack, START.date())
    sitting = begun(pack=pack)
    change = sitting.change
    change(
        moves.describing,
        patient=script.patient,
        case=script.case,
        referrer=script.referrer,
        present=script.present,
        preferences=script.preferences,
        capacity=script.capacity,
        representative=script.representative,
    )
    _choose(sitting, script)
    for expectation in script.expectations:
        change(moves.expecting, expectation)
    _mark(sitting, script, all_opened=all_opened)
    for number, question in enumerate(script.questions):
        asked = QuestionAsked(
            id=f"question-{number}", text=question.text, answer=question.answer, when=START
        )
        change(moves.asking, asked)
    look_ahead(sitting)
    change(moves.comparing)
    for value in script.values:
        change(moves.weighing, value, when=START)
    for item in TEACH_BACK:
        change(moves.saying_back, item, Said.SAID, when=START)
    change(moves.answering_sure, script.sure, again=False)
    change(moves.leaning, Leaning(options=script.leaning_after, when=START), after=True)
    change(moves.deciding, script.decision)
    for permission in script.permissions:
        change(moves.permitting, permission)
    return sitting


@cache
def recorded(path: Path):
    """Give the sealed record of a case file."""
    sitting = played(path)
    for each in knowledge_questions(sitting.pack, sitting.discussion, sitting.agenda):
        sitting.change(moves.answering, each.key, each.right, right=True, when=START)
    return sitting.finish(signatures(sitting))


def look_ahead(sitting):
    """Look at both views of every option."""
    for option, view in product(sitting.discussion.options, Looking):
        sitting.change(moves.looking_ahead, Glance(option=option, view=str(view)))


def _choose(sitting, script):
    """Choose the options of the script, or those usual, and leave out the other usual ones."""
    fits = sitting.applicable
    usual = [option for option in fits.options if fits.is_usual(option)]
    chosen = script.options or tuple(usual[:MOST_OPTIONS])
    for option in chosen:
        sitting.change(moves.choosing, option, chosen=True)
    given = {each.option: each.reason for each in script.left_out}
    for option in usual:
        if option not in chosen:
            reason = given.get(option, script.left_out_reason)
            sitting.change(moves.leaving_out, option, reason)


def _mark(sitting, script, *, all_opened):
    for topic in sitting.agenda.topics:
        wanted = all_opened or topic.concept in script.opened
        if topic.closed is not None and wanted:
            sitting.change(moves.opening, topic, when=START)
    for topic in sitting.agenda.topics:
        if topic.concept in script.set_aside and not all_opened:
            mark(sitting, topic, MarkState.SET_ASIDE)
        elif topic.required and topic.closed is not Closed.SENSITIVE:
            mark(sitting, topic)


def steps_of(sitting):
    """Give every step that the consultation has, in order."""
    return tuple(step for step in ORDER if step in sitting.progress)
