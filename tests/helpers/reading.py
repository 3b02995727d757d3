"""Reading level: the Flesch-Kincaid grade, with syllables counted by rule.

Kincaid 1975: 0.39 x words per sentence + 11.8 x syllables per word - 15.59.  textstat needs a word
list from the network for English, so the syllables are counted here; words that the rules get wrong
are spelt.
"""

import re

SPELT = {
    **dict.fromkeys(("x", "en", "bloc", "sins", "scoped", "home", "lie", "lies"), 1),
    **dict.fromkeys(("ct", "pd", "l1", "nsaid", "nsaids", "sabr", "people", "being", "doctor"), 2),
    **dict.fromkeys(("something", "someone", "sometimes", "science"), 2),
    **dict.fromkeys(("mri", "dna", "area", "ideas"), 3),
    **dict.fromkeys(("tlso", "sbrt", "ebrt", "diarrhoea"), 4),
    **dict.fromkeys(("chemotherapy", "haemangioma"), 5),
    **dict.fromkeys(("radiotherapy", "immunotherapy"), 6),
}


KNOWN_COUNTS = 2


def syllables(word: str) -> int:
    """Give, roughly, the syllables of an English word; a number of several figures counts 2."""
    plain = word.lower().strip("'")
    if plain.isdigit():
        return 1 if len(plain) == 1 else 2
    if plain in SPELT:
        return SPELT[plain]
    if "-" in plain:
        return sum(syllables(part) for part in plain.split("-") if part)
    return max(_groups(plain) - _silent(plain), 1)


def _groups(word: str) -> int:
    found = len(re.findall(r"[aeiouy]+", word))
    if len(word) > 4:
        apart = r"[aeiou](?:ing|ity)\b|(?<![tcsgx])i(?:a|ou|o(?!n|u))|eo(?!u)|ua(?!r)"
        found += len(re.findall(apart, word))
    return found


def _silent(word: str) -> int:
    if _groups(word) <= 1:
        return 0
    if word.endswith("e"):
        return int(not re.search(r"[^aeiou]le$", word))
    if word.endswith("es"):
        return int(not re.search(r"(?:[sxz]|ch|sh|c|g|[^aeiou]l)es$", word))
    if word.endswith("ed"):
        return int(not re.search(r"[td]ed$", word))
    return 0


def sentences(text: str) -> list[str]:
    """Give the sentences of ``text``; a colon or semicolon is a pause, not an end."""
    return [part for part in re.split(r"(?<=[.!?])\s+(?=[A-Z0-9])", text.strip()) if part]


def grade(text: str, known: frozenset[str] = frozenset()) -> float:
    """Give the Flesch-Kincaid grade of ``text``, to one decimal.

    Words that are ``known`` count two syllables at most: a name that is explained on tap, such as
    that of a treatment, cannot be put in shorter words.
    """
    words = re.findall(r"[A-Za-z0-9][A-Za-z0-9'-]*", text)
    if not words:
        return 0.0
    long = len(words) / len(sentences(text))
    counts = [
        min(syllables(word), KNOWN_COUNTS) if _is_known(word, known) else syllables(word)
        for word in words
    ]
    return round(0.39 * long + 11.8 * sum(counts) / len(words) - 15.59, 1)


def _is_known(word: str, known: frozenset[str]) -> bool:
    return word.lower().removesuffix("s") in known or word.lower() in known
