"""The words of the glossary, and where they stand in a sentence."""

import re
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, NamedTuple

from spinecounsel.frozen import Frozen
from spinecounsel.wording import say

if TYPE_CHECKING:
    from spinecounsel.content.model import ContentPack

# Not compiled before the first sentence: the first page has no words to explain.
_TOKEN, _JOINT, _PARTS = r"[^\W_]+", r"[\s-]+", r"[(),]"


class WordView(Frozen, frozen=True, kw_only=True):
    """A word, what it means in plain words, and where that was read."""

    term: str
    plain: str
    source: str


class Found(NamedTuple):
    """A word in a sentence: where it begins and ends, and the term it is explained under."""

    start: int
    end: int
    term: str


class Glossary(Frozen, frozen=True, kw_only=True):
    """Words by term; ``phrases`` gives for a first word what may follow it, the longest first."""

    words: dict[str, WordView]
    phrases: dict[str, tuple[tuple[tuple[str, ...], str], ...]]


NO_GLOSSARY = Glossary(words={}, phrases={})


def glossary_of(pack: "ContentPack") -> Glossary:
    """Give the glossary of a pack, ready to be searched."""
    from spinecounsel.content.citation import citation
    from spinecounsel.content.model import OWN

    words = {
        each.term: WordView(
            term=each.term,
            plain=each.plain,
            source=say("In our own words")
            if each.source == OWN
            else say("Source: {source}", source=citation(pack.sources[each.source])),
        )
        for each in pack.glossary
    }
    phrases: dict[str, set[tuple[tuple[str, ...], str]]] = {}
    for term in words:
        for first, *rest in _forms(term):
            phrases.setdefault(first, set()).add((tuple(rest), term))
    return Glossary(words=words, phrases={key: _sorted(found) for key, found in phrases.items()})


def words_in(text: str, glossary: Glossary) -> tuple[Found, ...]:
    """Give the words of ``glossary`` in ``text``, each term once, in order.

    Only whole words count, the longest term first; number (tumour, tumours) and capitals do not
    matter, save for short forms such as CT.
    """
    if not glossary.phrases:
        return ()
    tokens = list(re.finditer(_TOKEN, text))
    found: list[Found] = []
    seen: set[str] = set()
    place = 0
    while place < len(tokens):
        length, term = _longest(text, tokens, place, glossary)
        if term and term not in seen:
            seen.add(term)
            end = tokens[place + length - 1].end()
            found.append(Found(tokens[place].start(), end, term))
        place += length
    return tuple(found)


def explained(sentences: Iterable[str], glossary: Glossary) -> tuple[WordView, ...]:
    """Give what the words in ``sentences`` mean, each once, in the order they come in."""
    terms = (each.term for sentence in sentences for each in words_in(sentence, glossary))
    return tuple(glossary.words[term] for term in dict.fromkeys(terms))


def _longest(
    text: str, tokens: list[re.Match[str]], place: int, glossary: Glossary
) -> tuple[int, str]:
    """Give how many tokens from ``place`` on are a term, and which; 1 and nothing for none."""
    for rest, term in glossary.phrases.get(_folded(tokens[place].group()), ()):
        last = place + len(rest)
        if last >= len(tokens):
            continue
        there = tuple(_folded(each.group()) for each in tokens[place + 1 : last + 1])
        if there == rest and all(
            re.fullmatch(_JOINT, text[tokens[n].end() : tokens[n + 1].start()])
            for n in range(place, last)
        ):
            return len(rest) + 1, term
    return 1, ""


def _sorted(
    found: set[tuple[tuple[str, ...], str]],
) -> tuple[tuple[tuple[str, ...], str], ...]:
    return tuple(sorted(found, key=lambda each: (-len(each[0]), each)))


def _forms(term: str) -> Iterator[tuple[str, ...]]:
    """Give all ways in which a term is written; what stands in brackets is another name of it."""
    for name in filter(str.strip, re.split(_PARTS, term)):
        tokens = [_folded(each) for each in re.findall(_TOKEN, name)]
        for last in _numbers(tokens[-1]):
            yield (*tokens[:-1], last)
        for short in filter(_is_short, tokens):
            yield from ((each,) for each in _numbers(short))


def _folded(token: str) -> str:
    """Give a word without capitals; a short form keeps them, for "IV" is not "iv"."""
    return token if _is_short(token) else token.casefold()


def _is_short(token: str) -> bool:
    return len(token) > 1 and token[:2].isupper()


def _numbers(word: str) -> set[str]:
    """Give a word as one and as many."""
    forms = {word, f"{word}s"}
    if _is_short(word):
        return forms | {word.removesuffix("s")}
    if word.endswith("y"):
        forms.add(f"{word[:-1]}ies")
    elif word.endswith("is"):
        forms.add(f"{word[:-2]}es")
    elif word.endswith("a"):
        forms.add(f"{word}e")
    elif word.endswith("s") and not word.endswith(("ss", "us")):
        forms.add(word[:-1])
    return forms
