import pytest

from spinecounsel.case.case import Case
from spinecounsel.content.closing import SURVIVAL, as_opened
from spinecounsel.content.model import TumourClass
from spinecounsel.discussion.agenda import Topic, TopicKind
from spinecounsel.record.recording import shown_estimate
from spinecounsel.viewing.walk_blocks import blocks_of
from tests.helpers.estimates import blocks_with, odd_block
from tests.helpers.packs import shipped_pack
from tests.helpers.talks import described


def blocks(*estimates, beside=(), option="radiosurgery", opened=()):
    topic = Topic(
        key="k",
        option=option,
        kind=TopicKind.RISK,
        title="A topic",
        estimates=estimates,
        beside=beside,
    )
    return blocks_of(as_opened(shipped_pack(), opened), topic)


def fact(block, label):
    return next(each.said for each in block.facts if each.label == label)


def all_topics():
    """Every topic with numbers, of every option, for every class of tumour."""
    found = {}
    for tumour_class in TumourClass:
        options = tuple(option.id for option in shipped_pack().options)
        sitting = described(case=Case(tumour_class=tumour_class), options=options)
        found |= {topic.key: topic for topic in sitting.agenda.topics if topic.estimates}
    return tuple(found.values())


def test_every_estimate_stands_with_number_people_time_certainty_and_source():
    pack = shipped_pack()
    for topic in all_topics():
        shown = blocks_of(pack, topic)
        views = [each for block in shown for each in block.estimates]
        assert sorted(each.id for each in views) == sorted(set(topic.shown))
        for block in shown:
            for view in block.estimates:
                record = shown_estimate(pack, pack.estimates[view.id], together=topic.shown)
                assert (view.sentence, view.framing) == (record.sentence, record.framing)
                assert (
                    f"{view.number} {view.beside}".strip().lower().replace("out of", "of")
                    == record.number.lower()
                )
                assert view.number or any(
                    record.value.lower() == each.text.lower()
                    for each in fact(block, "In the study")
                )
                rests_on(block, view, "Who", record.population)
                rests_on(block, view, "Time span", record.horizon)
                rests_on(block, view, "How sure", record.certainty_why)
                assert record.certainty in {each.level for each in fact(block, "How sure")}
                assert record.source.lower() in {each.text.lower() for each in block.sources}
                assert record.caution.lower() in {
                    "",
                    *(each.text.lower() for each in block.cautions),
                }


def rests_on(block, view, label, text):
    said = fact(block, label)
    mine = [each.text.lower() for each in said if each.of in {"", view.name}]
    assert text.lower() in mine, (view.id, label)


def test_a_pair_stands_on_one_scale_with_the_names_of_both_options():
    (block,) = blocks(
        "walk-after-decompression-plus-radiotherapy",
        "rt-conv-patchell-walk",
        option="surgery-decompression",
    )
    assert block.pair
    first, second = block.estimates
    assert (first.filled, first.out_of, second.filled) == (84, 100, 57)
    assert first.name == "Surgery to free the spinal cord (decompression)"
    assert second.name == "Radiotherapy (external beam)"
    assert (first.owner, second.owner) == ("", second.name)


def test_arms_of_one_option_are_told_apart_by_their_titles():
    (block,) = blocks("walk-matched-surgery-plus-radiotherapy", "walk-matched-radiotherapy-alone")
    assert [each.name for each in block.estimates] == [
        "Can walk (surgery and radiation, matched)",
        "Can walk (radiation alone, matched)",
    ]


def test_what_is_the_same_for_both_arms_is_said_once_and_the_rest_for_each():
    (block,) = blocks("srs-pain-3mo-overall", "rt-conv-pain-3mo-overall")
    assert [each.of for each in fact(block, "Time span")] == [""]
    names = [each.name for each in block.estimates]
    assert [each.of for each in fact(block, "Who")] == names
    assert len(block.sources) == 1


def test_one_arm_without_the_other_is_no_pair():
    (block,) = blocks("rt-conv-patchell-walk")
    assert not block.pair
    assert len(block.estimates) == 1


def test_two_arms_without_people_to_draw_stand_below_each_other():
    (block,) = blocks("walking-time-kept-after-decompression", "rt-conv-patchell-time-walking")
    assert not block.pair
    assert [each.number for each in block.estimates] == ["", ""]


