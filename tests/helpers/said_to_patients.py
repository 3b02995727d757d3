"""Which of the texts that pages show are sentences for a patient, and what may not be in them."""

import re
from collections.abc import Iterable, Iterator
from functools import cache

from spinecounsel.content.citation import citation
from spinecounsel.content.model import SEEN
from spinecounsel.viewing.compare_words import other_group
from tests.helpers.packs import shipped_pack
from tests.helpers.reading import sentences
from tests.helpers.rendered import Shown

LEAST_WORDS = 4
HIGHEST = 8.0
CLINICAL_ITEM = re.compile(r"^case\.(?!patient|plain)")
LABEL = re.compile(r"^[^:.!?]{1,90}: (?=[A-Z0-9“\"])")
WORD = re.compile(r"\w[\w'-]*")
COUNT = re.compile(
    r"\b(?:about )?(?:none|[\d,]+(?: or [\d,]+)?) of (?:the )?(?:[\d,]+ )?\w+(?: \w+)?(?=[.,:;]|$)"
    r"|\bNot known\b",
    re.I,
)
ONE_IN = re.compile(
    r"\b(?:one|1)(?: person| patient)? (?:in|of|out of|for)(?: every)? (?:about )?"
    r"(?!100\b|1,?000\b|a hundred\b)"  # so many of a hundred, or of a thousand, is our own scale
    r"(?:\d|two|three|four|five|six|seven|eight|nine|ten|twelve|twenty|fifty)"
    r"|\b(?:one|1) of every\b",
    re.I,
)
RISK_WORD = re.compile(
    r"\b(?:rare|rarely|common|commonly|uncommon|uncommonly|often|seldom|frequent|frequently"
    r"|infrequent|infrequently|likely|unlikely|occasional|occasionally"
    r"|negligible)\b",
    re.I,
)
NUMBER = re.compile(
    r"\d|\b(?:two|three|four|five|six|seven|eight|nine|ten|none|nobody|half|third|quarter|hundred)\b",
    re.I,
)


def for_patients(shown: Iterable[Shown]) -> dict[str, Shown]:
    """Give every full sentence that a patient is to read or hear, with one place of it.

    Left out is what the program has for the clinician: see ``of_clinicians``, and what the case
    page asks.
    """
    found: dict[str, Shown] = {}
    for each in sorted(shown):
        if not is_asked_of_clinicians(each):
            for sentence in full_sentences(each.text):
                if not is_of_clinicians(sentence):
                    found.setdefault(sentence, each)
    return found


def is_asked_of_clinicians(shown: Shown) -> bool:
    """Tell whether it is a finding that the case page asks for, or an answer to it."""
    return any(CLINICAL_ITEM.match(name) for name in (shown.name, *shown.above))


def full_sentences(text: str) -> Iterator[str]:
    """Give what ends as a sentence and has four words.

    A label before it is left out; titles and bare counts, as they are put together for a screen
    reader, are no sentence.
    """
    for line in text.splitlines():
        for part in sentences(line):
            sentence = part.strip()
            while (label := LABEL.match(sentence)) is not None:
                sentence = sentence[label.end() :]
            ends = sentence[-1:] in {".", "!", "?"}
            if ends and len(WORD.findall(titles().sub("", COUNT.sub("", sentence)))) >= LEAST_WORDS:
                yield sentence


@cache
def titles() -> re.Pattern[str]:
    """Give what finds the titles in the shipped pack, and groups named there: no sentences."""
    pack = shipped_pack()
    words = {each.title for each in pack.estimates.values()}
    words |= {group for title in words for group in re.findall(r"\((.+)\)", title)}
    words |= {each.label for each in pack.concepts}
    words.add(other_group(""))
    longest_first = sorted(filter(None, words), key=len, reverse=True)
    return re.compile("|".join(map(re.escape, longest_first)), re.IGNORECASE)


def is_of_clinicians(sentence: str) -> bool:
    """Tell whether it is one of those, or a piece of it, perhaps with a word before it."""
    behind = sentence.partition(": ")[2]
    return any(_plain(each) in of_clinicians() for each in (sentence, behind) if each)


@cache
def of_clinicians() -> str:
    """Give all that the shipped pack says to clinicians, as one text.

    Sources, who was studied, why a number is no surer, cautions and doubts, and the items, limits
    and levels of the scores, without what these say in plain words.
    """
    pack = shipped_pack()
    words: list[str] = [citation(source) for source in pack.sources.values()]
    for each in pack.estimates.values():
        words += (each.population, each.horizon, each.certainty_why, each.value)
        words += (each.caution, each.sensitive_caution)
    words += (fact.doubt for option in pack.options for fact in option.fact)
    words += (general.doubt for general in pack.general)
    words += (way.doubt for way in pack.pathways)
    words += _texts_in(pack.scores)
    return " | ".join(map(_plain, words))


def _texts_in(value: object) -> Iterator[str]:
    """Give every text inside a value of the pack but what it says in plain words."""
    if isinstance(value, str):
        yield value
    else:
        for inner in _inside(value):
            yield from _texts_in(inner)


def _inside(value: object) -> Iterable[object]:
    if isinstance(value, dict):
        return value.values()
    if isinstance(value, tuple | list):
        return value
    fields = getattr(value, "__struct_fields__", ())
    return [getattr(value, field) for field in fields if field != "plain"]


def _plain(text: str) -> str:
    return text.lower().replace("**", "").rstrip(" .!?")


def says_one_in(sentence: str) -> bool:
    """Tell whether it counts as "1 in X", which makes a risk look larger than "n of 100"."""
    return bool(ONE_IN.search(sentence))


def says_a_bare_risk(sentence: str) -> bool:
    """Tell whether it says how often in a word without a number; who asks says nothing."""
    bare = bool(RISK_WORD.search(sentence)) and not NUMBER.search(sentence)
    return bare and not sentence.endswith("?")


@cache
def passages() -> tuple[str, ...]:
    """Give every passage of the shipped pack that a patient may read."""
    pack = shipped_pack()
    seen = [each for each in pack.estimates.values() if each.patient_view in SEEN]
    words = [text for each in seen for text in (each.plain, each.framing, each.sensitive_plain)]
    words += [fact.text for option in pack.options for fact in option.fact]
    words += [rule.reason for option in pack.options for rule in option.rule]
    words += [each.text for each in (*pack.general, *pack.pathways, *pack.questions)]
    words += [each.text for each in pack.value_statements]
    words += [each.question for each in (*pack.gaps, *pack.concepts)]
    words += [each.plain for each in (*pack.gaps, *pack.glossary)]
    return tuple(word for word in words if word)
