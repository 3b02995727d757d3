from spinecounsel.discussion.words import fact_kind_name
from spinecounsel.document.copy_facts import more_facts, short_facts
from spinecounsel.frozen import replaced
from spinecounsel.record.record import Line
from tests.helpers import records


def test_a_copy_leaves_what_says_why_an_option_is_used_to_the_record():
    option = records.given().options[1]
    about = option.topics[0]
    lines = tuple(
        Line(label=fact_kind_name(kind), text=f"About {kind}.")
        for kind in ("aim", "how-it-works", "daily-life", "usually-discussed-when", "red-flag")
    )
    option = replaced(option, topics=(replaced(about, sentences=lines),))
    assert [each.text for each in short_facts(option)] == ["About aim."]
    assert [each.text for each in more_facts(option)] == ["About daily-life."]
