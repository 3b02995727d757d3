import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from spinecounsel.case.case import Side
from spinecounsel.discussion import moves
from spinecounsel.discussion.decision import Answer, Consent, Decision, Permission, Postponement
from spinecounsel.discussion.understanding import SureAnswers
from spinecounsel.frozen import replaced
from tests.helpers.sessions import begun_session, shown_page
from tests.helpers.talks import METASTASIS, OPTIONS, PATIENT
from ui.theme.theme import theme
from ui.widgets.notice import Notice
from ui.widgets.text import Text
from ui.wiring.decision import DecisionWiring

SURGERY, RADIOTHERAPY, _, NOTHING = OPTIONS


@pytest.fixture
def session(qtbot, clock):
    made = begun_session(clock)
    case = replaced(METASTASIS, levels=("T9", "T10"))
    made.change(moves.describing, patient=PATIENT, case=case)
    for option in OPTIONS:
        made.change(moves.choosing, option, chosen=True)
    return made


@pytest.fixture
def page(qtbot, session):
    return shown_page(qtbot, DecisionWiring(session), session)


def part(page, name):
    found = page.findChild(QWidget, f"decision.{name}")
    assert found is not None, name
    return found


def decision(session):
    return session.sitting.discussion.decision


def test_no_answer_and_no_permission_is_chosen_beforehand(page, session):
    kinds = [part(page, str(each)) for each in Consent]
    assert not any(each.isChecked() for each in kinds)
    assert len({each.height() for each in kinds}) == 1
    assert max(each.width() for each in kinds) - min(each.width() for each in kinds) <= 1
    assert not part(page, "permission.blood.yes").isChecked()
    assert decision(session) is None


def test_the_four_questions_fold_once_all_are_yes_and_can_be_opened(page, session):
    for field in ("sure", "know", "matters"):
        part(page, f"sure.{field}.yes").click()
    last = part(page, "sure.support.yes")
    last.setFocus()
    last.click()
    every = SureAnswers(sure=True, know=True, matters=True, support=True)
    assert session.sitting.discussion.sure == every
    assert session.sitting.discussion.sure_again == SureAnswers()
    assert not last.isVisible()
    assert part(page, "sure.fold").hasFocus()
    assert "Four questions: 4 of 4 yes" in part(page, "sure.fold").accessibleName()
    part(page, "sure.fold").click()
    assert last.isVisible()


def test_a_no_offers_what_helps_and_can_be_taken_back(page, session):
    part(page, "sure.know.no").click()
    part(page, "sure.know.to.compare").click()
    assert session.sitting.discussion.step == "compare"
    part(page, "sure.know.no").click()
    assert session.sitting.discussion.sure == SureAnswers()
    part(page, "sure.support.no").click()
    part(page, "sure.support.to.decision").click()
    assert part(page, "postponed").hasFocus()
    assert decision(session) is None


def test_leaning_is_kept_apart_from_the_decision(page, session, clock):
    def leaning():
        return session.sitting.discussion.leaning_after

    part(page, f"leaning.{SURGERY}").click()
    part(page, f"leaning.{RADIOTHERAPY}").click()
    assert leaning().options == (SURGERY, RADIOTHERAPY)
    part(page, "leaning.none").click()
    assert leaning().options == ()
    assert not part(page, f"leaning.{SURGERY}").isChecked()
    part(page, f"leaning.{SURGERY}").click()
    assert not part(page, "leaning.none").isChecked()
    part(page, f"leaning.{SURGERY}").click()
    assert leaning() is None
    assert decision(session) is None


def test_the_three_answers_are_seen_without_scrolling(page):
    place = part(page, "refused").mapTo(page, part(page, "refused").rect().bottomLeft())
    assert place.y() < page.height()


def test_the_place_is_proposed_from_the_case_and_can_be_changed(page, session):
    part(page, "provided").click()
    assert decision(session) == Decision(consent=Consent.PROVIDED)
    part(page, f"option.{SURGERY}").click()
    assert (decision(session).levels, decision(session).side) == (("T9", "T10"), Side.RIGHT)
    part(page, "level.T9").click()
    part(page, "side.right").click()
    part(page, f"option.{RADIOTHERAPY}").click()
    assert decision(session) == Decision(
        consent=Consent.PROVIDED, options=(SURGERY, RADIOTHERAPY), levels=("T10",)
    )
    part(page, f"option.{SURGERY}").click()
    part(page, f"option.{RADIOTHERAPY}").click()
    assert decision(session) == Decision(consent=Consent.PROVIDED)


