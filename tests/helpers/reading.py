"""Reading level: the Flesch-Kincaid grade, with syllables counted by rule.

Kincaid 1975: 0.39 x words per sentence + 11.8 x syllables per word - 15.59.  textstat needs a word
list from the network for English, so the syllables are counted here; words that the rules get wrong
are spelt.  Names count like other words.
"""

import re

SPELT = {
    **dict.fromkeys(("x", "en", "bloc", "sins", "scoped", "home", "lie", "lies"), 1),
    **dict.fromkeys(("ct", "nsaid", "nsaids", "sabr", "people", "being", "doctor", "ion"), 2),
    **dict.fromkeys(("equal", "language", "create", "bias", "beyond", "pd"), 2),
    **dict.fromkeys(("something", "someone", "sometimes", "science", "maybe", "ions", "tire"), 2),
    **dict.fromkeys(("tired", "giant", "fluid", "fluids", "quiet", "guideline", "guidelines"), 2),
    **dict.fromkeys(("mri", "dna", "pdf", "area", "ideas", "everyday", "everything", "whoever"), 3),
    **dict.fromkeys(("tlso", "sbrt", "ebrt", "egfr", "diarrhoea", "diabetes", "myeloma"), 4),
    **dict.fromkeys(("chemotherapy", "haemangioma", "meningioma", "meningiomas"), 5),
    **dict.fromkeys(("radioactive",), 5),
    **dict.fromkeys(("radiotherapy", "immunotherapy", "physiotherapist"), 6),
    **dict.fromkeys(("haemangioblastoma",), 7),
}
APART = re.compile(
    r"[aeiouy]ing\b|[aeiou]ity\b"
    r"|(?<![tcsgx])i(?:a|ou|o(?!n|u))|i(?:um|ers?)\b|(?<!g)eo(?!u)|ua(?!r)|react|[ao]yer"
)
SILENT_WITHIN = re.compile(
    r"[aeiouy][^aeiouy]+e(?:ly|ful|(?<!le)ments?|where|what|body|hand|ways)$"
)
SAID_AT_END = re.compile(
    r"(?:[aeio]|(?<![gq])u|[^aeiou][lr])e$"
    r"|(?:[sxzcgaeio]|[cs]h|(?<![gq])u|[^aeiou][lr])es$"
    r"|(?:[tdaeiouy]|[^aeiouylrw]l)ed$"
)
LEVEL = re.compile(r"([a-z]+)(\d+)")


def syllables(word: str) -> int:
    """Give, roughly, the syllables of an English word; a number of several figures counts 2."""
    plain = word.lower().strip("'").removesuffix("'s")
    if plain.isdigit():
        return 1 if len(plain) == 1 else 2
    if plain in SPELT:
        return SPELT[plain]
    if "-" in plain:
        return sum(syllables(part) for part in plain.split("-") if part)
    if level := LEVEL.fullmatch(plain):
        return len(level[1]) + syllables(level[2])
    return max(_groups(plain) - _silent(plain), 1)


def _groups(word: str) -> int:
    found = len(re.findall(r"[aeiouy]+", word))
    return found + len(APART.findall(word)) if len(word) > 4 else found


def _silent(word: str) -> int:
    if _groups(word) <= 1:
        return 0
    at_end = word.endswith(("e", "es", "ed")) and not SAID_AT_END.search(word)
    return int(at_end) + int(bool(SILENT_WITHIN.search(word)))


def sentences(text: str) -> list[str]:
    """Give the sentences of ``text``; a colon or semicolon is a pause, not an end."""
    return [part for part in re.split(r"(?<=[.!?])\s+(?=[A-Z0-9])", text.strip()) if part]


def grade(text: str) -> float:
    """Give the Flesch-Kincaid grade of ``text``, to one decimal; names count like other words."""
    words = re.findall(r"[A-Za-z0-9][A-Za-z0-9'-]*", text)
    if not words:
        return 0.0
    long = len(words) / len(sentences(text))
    return round(0.39 * long + 11.8 * sum(map(syllables, words)) / len(words) - 15.59, 1)
