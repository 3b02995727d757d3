import pytest

from spinecounsel import errors
from spinecounsel.errors import (
    CharacterMissing,
    ContentProblem,
    NotYet,
    SignatureMissing,
    UserError,
)


def test_every_error_here_may_be_shown():
    family = [kind for kind in vars(errors).values() if isinstance(kind, type)]
    assert all(issubclass(kind, UserError) for kind in family)


@pytest.mark.parametrize(
    ("table", "field", "sentence"),
    [
        (
            "option bracing",
            "aim",
            "options.toml, option bracing, field aim: a sentence was expected",
        ),
        ("option bracing", "", "options.toml, option bracing: a sentence was expected"),
        ("", "", "options.toml: a sentence was expected"),
    ],
)
def test_a_content_problem_says_where(table, field, sentence):
    problem = ContentProblem("options.toml", table, field, "a sentence was expected")
    assert str(problem) == sentence
    assert (problem.file, problem.table, problem.field) == ("options.toml", table, field)
    assert problem.expected == "a sentence was expected"


def test_not_yet_names_the_step_that_cures_it():
    error = NotYet("walk", "The risks of surgery are not marked as discussed.")
    assert (error.step, error.what) == ("walk", str(error))


def test_a_missing_signature_is_cured_where_one_signs():
    error = SignatureMissing("The clinician has not signed.")
    assert error.step == "sign"
    assert isinstance(error, NotYet)
    assert str(error) == "The clinician has not signed."


def test_missing_characters_are_kept_for_the_page():
    error = CharacterMissing(("𓀀", "☃"), "No font has 𓀀 and ☃.")
    assert error.characters == ("𓀀", "☃")
    assert str(error) == "No font has 𓀀 and ☃."
