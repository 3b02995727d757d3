"""What people write becomes a setting, or a sentence that says what is wrong."""

import pytest

from spinecounsel.viewing.settings import (
    CONFIRM_AFTER,
    IDLE,
    LOGO,
    NAME,
    FieldView,
    Settings,
    Unfit,
    clinic_view,
    read_days,
    read_minutes,
    read_words,
    saved,
    settings_view,
    unchanged,
)
from tests.helpers.logos import clinic


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ("  Klinik\t Süd \n", "Klinik Süd"),
        ("Szpital Łódź", "Szpital Łódź"),
        ("בית חולים", "בית חולים"),
        ("", ""),
    ],
)
def test_a_name_may_be_in_any_script_that_the_paper_has(typed, words):
    assert read_words(typed) == words


@pytest.mark.parametrize(("typed", "why"), [("クリニック", "ク"), ("a" * 121, "120 letters")])
def test_a_name_that_the_paper_cannot_show_is_refused_with_the_reason(typed, why):
    with pytest.raises(Unfit, match=why):
        read_words(typed)


@pytest.mark.parametrize(("typed", "days"), [("1", 1), (" 365 ", 365), ("060", 60), ("", None)])
def test_days_are_a_whole_number_or_nothing(typed, days):
    assert read_days(typed) == days


@pytest.mark.parametrize("typed", ["0", "366", "-1", "1.5", "sixty", "\uff16\uff10", "9" * 5000])
def test_other_days_are_refused(typed):
    with pytest.raises(Unfit, match="from 1 to 365"):
        read_days(typed)


@pytest.mark.parametrize(("typed", "minutes"), [("1", 1), ("30", 30)])
def test_minutes_are_a_whole_number(typed, minutes):
    assert read_minutes(typed) == minutes


@pytest.mark.parametrize("typed", ["", "0", "31", "5 min"])
def test_other_minutes_are_refused(typed):
    with pytest.raises(Unfit, match="from 1 to 30"):
        read_minutes(typed)


@pytest.mark.parametrize(
    ("key", "sentence"),
    [
        (NAME, "Name of the clinic: stays “Klinik Süd, Łódź”. No."),
        (CONFIRM_AFTER, "Days after which a consent is talked through again: stays at 60. No."),
        (IDLE, "Minutes until the vault locks itself: stays at 9. No."),
        (LOGO, "Logo of the clinic: nothing was changed. No."),
    ],
)
def test_away_from_its_field_what_stays_is_named(key, sentence):
    assert unchanged(Settings(clinic=clinic(), idle_minutes=9), key, "No.") == sentence


def test_what_was_never_set_stays_empty():
    assert unchanged(Settings(), NAME, "No.") == "Name of the clinic: stays empty. No."


def test_nothing_is_preset_but_the_time_until_the_lock():
    view = settings_view(Settings(), {})
    assert {key: field.text for key, field in view.fields.items()} == {
        "jurisdiction": "",
        "confirm_after": "",
        "idle": "5",
    }
    form = clinic_view(Settings(), {})
    assert (form.name.text, form.logo) == ("", b"")
    assert "no rule" in view.keeping


def test_what_is_wrong_stands_with_what_was_typed_and_the_rest_as_it_is_set():
    settings = Settings(clinic=clinic(), idle_minutes=9, years=20)
    said = {IDLE: FieldView(text="99", problem="No."), NAME: saved("Klinik Süd, Łódź")}
    view = settings_view(settings, said)
    assert view.fields[IDLE] == FieldView(text="99", problem="No.")
    assert view.fields["confirm_after"].text == "60"
    assert view.keeping == "Consultations are kept for 20 years. Nothing is erased by itself."
    form = clinic_view(settings, said, "Broken.")
    assert (form.name.text, form.name.remark) == ("Klinik Süd, Łódź", "Saved.")
    assert (form.logo, form.logo_problem) == (clinic().logo, "Broken.")
