import pytest

from spinecounsel.case.languages import language_name, language_tag, languages


def test_english_is_first_and_no_tag_is_there_twice():
    tags = [tag for tag, _ in languages()]
    assert tags[0] == "en"
    assert len(set(tags)) == len(tags)


@pytest.mark.parametrize(
    ("written", "tag"),
    [("Greek", "el"), (" greek ", "el"), ("EL", "el"), ("Low  German", "Low German"), ("", "")],
)
def test_a_language_is_known_by_its_name_or_kept_as_written(written, tag):
    assert language_tag(written) == tag


def test_every_name_leads_back_to_its_tag():
    assert all(language_tag(language_name(tag)) == tag for tag, _ in languages())


def test_a_language_that_is_not_listed_is_shown_as_written():
    assert language_name("Low German") == "Low German"