def test_no_place_is_proposed_for_what_is_not_done_at_one(page, session):
    part(page, "provided").click()
    part(page, f"option.{NOTHING}").click()
    assert (decision(session).levels, decision(session).side) == ((), None)
    part(page, "level.T10").click()
    assert decision(session).levels == ("T10",)


def test_another_answer_keeps_the_words_but_never_turns_a_yes_into_a_no(qtbot, page, session):
    part(page, "provided").click()
    part(page, f"option.{SURGERY}").click()
    words = part(page, "words")
    assert isinstance(words, QPlainTextEdit)
    words.setFocus()
    qtbot.keyClicks(words, "To walk.")
    agreed = decision(session)
    part(page, "refused").click()
    assert decision(session) == Decision(consent=Consent.REFUSED, words="To walk.")
    part(page, "reason").setFocus()
    qtbot.keyClicks(part(page, "reason"), "Too much.")
    part(page, "postponed").click()
    assert decision(session) == Decision(
        consent=Consent.POSTPONED, words="To walk.", reason="Too much."
    )
    part(page, "provided").click()
    assert decision(session) == agreed


def test_waiting_takes_a_reason(page, session):
    part(page, "postponed").click()
    part(page, "why.second-opinion").click()
    assert decision(session).postponement is Postponement.SECOND_OPINION


def test_each_permission_is_answered_on_its_own(page, session):
    part(page, "permission.images.not-now").click()
    part(page, "permission.blood.yes").click()
    assert session.sitting.discussion.permissions == (
        Permission(id="images", answer=Answer.NOT_NOW),
        Permission(id="blood", answer=Answer.YES),
    )


def test_the_three_answers_are_reached_by_arrow_keys(qtbot, page, session):
    part(page, "provided").setFocus()
    qtbot.keyClick(part(page, "provided"), Qt.Key.Key_Right)
    assert part(page, "refused").hasFocus()
    qtbot.keyClick(part(page, "refused"), Qt.Key.Key_Return)
    assert decision(session).consent is Consent.REFUSED
    assert part(page, "refused").hasFocus()


def test_who_leans_to_no_treatment_is_told_which_signs_need_help(page):
    assert not warned(page)
    part(page, f"leaning.{NOTHING}").click()
    assert ["medical help at once" in each for each in warned(page)] == [True]
    part(page, "provided").click()
    part(page, f"option.{SURGERY}").click()
    assert not warned(page)


def warned(page):
    return [each.sentence.text() for each in page.findChildren(Notice) if each.isVisible()]


def test_the_three_answers_stay_in_sight_beside_the_warning(qtbot, page):
    page.resize(1138, 624)
    part(page, f"leaning.{NOTHING}").click()
    for name in ("provided", "refused", "postponed"):
        answer = part(page, name)
        qtbot.waitUntil(lambda each=answer: each.visibleRegion().boundingRect() == each.rect())


def test_tab_goes_down_the_details_and_then_to_the_permissions(page):
    part(page, "provided").click()
    part(page, f"option.{SURGERY}").click()
    wanted = ["sure.fold", "sure.sure.yes", "sure.support.no", f"leaning.{SURGERY}", "leaning.none"]
    wanted += ["provided", "postponed", f"option.{SURGERY}", f"option.{NOTHING}", "level.T9"]
    wanted += ["side.left", "words", "permission.blood.yes", "permission.research.no"]
    names, widget = [], page.nextInFocusChain()
    while widget is not page:
        names.append(widget.objectName().removeprefix("decision."))
        widget = widget.nextInFocusChain()
    assert [name for name in names if name in wanted] == wanted


def test_large_text_cuts_nothing(qapp, qtbot, page):
    part(page, "provided").click()
    part(page, f"option.{SURGERY}").click()
    part(page, "sure.know.no").click()
    theme().apply(qapp, scheme="light", text_scale=2.0)
    page.resize(1338, 624)
    qtbot.waitUntil(lambda: not cut(page))


def cut(page):
    return [
        each.text()
        for each in page.findChildren(Text)
        if each.isVisible() and each.height() < each.heightForWidth(each.width())
    ]
