"""Numbers of people who had something that this talk leaves out: the card says so above them."""

import pytest
from PySide6.QtWidgets import QApplication

from spinecounsel.discussion import moves
from spinecounsel.record.recording import Material, recorded_options
from spinecounsel.viewing.patient import Talk, blank_view, patient_view
from spinecounsel.viewing.walk_card import card_view
from tests.helpers.talks import METASTASIS, described
from ui.pages.walk.contents import Contents
from ui.patient.screen import PatientScreen
from ui.theme.theme import theme
from ui.widgets.text import Text

BEGINS = "There are no numbers for just this option. These come from people who had one"
TITLE = "Wound infection"


@pytest.fixture
def sitting():
    """A talk about a form of surgery that has no numbers of its own."""
    return described(case=METASTASIS, options=("separation-surgery",))


def topic_of(sitting):
    return next(each for each in sitting.agenda.topics if each.title == TITLE)


def texts(widget):
    return [each for each in widget.findChildren(Text) if each.text() and each.isVisible()]


def test_it_stands_above_the_number_on_the_card(qtbot, session):
    session.change(moves.choosing, "separation-surgery", chosen=True)
    session.change(moves.choosing, "surgery-decompression", chosen=False)
    made = Contents()
    qtbot.addWidget(made)
    made.resize(700, 500)
    made.show_card(card(session.sitting))
    made.show()
    shown = texts(made)
    words = [each.text() for each in shown]
    said = next(place for place, each in enumerate(words) if each.startswith(BEGINS))
    number = next(place for place, each in enumerate(words) if "6 in 100" in each)
    assert above(shown[said], shown[number], made)


def card(sitting):
    topics = [each for each in sitting.agenda.topics if each.option == "separation-surgery"]
    topic = next(each for each in topics if each.title == TITLE)
    return card_view(sitting.pack, sitting.discussion, topic)


def above(one, other, whole):
    return one.mapTo(whole, one.pos()).y() < other.mapTo(whole, other.pos()).y()


@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_the_patient_reads_it_beside_the_number(qapp, qtbot, sitting, scale):
    theme().apply(qapp, scheme="light", text_scale=scale)
    screen = PatientScreen(blank_view(sitting.pack.manifest))
    qtbot.addWidget(screen)
    screen.resize(1366, 768)
    screen.show()
    sitting.go_to("walk")
    talk = Talk(
        pack=sitting.pack,
        discussion=sitting.discussion,
        agenda=sitting.agenda,
        shown=topic_of(sitting).key,
    )
    screen.show_view(patient_view(talk))
    for _ in range(3):
        QApplication.processEvents()
    words = " ".join(each.text() for each in texts(screen))
    assert BEGINS in words
    assert "6 in 100" in words


def test_the_record_keeps_it_with_the_number(sitting):
    source = Material(
        pack=sitting.pack,
        discussion=sitting.discussion,
        fits=sitting.applicable,
        agenda=sitting.agenda,
    )
    (option,) = (each for each in recorded_options(source) if each.id == "separation-surgery")
    kept = next(each for each in option.topics if each.title == TITLE)
    assert [line.text[: len(BEGINS)] for line in kept.sentences] == [BEGINS]
    assert kept.estimates
