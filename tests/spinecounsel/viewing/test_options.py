import msgspec
import pytest

from spinecounsel.content.model import Source
from spinecounsel.discussion import moves
from spinecounsel.discussion.discussion import Discussion
from spinecounsel.viewing.options import OTHER, options_view, reason_of, source_name
from tests.helpers.reading import grade
from tests.helpers.talks import METASTASIS, PATIENT, begun


@pytest.fixture
def sitting():
    made = begun()
    made.change(moves.describing, patient=PATIENT, case=METASTASIS)
    return made


def seen(sitting, **more):
    return options_view(
        sitting.pack, sitting.discussion, sitting.applicable, sitting.agenda, **more
    )


def row(view, ident):
    return next(row for group in view.groups for row in group.rows if row.id == ident)


def test_every_option_is_there_once_in_the_order_of_the_pack(sitting):
    shown = [row.id for group in seen(sitting).groups for row in group.rows]
    ordered = sorted(sitting.pack.options, key=lambda option: option.order)
    assert shown == [option.id for option in ordered]


def test_a_usual_option_says_why_what_speaks_against_it_and_who_says_so(sitting):
    shown = row(seen(sitting), "radiotherapy-conventional")
    assert (shown.mark, shown.tag, shown.link) == ("usual", "Usual here", "3 rules")
    assert "But: A textbook says that just radiation is not enough" in shown.sentence
    assert [line.reason.split(":")[0] for line in shown.rules] == ["Usual", "Usual", "Not usual"]
    assert "Cancer Research UK" in shown.rules[1].source


def test_only_what_a_rule_speaks_against_is_folded_away(sitting):
    view = seen(sitting)
    assert row(view, "radiosurgery").folded
    silent = row(view, "proton-therapy")
    assert (silent.mark, silent.sentence, silent.rules) == ("", "No rule says when it is used.", ())
    assert not silent.folded


def test_nothing_is_chosen_beforehand_and_nothing_left_out_before_a_choice(sitting):
    view = seen(sitting)
    assert view.chosen == ()
    assert view.left_out == ()
    assert "no-treatment" in view.unchosen


def test_usual_options_that_are_not_chosen_are_left_out_until_they_have_a_reason(sitting):
    sitting.change(moves.choosing, "no-treatment", chosen=True)
    sitting.change(moves.leaving_out, "rehabilitation", reason_of("hospital"))
    sitting.change(moves.leaving_out, "corticosteroids", "He takes them already.")
    view = seen(sitting)
    reasons = {each.id: (each.key, each.words) for each in view.left_out}
    assert reasons["rehabilitation"] == ("hospital", "")
    assert reasons["corticosteroids"] == (OTHER, "He takes them already.")
    assert reasons["bracing"] == ("", "")
    assert "no-treatment" not in reasons
    assert {*view.unexplained} == {*reasons} - {"rehabilitation", "corticosteroids"}


def test_only_the_reason_that_was_given_last_is_offered_to_the_others(sitting):
    sitting.change(moves.choosing, "no-treatment", chosen=True)
    for option in ("rehabilitation", "bracing"):
        sitting.change(moves.leaving_out, option, reason_of("hospital"))
    view = seen(sitting)
    count = len(view.unexplained)
    assert {each.id: each.same for each in view.left_out if each.same} == {
        "bracing": f"Same reason for the {count} others"
    }
    for option in view.unexplained:
        sitting.change(moves.leaving_out, option, reason_of("earlier"))
    assert not any(each.same for each in seen(sitting).left_out)


def test_an_older_draft_with_one_reason_for_all_keeps_it_for_each(sitting):
    sitting.change(moves.choosing, "no-treatment", chosen=True)
    older = "The patient does not want to talk about it"
    for option in seen(sitting).unexplained:
        sitting.change(moves.leaving_out, option, older)
    sitting.resume(msgspec.json.decode(msgspec.json.encode(sitting.discussion), type=Discussion))
    view = seen(sitting)
    assert view.unexplained == ()
    assert {(each.key, each.words) for each in view.left_out} == {(OTHER, older)}


def test_own_words_may_be_asked_for_before_they_are_there(sitting):
    sitting.change(moves.choosing, "no-treatment", chosen=True)
    view = seen(sitting, writing={"bracing"})
    asked = next(each for each in view.left_out if each.id == "bracing")
    assert (asked.key, asked.words) == (OTHER, "")
    assert "bracing" in view.unexplained


def test_more_than_six_are_allowed_with_a_word_of_advice(sitting):
    for option in seen(sitting).unchosen[:6]:
        sitting.change(moves.choosing, option, chosen=True)
    assert seen(sitting).remark == ""
    sitting.change(moves.choosing, "radiosurgery", chosen=True)
    view = seen(sitting)
    assert len(view.chosen) == 7
    assert view.remark
    assert grade(view.remark) <= 8


@pytest.mark.parametrize(
    ("authors", "year", "name"),
    [
        ("Huo M, Sahgal A, Pryor D, et al.", 2017, "Huo 2017"),
        ("van der Velden JM, Verkooijen HM", 2014, "van der Velden 2014"),
        ("Cancer Research UK", 0, "Cancer Research UK"),
        (
            "Memorial Sloan Kettering authors (not noted)",
            2010,
            "Memorial Sloan Kettering authors 2010",
        ),
        ("not shown on the page read", 0, "A journal"),
    ],
)
def test_a_source_is_named_so_short_that_it_fits_a_button(authors, year, name):
    source = Source(
        id="s", authors=authors, title="A title", journal="A journal", year=year, doi="", pmid=""
    )
    assert source_name(source) == name
