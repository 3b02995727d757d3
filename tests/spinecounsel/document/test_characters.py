import pytest

from spinecounsel.document.characters import cleaned, clusters, in_order_of_the_eye, levels


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("e\u0301", "é"),
        ("one\r\ntwo\u2028three", "one\ntwo\nthree"),
        ("tab\tand\u2003wide", "tab and wide"),
        ("10\u202fmg", "10\u00a0mg"),
        ("a\u00ad\u200b\ufeffb\x00\x1b", "ab"),
        ("\u202eevil\u202c", "evil"),
        ("نمی\u200cشد", "نمی\u200cشد"),
    ],
)
def test_text_is_cleaned(typed, expected):
    assert cleaned(typed) == expected


def test_letters_keep_their_marks():
    assert clusters("ẹ́क्षि") == ["ẹ́", "क्षि"]


def test_a_name_before_english_words_does_not_turn_them_round():
    assert levels("כהן, Spine surgeon")[0] == 0
    assert levels("Cohen נועה כהן כהן")[0] == 0
    assert levels("נועה כהן, MD")[0] == 1
    assert levels("plain") == (0,) * 6


def test_numbers_in_arabic_run_from_left_to_right():
    base, *each = levels("من 100")
    assert (base, each) == (1, [1, 1, 1, 2, 2, 2])


def test_pieces_lie_in_the_order_of_the_eye():
    assert in_order_of_the_eye([0, 0]) == [0, 1]
    assert in_order_of_the_eye([1, 2, 1]) == [2, 1, 0]
    assert in_order_of_the_eye([0, 1, 1, 2, 2, 1, 0]) == [0, 5, 3, 4, 2, 1, 6]
