"""What becomes of signatures: what they hold for, and where they lead."""

from functools import partial

import pytest
from PySide6.QtCore import Qt

from spinecounsel.discussion import moves
from spinecounsel.discussion.decision import Answer, Permission
from spinecounsel.discussion.discussion import Comparison, Glance
from spinecounsel.viewing.expect import numbers_seen
from tests.helpers.signing import (
    both_sign,
    draw,
    part,
    seal,
    shown_to_sign,
    sign_by_drawing,
    sign_by_drawing_again,
    words,
)
from tests.helpers.talks import OPTIONS
from ui.theme.theme import theme


@pytest.fixture
def page(qtbot, session):
    return shown_to_sign(qtbot, session).page


def test_a_change_throws_the_signatures_away_and_says_so(qtbot, page, session):
    both_sign(qtbot, page)
    session.act(session.sitting.go_to, "decision")
    assert part(page, "seal").isEnabled()
    session.change(moves.permitting, Permission(id="blood", answer=Answer.NO))
    assert "Something was changed after signing. So please sign again." in words(page)
    assert not part(page, "seal").isEnabled()
    assert not part(page, "take").isEnabled()
    sign_by_drawing(qtbot, page, "patient")
    assert "Something was changed" not in words(page)


def test_a_look_at_other_pages_throws_no_signature_away_and_is_no_part_of_what_was_signed(
    qtbot, page, session, shelf
):
    sitting = session.sitting
    before, after = (Glance(option=OPTIONS[0], view=each) for each in ("cases", "days"))
    session.act(sitting.note, partial(moves.looking_ahead, glance=before))
    assert "looked at after" not in words(page)
    sign_by_drawing(qtbot, page, "patient")
    session.act(sitting.note, partial(moves.looking_ahead, glance=after))
    session.act(sitting.note, moves.comparing)
    session.act(sitting.note, moves.seeing_numbers)
    session.change(moves.selecting, Comparison(options=OPTIONS[:2]))
    sign_by_drawing(qtbot, page, "clinician")
    assert "sign again" not in words(page)
    assert "Something was looked at after the first signature." in words(page)
    seal(qtbot, page)
    shelf.known(None)
    (record,) = shelf.records
    assert len(record.signatures) == 2
    assert [(each.option, each.days) for each in record.ahead] == [(OPTIONS[0], None)]
    assert record.comparison is None


def test_what_was_seen_stays_seen_where_the_record_could_not_be_kept(qtbot, page, session, shelf):
    both_sign(qtbot, page)
    glance = Glance(option=OPTIONS[0], view="cases")
    session.act(session.sitting.note, partial(moves.looking_ahead, glance=glance))
    seal(qtbot, page)
    shelf.known(None)
    assert session.sitting.discussion.glances == ()
    assert numbers_seen(session.sitting.discussion)
    shelf.failed("There is no room on the disk.")
    assert session.sitting.discussion.glances == (glance,)
    part(page, "cancel").click()
    assert part(page, "seal").isEnabled()
    sign_by_drawing_again(qtbot, page)
    seal(qtbot, page)
    shelf.known(None)
    assert [each.option for each in shelf.records[-1].ahead] == [OPTIONS[0]]


def test_nothing_is_sealed_that_was_changed_or_put_away_meanwhile(qtbot, page, session, shelf):
    both_sign(qtbot, page)
    seal(qtbot, page)
    session.changed.disconnect()
    session.change(moves.permitting, Permission(id="blood", answer=Answer.NO))
    shelf.known(None)
    assert shelf.records == []
    assert "please sign again" in words(page)
    session.leave()
    shelf.known(None)
    assert shelf.records == []


def test_when_the_paper_cannot_be_kept_the_signatures_stay(qtbot, page, shelf):
    both_sign(qtbot, page)
    seal(qtbot, page)
    shelf.known(None)
    shelf.failed("There is no room on the disk.")
    assert "There is no room on the disk." in words(page)
    part(page, "cancel").click()
    assert part(page, "seal").isEnabled()
    assert "signed 09:30" in words(page)


def test_after_a_signature_the_focus_is_on_what_comes_next(qtbot, page):
    sign_by_drawing(qtbot, page, "patient")
    assert page.focusWidget() is part(page, "next")
    qtbot.keyClick(page.focusWidget(), Qt.Key.Key_Space)
    assert "Dr Ada Beispiel" in words(page)
    draw(qtbot, page)
    part(page, "take").click()
    assert page.focusWidget() is part(page, "seal")
    part(page, "tab.patient").click()
    assert "Sample Patient, signed 09:30" in words(page)


def test_in_large_text_what_has_the_focus_is_in_sight(qapp, qtbot, page):
    theme().apply(qapp, scheme="light", text_scale=2.0)
    page.hide()
    page.show()
    page.initial_focus().setFocus()
    qtbot.waitUntil(lambda: is_in_sight(page.initial_focus()))
    both_sign(qtbot, page)
    qtbot.waitUntil(lambda: is_in_sight(part(page, "seal")))
    part(page, "seal").click()
    qtbot.waitUntil(lambda: is_in_sight(part(page, "passphrase")))


def is_in_sight(widget):
    return widget.visibleRegion().boundingRect() == widget.rect()
