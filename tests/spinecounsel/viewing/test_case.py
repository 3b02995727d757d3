import pytest

from spinecounsel.case.case import Aim, Case, Side, SinsAnswers, Walking
from spinecounsel.content.model import TumourClass
from spinecounsel.viewing.answers import NOT_KNOWN
from spinecounsel.viewing.case import OTHER_HISTOLOGY, Part, case_view
from tests.helpers.packs import shipped_pack

CLASSES = [None, *TumourClass]
FULL = SinsAnswers(
    location="semirigid",
    pain="mechanical",
    lesion="lytic",
    alignment="normal",
    collapse="under50",
    posterolateral="unilateral",
)


def view(**fields):
    return case_view(shipped_pack(), Case(**fields))


def states(**fields):
    return {part.id: part.state for part in view(**fields).parts}


def every_question(shown):
    yield from (shown.tumour.tumour_class, shown.tumour.histology, *shown.tumour.findings)
    yield from (shown.level.side, *(item.question for item in shown.level.sins.items))
    yield from (*shown.nerves.questions, shown.nerves.ais.question, shown.nerves.escc.question)
    yield from (shown.fitness.ecog.question, shown.fitness.kps.question, *shown.fitness.questions)
    yield shown.aim.aim


@pytest.mark.parametrize("tumour_class", CLASSES)
def test_not_known_is_an_answer_everywhere_and_the_first_one(tumour_class):
    for question in every_question(view(tumour_class=tumour_class)):
        keys = [answer.key for answer in question.answers]
        assert keys[-1] == NOT_KNOWN
        assert len(set(keys)) == len(keys)
        assert question.chosen == (
            NOT_KNOWN if question.field != "tumour_class" else question.chosen
        )


def test_an_empty_case_has_nothing_done():
    assert set(states().values()) == {"to_do"}


def test_parts_are_done_one_by_one():
    found = states(
        tumour_class=TumourClass.METASTATIC,
        levels=("T10",),
        side=Side.RIGHT,
        symptoms=True,
        ecog=1,
        earlier_radiotherapy=False,
        serious_illness=False,
        aim=Aim.CONTROL,
    )
    assert found == {
        Part.TUMOUR: "part",
        Part.LEVEL: "done",
        Part.NERVES: "part",
        Part.FITNESS: "done",
        Part.AIM: "done",
    }


def test_a_histology_in_own_words_is_another():
    shown = view(tumour_class=TumourClass.METASTATIC, histology="Kidney cancer").tumour
    assert (shown.histology.chosen, shown.other) == (OTHER_HISTOLOGY, "Kidney cancer")
    assert shown.other_asked


def test_a_histology_of_another_class_stays_in_sight():
    shown = view(tumour_class=TumourClass.METASTATIC, histology="chordoma").tumour
    assert shown.histology.chosen == "chordoma"
    assert "chordoma" in [answer.key for answer in shown.histology.answers]


def test_no_grade_of_the_dead_or_dying_is_offered():
    shown = view().fitness
    assert [each.key for each in shown.ecog.question.answers] == [
        "0",
        "1",
        "2",
        "3",
        "4",
        NOT_KNOWN,
    ]
    keys = [each.key for each in shown.kps.question.answers]
    assert keys == [*(str(n) for n in range(100, 10, -10)), NOT_KNOWN]


def test_a_grade_from_a_file_is_shown_all_the_same():
    assert view(kps=10).fitness.kps.question.chosen == "10"
    assert "10" in [each.key for each in view(kps=10).fitness.kps.question.answers]


def test_kps_is_never_turned_into_ecog():
    shown = view(kps=70).fitness
    assert shown.kps.band == ""
    assert shown.ecog.question.chosen == NOT_KNOWN


def test_escc_says_what_its_grade_means():
    assert "high grade" in view(escc="2").nerves.escc.band
    assert view().nerves.escc.band == ""


def test_scores_of_bone_tumours_say_that_they_do_not_fit_inside_the_lining():
    for tumour_class in TumourClass:
        shown = view(tumour_class=tumour_class)
        fits = tumour_class in {TumourClass.METASTATIC, TumourClass.PRIMARY_BONE}
        assert shown.nerves.escc.fits is fits
        assert shown.nerves.escc.limits.startswith("Limits: Below the end of the cord")
        assert ("does not fit" not in shown.level.sins.sentence) is fits


def test_sins_of_a_tumour_inside_the_lining_gives_no_total_and_no_band():
    shown = view(tumour_class=TumourClass.INTRAMEDULLARY, sins=FULL).level.sins
    assert (shown.total, shown.value, shown.remark) == ("?", None, "")
    assert not any(band.here for band in shown.bands)


def test_sins_adds_up_and_points_at_its_band():
    shown = view(sins=FULL).level.sins
    assert [item.points for item in shown.items] == ["1", "3", "2", "0", "2", "1"]
    assert (shown.total, shown.value) == ("9", 9)
    assert [band.here for band in shown.bands] == [False, True, False]
    assert shown.title == "The spine may not be stable"
    assert "9 of 18" in shown.sentence


def test_sins_with_gaps_gives_no_band():
    shown = view(sins=SinsAnswers(pain="mechanical")).level.sins
    assert (shown.total, shown.value) == ("3+", None)
    assert "5 items" in shown.sentence
    assert not any(band.here for band in shown.bands)


def test_sins_without_answers_has_no_number():
    shown = view().level.sins
    assert (shown.total, shown.value) == ("?", None)


@pytest.mark.parametrize(
    ("pain", "alignment", "borderline"),
    [
        ("mechanical", "normal", False),
        ("none", "normal", True),
        ("mechanical", "subluxation", True),
    ],
)
def test_a_score_beside_a_cut_off_is_called_borderline(pain, alignment, borderline):
    answers = SinsAnswers(
        location="semirigid",
        pain=pain,
        lesion="lytic",
        alignment=alignment,
        collapse="under50",
        posterolateral="unilateral",
    )
    assert bool(view(sins=answers).level.sins.remark) is borderline


def test_a_location_from_the_level_says_so():
    taken = view(levels=("T10",), sins=SinsAnswers(location="semirigid")).level.sins.items[0]
    assert "T10" in taken.taken
    changed = view(levels=("T10",), sins=SinsAnswers(location="junctional")).level.sins.items[0]
    assert changed.taken == ""


def test_each_score_shows_formula_source_and_limits():
    scores = {text.id: text for text in view().scores}
    assert set(scores) == {"sins", "escc", "ais", "ecog", "karnofsky"}
    for text in scores.values():
        titles = [part.title for part in text.parts]
        assert titles[0].startswith("What it is for")
        assert titles[-1] == "Sources"
        assert all(part.rows for part in text.parts)
    words = " ".join(" ".join(row) for part in scores["sins"].parts for row in part.rows)
    assert "points" in words
    assert "0.846" in words
    assert "10." in words


def test_every_field_of_the_case_can_be_shown():
    shown = view(walking=Walking.CANNOT, ais="B", bladder_bowel=True, notes="see scans")
    chosen = {each.field: each.chosen for each in shown.nerves.questions}
    assert chosen["walking"] == "cannot"
    assert chosen["bladder_bowel"] == "yes"
    assert shown.nerves.ais.question.chosen == "B"
    assert shown.aim.notes == "see scans"


def test_ais_e_beside_no_symptoms_asks_whether_there_was_a_deficit():
    asked = "check that there was a deficit before"
    assert asked in view(ais="E", symptoms=False).nerves.ais.band
    assert asked not in view(ais="E", symptoms=True).nerves.ais.band
    assert asked not in view(ais="D", symptoms=False).nerves.ais.band
