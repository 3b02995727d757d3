import pytest

from spinecounsel.case.case import Case, Side, SinsAnswers
from spinecounsel.content.model import TumourClass
from tests.helpers.sessions import begun_session
from ui.wiring.case import CaseWiring


@pytest.fixture
def session(qtbot, clock):
    return begun_session(clock)


@pytest.fixture
def case(qtbot, session):
    wiring = CaseWiring(session)
    qtbot.addWidget(wiring.page)
    session.changed.connect(wiring.show)
    wiring.show()
    return wiring.page


def talk(session):
    return session.sitting.discussion


def test_answers_make_the_case(case, session):
    case.answered.emit("tumour_class", "metastatic")
    case.level_toggled.emit("T10")
    case.answered.emit("side", "right")
    case.answered.emit("sins.pain", "mechanical")
    case.written.emit("notes", "see scans ")
    assert talk(session).case == Case(
        tumour_class=TumourClass.METASTATIC,
        levels=("T10",),
        side=Side.RIGHT,
        sins=SinsAnswers(location="semirigid", pain="mechanical"),
        notes="see scans",
    )


def test_a_histology_in_own_words_takes_the_listed_one_away(case, session):
    words = case.findChild(object, "case.histology.words")
    case.answered.emit("histology", "lung")
    assert talk(session).case.histology == "lung"
    case.answered.emit("histology", "other")
    assert talk(session).case.histology == ""
    assert not words.isHidden()
    case.written.emit("histology", "Ewing sarcoma")
    case.answered.emit("histology", "other")
    assert talk(session).case.histology == "Ewing sarcoma"
    case.answered.emit("histology", "not-known")
    assert talk(session).case.histology == ""
