"""Words for search: without case, accents or punctuation, in any script.

Scripts that put no space between words (Chinese, Japanese, Korean, Thai ...) give one word a
character; a search for several of them asks for them side by side.
"""

import datetime as dt
import unicodedata

_MONTHS = [
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
]
# letters that Unicode does not take apart into a letter and an accent
_PLAIN = str.maketrans(
    {
        "ø": "o",
        "ł": "l",
        "đ": "d",
        "ð": "d",
        "þ": "th",
        "æ": "ae",
        "œ": "oe",
        "\N{LATIN SMALL LETTER DOTLESS I}": "i",
        "ħ": "h",
    }
)
_UNSPACED = (
    (0x0E00, 0x109F),  # Thai, Lao, Tibetan, Burmese
    (0x1100, 0x11FF),  # Korean letters
    (0x1780, 0x17FF),  # Khmer
    (0x2E80, 0x9FFF),  # radicals, kana, Chinese characters
    (0xA000, 0xA4CF),  # Yi
    (0xAC00, 0xD7FF),  # Korean syllables
    (0xF900, 0xFAFF),
    (0x1F000, 0x1FAFF),  # pictures
    (0x20000, 0x3FFFF),  # rarer Chinese characters
)
_ASCII = {code: " " for code in range(128) if not chr(code).isalnum()}
MOST_CHUNKS = 12
MOST_WORDS = 40


def words(text: str) -> list[str]:
    """Give the folded words of ``text`` in order."""
    if text.isascii():  # the same, much quicker
        return text.lower().translate(_ASCII).split()
    taken_apart = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", text).casefold())
    bare = "".join(letter for letter in taken_apart.translate(_PLAIN) if not _is_accent(letter))
    return "".join(map(_spaced, unicodedata.normalize("NFC", bare))).split()


def indexed(*texts: str) -> str:
    """Give what is indexed for ``texts``: their words; "AB-12" also in one piece."""
    together = " ".join(texts)
    if together.isascii() and together.replace(" ", "").isalnum():  # the same, much quicker
        return " ".join(together.lower().split())
    chunks = [words(chunk) for text in texts for chunk in text.split()]
    whole = ["".join(chunk) for chunk in chunks if _is_broken(chunk)]
    return " ".join([word for chunk in chunks for word in chunk] + whole)


def joined(number: str) -> str:
    """Give a number without the gaps people leave in it or not: "943 476 59" as "94347659"."""
    return "".join(words(number))


def date_words(date: dt.date | None) -> str:
    """Give a date in the ways people type it: 2026-11-24, 24/11/2026, 24 november 2026."""
    if date is None:
        return ""
    iso = f"{date.year:04}-{date.month:02}-{date.day:02}"
    numbers = f"{date.day:02}/{date.month:02}/{date.year:04}"
    short = f"{date.day}/{date.month}/{date.year}"
    return f"{iso} {numbers} {short} {date.day} {_MONTHS[date.month - 1]} {date.year}"


def query(text: str) -> str:
    """Give the FTS5 expression for what is typed: every chunk must be there, its last word begun.

    Empty when ``text`` has nothing to be searched for.  Words hold letters and digits only, so that
    nothing typed is ever read as an operator.
    """
    chunks = [words(chunk)[:MOST_WORDS] for chunk in text.split()[:MOST_CHUNKS]]
    return " ".join(f'"{" ".join(chunk)}"*' for chunk in chunks if chunk)


def _is_broken(chunk: list[str]) -> bool:
    """Whether punctuation, not a script without spaces, cut a chunk into words."""
    return len(chunk) > 1 and not any(_is_unspaced(letter) for word in chunk for letter in word)


def _is_accent(letter: str) -> bool:
    """Whether a mark may be left out: accents, Hebrew and Arabic points; vowel signs stay."""
    place = unicodedata.combining(letter)
    return place >= 200 or 10 <= place <= 36 or unicodedata.category(letter) == "Cf"


def _is_unspaced(letter: str) -> bool:
    code = ord(letter)
    return code >= 0x0E00 and any(first <= code <= last for first, last in _UNSPACED)


def _spaced(letter: str) -> str:
    if unicodedata.category(letter)[0] not in "LNM" and unicodedata.category(letter) != "So":
        return " "
    return f" {letter} " if _is_unspaced(letter) else letter
