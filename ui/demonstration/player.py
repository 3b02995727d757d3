"""Plays a whole consultation of a made-up patient in the real window, by clicks and keys."""

import datetime as dt
import shutil
import sys
import uuid
from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from spinecounsel.content.model import ContentPack
from spinecounsel.errors import UserError
from spinecounsel.files import write_safely
from spinecounsel.frozen import Frozen
from spinecounsel.wording import say
from ui.demonstration.acts import Acts
from ui.demonstration.hands import Hands, Lost
from ui.demonstration.script import Script, load_script
from ui.theme.theme import theme
from ui.wiring.program import Program, build

PASSPHRASE = "made-up patients in this vault"  # noqa: S105 - for made-up patients, and printed
WIDTH, HEIGHT = 1366, 768
OURS = "made-by-demonstration.txt"
SUMMARY = "summary.pdf"


class Look(Frozen, frozen=True, kw_only=True):
    """A scheme and a size of text, and what the names of its pictures end with."""

    scheme: str
    text_scale: float
    ending: str


LOOKS = (
    Look(scheme="light", text_scale=1.0, ending=""),
    Look(scheme="dark", text_scale=1.0, ending="-dark"),
    Look(scheme="light", text_scale=2.0, ending="-200"),
    Look(scheme="dark", text_scale=2.0, ending="-dark-200"),
)


def play(
    app: QApplication,
    *,
    pack: ContentPack,
    out: Path,
    case: Path,
    looks: tuple[Look, ...] = LOOKS[:1],
) -> None:
    """Play the case file ``case``; leave ``summary.pdf``, pictures of each step and the vault.

    ``looks`` are those that each step is photographed in; none takes no picture.  Each line that is
    printed names a step whose draft lies safely in the vault.  Raises ``ContentProblem`` for a case
    file that breaks its rules, ``UserError`` where ``out`` cannot be used; nothing is played then.
    """
    script = load_script(case, pack, dt.datetime.now().astimezone().date())
    home = _prepare(out)
    app.setAttribute(Qt.ApplicationAttribute.AA_DontUseNativeDialogs)
    program = build(app, home=home, pack=pack, clock=_now, new_id=_new_id)
    faults: list[BaseException] = []
    refusals: list[str] = []
    program.session.cabinet.broke.connect(faults.append)
    program.session.refused.connect(refusals.append)
    _say(say("Vault: {path}", path=home))
    _say(say("Its passphrase: {words}", words=PASSPHRASE))
    try:
        photograph = partial(_photograph, app, looks, out)
        _play(program, script, out, refusals, photograph)
    except Lost as lost:
        # What the window refused, with a sentence for people, says why nothing came.
        if refusals and not faults:
            raise UserError(refusals[-1]) from lost
        if not faults:
            raise
    finally:
        program.close()
        program.window.close()
        program.window.deleteLater()
    for fault in faults:
        raise fault
    _say(say("PDF: {path}", path=out / SUMMARY))


def _play(
    program: Program,
    script: Script,
    out: Path,
    refusals: list[str],
    photograph: Callable[[Hands, str], None],
) -> None:
    window = program.window
    window.resize(WIDTH, HEIGHT)
    window.show()
    program.desk.start()
    hands = Hands(window, refusals)
    acts = Acts(hands, program, script)
    scenes = acts.scenes(PASSPHRASE, (out / SUMMARY).absolute())
    for number, (name, act) in enumerate(scenes, start=1):
        _scene(program, hands, act)
        hands.scroll_up()  # a page is known by its beginning
        photograph(hands, f"{number:02}-{name}")
        _say(f"{number:02} {name}")


def _scene(program: Program, hands: Hands, act: Callable[[], None]) -> None:
    """Let one step happen, and wait until all of it lies in the vault."""
    act()
    hands.wait(lambda: not program.session.cabinet.worker.busy, "the worker")
    hands.wait(lambda: not program.session.unsaved, "the draft")


def _photograph(
    app: QApplication, looks: tuple[Look, ...], out: Path, hands: Hands, name: str
) -> None:
    """Take a picture of the whole page in each look; the first one is worn again afterwards."""
    hands.await_whole_page()
    for look in looks:
        if look is not looks[0]:
            theme().apply(app, scheme=look.scheme, text_scale=look.text_scale)
            hands.scroll_up()
        hands.picture(out / f"{name}{look.ending}.png")
    if len(looks) > 1:
        theme().apply(app, scheme=looks[0].scheme, text_scale=looks[0].text_scale)
        hands.settle()


def _prepare(out: Path) -> Path:
    """Make ``out`` ready and give the vault's folder; what an earlier play left is removed."""
    home = out.absolute() / "vault"
    try:
        if home.exists() and not (home / OURS).exists():
            raise UserError(
                say(
                    "{path} is there already and was not made by a demonstration. Nothing was "
                    "changed: name another folder with --out.",
                    path=home,
                )
            )
        shutil.rmtree(home, ignore_errors=True)
        home.mkdir(parents=True)
        for picture in out.glob("[0-9][0-9]-*.png"):
            picture.unlink()
        write_safely(home / OURS, b"A vault of made-up patients.\n")
    except OSError as error:
        raise UserError(
            say(
                "The folder {path} cannot be used ({why}). Nothing was played: name another one "
                "with --out.",
                path=out,
                why=error.strerror or type(error).__name__,
            )
        ) from error
    return home


def _say(line: str) -> None:
    sys.stdout.write(line + "\n")
    sys.stdout.flush()


def _now() -> dt.datetime:
    return dt.datetime.now().astimezone()


def _new_id() -> str:
    return str(uuid.uuid4())
