"""Characters as typed by people: put in order of the eye, told simple from joined."""

import unicodedata
from functools import cache
from typing import Any

from spinecounsel.letters import JOINERS as JOINERS  # noqa: PLC0414 - named here too
from spinecounsel.letters import NO_BREAK as NO_BREAK  # noqa: PLC0414
from spinecounsel.letters import cleaned as cleaned  # noqa: PLC0414

_RIGHT_TO_LEFT = {"R", "AL", "AN"}


def clusters(text: str) -> list[str]:
    """Give the parts of ``text`` that must stay together: a letter with its marks."""
    parts: list[str] = []
    for each in text:
        last = parts[-1][-1] if parts else ""
        if last and (_is_mark(each) or each in JOINERS or last in JOINERS or _is_virama(last)):
            parts[-1] += each
        else:
            parts.append(each)
    return parts


def is_joined(text: str) -> bool:
    """Whether letters of ``text`` change their shape or place beside others, or carry marks."""
    return not text.isascii() and any(_joins(each) for each in text)


def levels(text: str) -> tuple[int, ...]:
    """Give the level of each character (even: left to right), the whole text's own first.

    The Unicode Bidirectional Algorithm, up to its rule I2; lines are put in order when they are
    broken.
    """
    if text.isascii() or not any(_direction(each) in _RIGHT_TO_LEFT for each in text):
        return (0,) * (len(text) + 1)
    # A joiner has no direction: it goes with the letter before it.
    base, found = _levels("".join(each for each in text if each not in JOINERS))
    given, answer = iter(found), [base]
    for each in text:
        answer.append(answer[-1] if each in JOINERS else next(given))
    return tuple(answer)


def in_order_of_the_eye(of_line: list[int]) -> list[int]:
    """Give the places of the pieces of a line, by their levels, from left to right (rule L2)."""
    order = list(range(len(of_line)))
    for level in range(max(of_line, default=0), 0, -1):
        start = 0
        while start < len(order):
            end = start
            while end < len(order) and of_line[order[end]] >= level:
                end += 1
            order[start:end] = reversed(order[start:end])
            start = end + 1
    return order


def _levels(text: str) -> tuple[int, list[int]]:
    from bidi import algorithm  # type: ignore[import-untyped]

    storage: dict[str, Any] = algorithm.get_empty_storage()
    # The first letter decides, but a name before English words does not turn them round.
    found = [_direction(each) for each in text]
    most = sum(each in {"R", "AL"} for each in found) > found.count("L")
    base = int(most and algorithm.get_base_level(text))
    storage |= {"base_level": base, "base_dir": "LR"[base]}
    algorithm.get_embedding_levels(text, storage)
    algorithm.explicit_embed_and_overrides(storage)
    algorithm.resolve_weak_types(storage)
    algorithm.resolve_neutral_types(storage, False)  # noqa: FBT003 - its only way: no debugging
    algorithm.resolve_implicit_levels(storage, False)  # noqa: FBT003
    return base, [each["level"] for each in storage["chars"]]


@cache
def _direction(character: str) -> str:
    return unicodedata.bidirectional(character)


@cache
def _is_mark(character: str) -> bool:
    return unicodedata.category(character).startswith("M")


@cache
def _is_virama(character: str) -> bool:
    """Whether a sign joins the consonants before and behind it."""
    return unicodedata.combining(character) == 9


@cache
def _joins(character: str) -> bool:
    indic = "\u0900" <= character <= "\u109f"
    return indic or _is_mark(character) or _direction(character) in {"R", "AL"}
