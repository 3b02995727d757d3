import random

import pytest

from spinecounsel.storage.keys.codes import new_code
from spinecounsel.viewing.recovery import Moment, recovery_sheet, recovery_view

CODE, _ = new_code(random.Random(5).randbytes)  # noqa: S311 - the same in each run


def test_the_code_is_shown_in_its_groups_and_spelt_for_who_hears_it():
    view = recovery_view(CODE)
    assert "-".join(view.groups) == CODE
    assert view.spoken.replace(". ", "-").replace(" ", "") == CODE


@pytest.mark.parametrize("change", [str, str.lower, " {} ".format, "-{}".format])
def test_one_group_is_typed_back_as_it_comes(change):
    view = recovery_view(CODE)
    assert view.is_asked(change(view.groups[view.asked - 1]))
    assert not view.is_asked(change(view.groups[view.asked]))
    assert not view.is_asked("")


def test_that_there_is_none_on_paper_is_said_only_where_that_is_so():
    assert "no recovery code on paper" in recovery_view(CODE, Moment.MISSING).warning
    assert not any(recovery_view(CODE, each).warning for each in {*Moment} - {Moment.MISSING})


def test_letters_that_look_alike_are_the_same():
    view = recovery_view("AAAAA-AAAAA-01A01-AAAAA")
    assert view.is_asked("oLaOi")


def test_the_sheet_says_what_it_is_how_it_is_used_and_where_to_keep_it():
    title, whose, code, use, keep = recovery_sheet(CODE, "clinic", "2026-11-26")
    assert "recovery code" in title
    assert "clinic" in whose
    assert "2026-11-26" in whose
    assert code.split() == CODE.split("-")
    assert "Use the recovery code" in use
    assert "away from the computer" in keep
