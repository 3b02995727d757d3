"""Packs with an estimate that is out of the ordinary, made from the tiny pack.

Each keeps what a pack may say; the sentences say the same as the numbers.
"""

from typing import NamedTuple

import msgspec

from spinecounsel.content.model import ContentPack, Together
from spinecounsel.discussion import moves
from spinecounsel.discussion.discussion import MarkState
from spinecounsel.discussion.people import Preferences, PrognosisWish
from spinecounsel.discussion.values import Importance, ValueAnswer
from spinecounsel.frozen import replaced
from tests.helpers.clock import START
from tests.helpers.talks import PATIENT, begun, mark

HARM = "beam-harm"
LONG = ("What matters to me is my garden. " * 62)[:2000]


class Odd(NamedTuple):
    """What differs: the fields of the harm, of every other estimate, and words that must show."""

    harm: dict[str, object]
    words: tuple[str, ...] = ()
    drawn: bool = True


def _said(
    percent: float | None, plain: str, framing: str = "", **more: object
) -> dict[str, object]:
    fields = {"percent": percent, "events": None, "total": None, "denominator": 100}
    return fields | {"plain": plain, "framing": framing} | more


ODD: dict[str, Odd] = {
    "no percent": Odd(
        _said(None, "Some people had late harm. Nobody counted them.", denominator=None),
        ("Some people had late harm.",),
        drawn=False,
    ),
    "a value only": Odd(
        _said(
            None,
            "Half of those harmed were harmed within 9 months.",
            denominator=None,
            value="median 9 months",
        ),
        ("Half of those harmed were harmed within 9 months.", "9 months"),
        drawn=False,
    ),
    "a total of 2": Odd(
        _said(50.0, "One person had late harm. Two were treated.", events=1, total=2),
        ("One person had late harm.", "50"),
    ),
    "none": Odd(
        _said(0.0, "None of 38 people had late harm.", events=0, total=38),
        ("None of 38 people had late harm.", "None", "of 38 people"),
        drawn=False,
    ),
    "all": Odd(
        _said(100.0, "All 38 people had late harm.", events=38, total=38),
        ("All 38 people had late harm.", "100"),
    ),
    "a range wider than the scale": Odd(
        _said(50.0, "About 50 in 100 people had late harm.", ci95=(-20.0, 140.0)),
        ("About 50 in 100 people had late harm.",),
    ),
    "fewer than 1 in 100": Odd(
        _said(0.2, "Fewer than 1 in 100 people had late harm."),
        ("Fewer than 1", "Fewer than 1 in 100 people had late harm."),
    ),
    "tumours": Odd(
        _said(90.0, "About 90 in 100 tumours did not grow.", unit="treated tumours"),
        ("About 90 in 100 tumours did not grow.", "treated tumours"),
        drawn=False,
    ),
    "operations": Odd(
        _said(4.0, "About 4 in 100 operations led to late harm.", unit="operations"),
        ("About 4 in 100 operations led to late harm.", "operations"),
        drawn=False,
    ),
    "a histology that is not known yet": Odd(
        {"histology": ("breast",)}, ("We do not know if this is true of you",), drawn=False
    ),
    "a condition that is not known yet": Odd(
        {"condition": ("cord-compression",)},
        ("We do not know if this is true of you",),
        drawn=False,
    ),
}
"""By name: an estimate of the tiny pack is changed so."""


def odd_pack(tiny: ContentPack, odd: Odd) -> ContentPack:
    """Give the tiny pack with one estimate changed."""
    harm = msgspec.structs.replace(tiny.estimates[HARM], **odd.harm)
    return replaced(tiny, estimates={**tiny.estimates, HARM: harm})


def bound_together(tiny: ContentPack) -> ContentPack:
    """Give the tiny pack with its harm bound to both arms of the trial."""
    group = Together(id="all", estimates=(HARM, "beam-walk", "watch-walk"), reason="one study")
    return replaced(tiny, together=(*tiny.together, group))


def for_one_option_only(tiny: ContentPack) -> ContentPack:
    """Give the tiny pack without any number for watching."""
    gone = {"watch-walk", "beam-walk"}
    left = {ident: each for ident, each in tiny.estimates.items() if ident not in gone}
    walks = replaced(
        tiny.estimates["beam-walk"],
        pair="",
        comparable_with=(),
        patient_view=left[HARM].patient_view,
    )
    return replaced(tiny, estimates={**left, "beam-walk": walks}, together=())


def two_ways(pack: ContentPack, case):
    """Give a consultation about both options of the tiny pack."""
    sitting = begun(pack=pack)
    sitting.change(moves.describing, patient=PATIENT, case=case)
    for option in ("beam", "watch"):
        sitting.change(moves.choosing, option, chosen=True)
    return sitting


def with_a_long_statement(sitting):
    """The patient says something in 2,000 letters."""
    answer = ValueAnswer(text=LONG, importance=Importance.VERY)
    sitting.change(moves.weighing, answer, when=START)
    return sitting


def skipping_everything(sitting):
    """The patient wants to hear nothing, and says nothing."""
    declines = Preferences(prognosis=PrognosisWish.DECLINES)
    sitting.change(moves.describing, preferences=declines)
    sitting.change(moves.skipping_expect, skipped=True)
    for topic in sitting.agenda.topics:
        mark(sitting, topic, MarkState.SET_ASIDE)
    return sitting
