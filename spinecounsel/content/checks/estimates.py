"""One estimate by itself: its numbers agree with each other, its words and its picture."""

import math
import re

from spinecounsel.content.checks.places import Place, place_of_estimate
from spinecounsel.content.model import SEEN, ContentPack, Estimate

REASONS = (
    "duplicate",
    "overlap",
    "not seen again",
    "tiny study",
    "misleading alone",
    "relative only",
    "form",
    "wrong unit",
    "superseded",
    "needs the plan",
    "borrowed",
    "not for this decision",
    "not for this class",
    "forecast",
)
"""How the reason begins for not showing an estimate to patients."""

NEVER_TURNED_ROUND = ("tumour-held", "tumour-grows")
"""Concepts without a complement: some people died first."""

CHECKED = ("confirmed", "corrected", "not seen again")
TITLE_LENGTH = 42
_SAID = re.compile(r"(\d[\d,]*)(?: (?:or|to) (\d[\d,]*))? (?:in|out of) (?:every )?(1,?000|100)\b")
_DAYS = {"day": 1.0, "week": 7.0, "month": 30.4, "year": 365.25}
_LIMITS = ((14, "days"), (62, "weeks"), (304, "months"), (456, "1 year"), (1827, "2-5 years"))
_AT_ONCE = (
    "at surgery",
    "hospital stay",
    "hospital discharge",
    "around the operation",
    "during surgery",
    "treatment period",
    "during radiotherapy",
)
_INCOMPLETE = re.compile(
    r"who could be assessed|only the people with data|alive and assessed", re.I
)


def check_estimates(pack: ContentPack) -> None:
    """Raise ``ContentProblem`` for the first estimate that contradicts itself or lacks ground."""
    for row in pack.estimates.values():
        place = place_of_estimate(row)
        _check_ground(place, row)
        _check_numbers(place, row)
        _check_denominator(place, row)
        _check_framing(place, row)
        _check_reason(place, row)
        _check_horizon(place, row)
        _check_words(place, row)


def _check_ground(place: Place, row: Estimate) -> None:
    for field in ("title", "outcome", "population", "horizon", "certainty_why", "where", "plain"):
        if not getattr(row, field).strip():
            raise place.problem(field, "a text: no number is shown without it")
    if len(row.title) > TITLE_LENGTH:
        raise place.problem("title", f"at most {TITLE_LENGTH} characters, not {len(row.title)}")
    if row.checked not in CHECKED:
        raise place.problem("checked", f"one of {', '.join(CHECKED)}")
    if row.checked == "not seen again" and row.patient_view in SEEN:
        raise place.problem("patient_view", "never: the number could not be found a second time")


def _check_numbers(place: Place, row: Estimate) -> None:
    if row.percent is None and not row.value and row.events is None:
        raise place.problem("value", "what the source says, as it prints no percentage")
    if row.percent is not None and not 0 <= row.percent <= 100:
        raise place.problem("percent", "0 to 100")
    if row.ci95 is not None:
        low, high = row.ci95
        middle = low if row.percent is None else row.percent
        if not 0 <= low <= middle <= high <= 100:
            raise place.problem("ci95", "two percentages with the percentage between them")
    if (row.events is None) != (row.total is None):
        raise place.problem("events", "both events and total, or neither")
    if row.events is not None and row.total is not None:
        _check_count(place, row, row.events, row.total)


def _check_count(place: Place, row: Estimate, events: int, total: int) -> None:
    if total <= 0 or not 0 <= events <= total:
        raise place.problem("events", "a whole number from 0 to the total")
    if row.percent is not None and not math.isclose(row.percent, 100 * events / total, abs_tol=1):
        raise place.problem("percent", f"about {100 * events / total:.1f}, as events and total say")


def _check_denominator(place: Place, row: Estimate) -> None:
    fits = None if row.percent is None else 1000 if 0 < row.percent < 1 else 100
    if row.denominator != fits:
        expected = "none (no percentage, no picture)" if fits is None else str(fits)
        raise place.problem("denominator", expected)


def _check_framing(place: Place, row: Estimate) -> None:
    if not row.framing:
        return
    if row.percent is None or row.denominator is None:
        raise place.problem("framing", "no other side, as there is no percentage")
    if row.concept in NEVER_TURNED_ROUND:
        raise place.problem("framing", "no other side of tumour control: some people died first")
    if _INCOMPLETE.search(row.population):
        raise place.problem("framing", "no other side, as not everyone was counted")
    _check_other_side(place, row.framing, row.percent, row.denominator)


def _check_other_side(place: Place, framing: str, percent: float, denominator: int) -> None:
    said = numbers_said(framing)
    if not said:
        raise place.problem("framing", f"a number out of {denominator:,}")
    for number, out_of in said:
        if out_of != denominator:
            raise place.problem("framing", f"numbers out of {denominator:,}, not {out_of:,}")
        if abs(number - denominator * (100 - percent) / 100) > 0.5 + 1e-9:
            raise place.problem(
                "framing", f"the other side of {percent}%, not {number} in {out_of:,}"
            )


def numbers_said(text: str) -> list[tuple[int, int]]:
    """Give the numbers that ``text`` says out of 100 or of 1,000: ``6 or 7 in 100`` gives two."""
    found = []
    for low, high, out_of in _SAID.findall(text):
        scale = int(out_of.replace(",", ""))
        found += [(int(number.replace(",", "")), scale) for number in (low, high) if number]
    return found


def _check_reason(place: Place, row: Estimate) -> None:
    seen = row.patient_view in SEEN
    if seen and row.reason:
        raise place.problem("reason", "none, as patients may see it")
    if not seen and row.reason.split(":")[0] not in REASONS:
        raise place.problem("reason", f"one that begins with: {', '.join(REASONS)}")


def _check_horizon(place: Place, row: Estimate) -> None:
    fits = _horizons_of(row.horizon)
    if row.horizon_class not in fits:
        raise place.problem(
            "horizon_class", f"{' or '.join(sorted(fits))}, as {row.horizon!r} says"
        )


def _horizons_of(text: str) -> set[str]:
    if text.startswith("weeks") or text.endswith("or longer"):
        return {"weeks"}
    if text == "per year":
        return {"1 year"}
    if text == "treatment period":
        return {"days", "weeks"}
    if "not stated" in text or "and later" in text:
        return {"not stated"}
    length = _longest(text)
    if length is None:
        return {"days"} if text in _AT_ONCE else {"not stated"}
    return {next((name for limit, name in _LIMITS if length <= limit), "longer")}


def _longest(text: str) -> float | None:
    text = re.sub(r"\bone\b", "1", text)
    found = [
        float(number) * _DAYS[unit]
        for number, unit in re.findall(r"(\d+(?:\.\d+)?)[ -](day|week|month|year)", text)
    ]
    found += [float(number) for number in re.findall(r"\bdays \d+ to (\d+)", text)]
    return max(found) if found else None


def _check_words(place: Place, row: Estimate) -> None:
    if row.caution.startswith("Reword"):
        raise place.problem("plain", "the new wording that the caution asks for")
    if row.patient_view not in SEEN:
        return
    if row.percent is not None and not _says_itself(row, row.percent):
        raise place.problem("plain", f"its own number, {row.percent}%")


def _says_itself(row: Estimate, percent: float) -> bool:
    if re.search(
        rf"\b{row.events if row.events else 'none'} of (?:the )?{row.total}\b", row.plain, re.I
    ):
        return True
    return any(
        abs(number - out_of * percent / 100) <= 0.5 + 1e-9
        for number, out_of in numbers_said(row.plain)
    )
