"""The real program on a vault that is thrown away, with the example cases there as drafts."""

import datetime as dt
from collections.abc import Callable
from functools import partial

from PySide6.QtWidgets import QApplication

from spinecounsel.consultation.consultation import Consultation
from spinecounsel.consultation.practice import PASSPHRASE, Room, furnish, on_paper
from spinecounsel.content.model import ContentPack
from spinecounsel.discussion import moves
from spinecounsel.discussion.discussion import Discussion
from spinecounsel.discussion.gate import usual_without_reason
from spinecounsel.discussion.people import Clinician
from spinecounsel.frozen import replaced
from spinecounsel.paths import VAULT, data_folder, resources_folder
from spinecounsel.viewing.settings import Settings
from spinecounsel.wording import say
from ui.demonstration.script import Script, load_script
from ui.session import PROGRAM, Session
from ui.theme.look import keep_look, read_look
from ui.widgets.notice import Notice
from ui.wiring.program import Program, build

Clock = Callable[[], dt.datetime]
NewId = Callable[[], str]


def practice_in(
    room: Room, app: QApplication, *, pack: ContentPack, clock: Clock, new_id: NewId
) -> Program:
    """Give the program with a vault in ``room`` that opens by itself.

    ``desk.start()`` was called already; ``desk.unlocked`` comes once the list of consultations
    is there.
    """
    home = room.folder
    keep_look(home, read_look(data_folder()))
    drafts = [draft_of(script, pack, clock, new_id) for script in _scripts(pack, clock())]
    furnish(home / VAULT, pack, drafts, clinician=_clinician(), now=clock())
    program = build(app, home=home, pack=pack, clock=clock, new_id=new_id)
    notice = Notice(
        say(
            "Practice: made-up patient, nothing is kept but what you save or print. "
            "Passphrase: {words}",
            words=f"**{PASSPHRASE}**",
        )
    )
    notice.setObjectName("practice.notice")
    program.window.setMenuWidget(notice)
    program.window.setWindowTitle(say("SpineCounsel: practice"))
    program.desk.practising.offer_no_more()
    program.desk.house.known.connect(partial(_stamp, program.session))
    program.desk.start()
    program.desk.unlock.unlock_asked.emit(PASSPHRASE, "", "")
    return program


def draft_of(script: Script, pack: ContentPack, clock: Clock, new_id: NewId) -> Discussion:
    """Give the draft of a case up to the choice of options; the talk is still to be held."""
    kept: list[Discussion] = []
    sitting = Consultation(pack, clock=clock, new_id=new_id, keep=kept.append, program=PROGRAM)
    sitting.begin(Clinician(name=_clinician()))
    name = say("{name} (made up)", name=script.patient.name)
    sitting.change(
        moves.describing,
        patient=replaced(script.patient, name=name),
        case=script.case,
        referrer=script.referrer,
        present=script.present,
        capacity=script.capacity,
        representative=script.representative,
        preferences=replaced(script.preferences, prognosis=None),
    )
    sitting.change(moves.wishing, script.preferences.prognosis, when=clock())
    for option in script.options:
        sitting.change(moves.choosing, option, chosen=True)
    for each in script.left_out:
        sitting.change(moves.leaving_out, each.option, each.reason)
    for option in usual_without_reason(sitting.discussion, sitting.applicable):
        sitting.change(moves.leaving_out, option, script.left_out_reason)
    return sitting.discussion


def _stamp(session: Session, known: Settings) -> None:
    """Let each paper say what it is, even if another name of the clinic is tried out."""
    session.clinic = replaced(known.clinic, name=on_paper(known.clinic.name), practice=True)


def _scripts(pack: ContentPack, now: dt.datetime) -> list[Script]:
    cases = sorted((resources_folder() / "examples").glob("*.toml"))
    return [load_script(case, pack, now.date()) for case in cases]


def _clinician() -> str:
    return say("Practice clinician")
