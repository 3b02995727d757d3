import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from spinecounsel.storage import MistypedCode
from spinecounsel.storage.keys.codes import GROUPS, IN_GROUP, LETTERS, new_code, secret_of_code

DICE = random.Random(5)  # noqa: S311 - the same in each run
CODE, SECRET = new_code(DICE.randbytes)
PLACES = st.integers(0, GROUPS * IN_GROUP - 1)


def test_a_code_is_seven_groups_of_five_of_crockfords_letters():
    groups = CODE.split("-")
    assert [len(group) for group in groups] == [IN_GROUP] * GROUPS
    assert set("".join(groups)) <= set(LETTERS)
    assert not set("ILOU") & set(LETTERS)
    assert GROUPS * (IN_GROUP - 1) * 5 >= 128, "bits that nobody can foretell"


def test_no_two_codes_are_the_same():
    assert len({new_code(DICE.randbytes)[0] for _ in range(200)}) == 200


@pytest.mark.parametrize(
    "typed",
    [
        CODE.lower(),
        CODE.replace("-", ""),
        CODE.replace("-", " "),
        f"  {CODE}\n",
        CODE.replace("-", " – "),
        CODE.replace("0", "O").replace("1", "l"),
        CODE.replace("0", "o").replace("1", "I"),
        "".join(chr(ord(letter) + 0xFEE0) for letter in CODE),  # full width
    ],
)
def test_it_may_be_typed_as_it_comes(typed):
    assert secret_of_code(typed) == SECRET


@given(place=PLACES, letter=st.sampled_from(LETTERS))
def test_each_wrong_character_is_noticed_and_its_group_named(place, letter):
    letters = list(CODE.replace("-", ""))
    if letters[place] == letter:
        return
    letters[place] = letter
    with pytest.raises(MistypedCode) as caught:
        secret_of_code("".join(letters))
    assert caught.value.group == place // IN_GROUP + 1
    assert f"Group {caught.value.group} " in str(caught.value)


@given(place=PLACES.filter(lambda place: place % IN_GROUP < IN_GROUP - 1))
def test_two_swapped_characters_are_noticed(place):
    letters = list(CODE.replace("-", ""))
    if letters[place] == letters[place + 1]:
        return
    letters[place], letters[place + 1] = letters[place + 1], letters[place]
    with pytest.raises(MistypedCode):
        secret_of_code("".join(letters))


def test_two_swapped_groups_are_noticed():
    first, second, *others = CODE.split("-")
    with pytest.raises(MistypedCode):
        secret_of_code("-".join((second, first, *others)))


@pytest.mark.parametrize("typed", ["", CODE[:-1], CODE + "0", CODE[6:]])
def test_too_few_or_too_many_characters_are_said(typed):
    with pytest.raises(MistypedCode, match="7 groups of 5"):
        secret_of_code(typed)