def test_what_belongs_beside_a_topic_comes_last_under_its_own_heading():
    shown = blocks(
        "srs-myelopathy-counted", beside=("srs-pain-3mo-overall", "rt-conv-pain-3mo-overall")
    )
    assert [block.heading for block in shown] == ["", "Belongs beside it"]
    assert shown[1].pair


def test_a_range_is_hatched_upwards_and_said_in_words_once():
    (block,) = blocks("course-cord-compression-with-metastases")
    (view,) = block.estimates
    assert (view.number, view.filled, view.maybe) == ("10", 10, 3)
    assert "likely 6 to 13" in view.sentence
    assert view.reach == "", "the sentence says it already"
    (block,) = blocks("srs-pain-overall-pooled")
    (view,) = block.estimates
    assert view.reach in {"", "The true number is likely between 68 and 94."}
    assert view.reach or "68 to 94" in view.sentence


@pytest.mark.parametrize(
    ("ident", "number", "beside"),
    [
        ("nerve-sheath-tumour-fluid-leak", "4 or 5", "out of 100 operations"),
        ("srs-myelopathy-counted", "6", "out of 1,000 people"),
        ("rt-conv-reirradiation-myelopathy-doi", "None", "of 32 people"),
        ("rt-post-mpe-partial-removal-alone", "None", "of the people studied"),
        ("srs-local-control-1y", "94", "out of 100 treated tumours"),
        ("course-survival-all", "", ""),
    ],
)
def test_the_large_number_is_that_of_the_record(ident, number, beside):
    (block,) = blocks(ident)
    (view,) = block.estimates
    assert (view.number, view.beside) == (number, beside)


def test_only_people_are_drawn_and_none_where_none_was_seen():
    for ident in ("srs-local-control-1y", "rt-conv-reirradiation-myelopathy-doi"):
        (block,) = blocks(ident)
        assert not block.estimates[0].drawn


def test_words_about_length_of_life_come_only_when_it_was_opened():
    pack = shipped_pack()
    ident = next(each.id for each in pack.estimates.values() if each.sensitive_plain)
    told = pack.estimates[ident].sensitive_plain
    for is_open in (False, True):
        (block,) = blocks(ident, opened=(SURVIVAL,) if is_open else ())
        assert (told in block.estimates[0].sentence) is is_open


def test_two_arms_that_count_no_people_are_bars_on_one_scale():
    tumours = {"unit": "tumours", "denominator": 100}
    pair = "srs-pain-3mo-overall", "rt-conv-pain-3mo-overall"
    (block,) = blocks_with(dict.fromkeys(pair, tumours), *pair)
    assert (block.pair, block.barred) == (False, True)
    (block,) = blocks_with({pair[0]: tumours}, *pair)
    assert (block.pair, block.barred) == (False, False), "they count different things"


def test_fewer_people_than_are_drawn_are_counted_in_the_facts():
    assert [each.text for each in fact(odd_block("two people"), "In the study")] == [
        "1 of 2 people"
    ]
    assert [each.text for each in fact(odd_block("value only"), "In the study")] == [
        "A median of 7 days"
    ]
    many = blocks("srs-myelopathy-counted")[0]
    assert all(each.label != "In the study" for each in many.facts)


@pytest.mark.parametrize(
    ("ident", "told"),
    [
        ("survival-median-swespine", "5.6 to 6.8 months (median); 11.4 to 13.1 months (mean)"),
        ("course-survival-all", "4.6 to 5.6 months (median)"),
        ("immuno-fatal", "0.3% to 1.3%"),
        ("death-30-days-japan", "Not given in the study"),
    ],
)
def test_beside_a_number_about_dying_stands_its_range(ident, told):
    (block,) = blocks(ident)
    assert [each.text for each in fact(block, "Range")] == [told]


def test_a_range_about_dying_is_in_the_same_people_as_its_number():
    (block,) = blocks_with({"death-30-days-japan": {"ci95": (1.0, 4.0)}}, "death-30-days-japan")
    assert [each.text for each in fact(block, "Range")] == ["1 to 4 of 100 people"]
