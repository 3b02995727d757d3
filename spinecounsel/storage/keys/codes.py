"""Recovery codes: 140 unpredictable bits as seven groups, each with a character that checks it.

The letters are Crockford's base 32, which has no I, L, O and U, so that what is read from paper is
typed right; small letters, blanks and hyphens do not matter.  The check character of a group is a
sum in the field of 32 elements, with the number of the group in it: one wrong character, two
swapped ones and two swapped groups are noticed, and the code itself is not tried for it.
"""

import unicodedata

from spinecounsel.storage.errors.people import MistypedCode
from spinecounsel.storage.keys.keys import Random

LETTERS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
GROUPS, IN_GROUP = 7, 5
_ALIKE = str.maketrans({"O": "0", "I": "1", "L": "1"})
_FIELD = 0b100101  # x^5 + x^2 + 1


def new_code(random: Random) -> tuple[str, bytes]:
    """Make a code: as it is printed, and what a key is derived from."""
    values = [byte % 32 for byte in random(GROUPS * (IN_GROUP - 1))]
    size = IN_GROUP - 1
    groups = [
        "".join(LETTERS[value] for value in (*part, _check(number, part)))
        for number in range(GROUPS)
        for part in [values[number * size : (number + 1) * size]]
    ]
    code = "-".join(groups)
    return code, secret_of_code(code)


def secret_of_code(typed: str) -> bytes:
    """Give what a key is derived from, however the code was typed.

    Raises:
        MistypedCode: with the group that cannot be right, counted from 1; 0 when the number of
            characters is wrong.
    """
    letters = _letters(typed)
    if len(letters) != GROUPS * IN_GROUP:
        raise MistypedCode(0)
    for number in range(GROUPS):
        group = letters[number * IN_GROUP : (number + 1) * IN_GROUP]
        values = [LETTERS.find(letter) for letter in group]
        if min(values) < 0 or _check(number, values[:-1]) != values[-1]:
            raise MistypedCode(number + 1)
    return letters.encode()


def _letters(typed: str) -> str:
    plain = unicodedata.normalize("NFKC", typed).upper().translate(_ALIKE)
    return "".join(letter for letter in plain if letter.isalnum())


def _check(number: int, values: list[int]) -> int:
    """Give the check of a group: each place counts with another power of a generator."""
    total = number + 1
    for place, value in enumerate(values, start=1):
        total ^= _times(value, _power(place))
    return total


def _power(exponent: int) -> int:
    result = 1
    for _ in range(exponent):
        result = _times(result, 2)
    return result


def _times(one: int, other: int) -> int:
    product = 0
    for bit in range(5):
        if other >> bit & 1:
            product ^= one << bit
    for bit in range(9, 4, -1):
        if product >> bit & 1:
            product ^= _FIELD << (bit - 5)
    return product
