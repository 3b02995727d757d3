"""Plays ``case.toml`` of a folder in the real window, and locks it at a line of input.

It says "open" and "locked", and waits each time, so that its memory can be looked at.
"""

import datetime as dt
import gc
import os
import sys
import time
from pathlib import Path

from PySide6.QtCore import Qt

from spinecounsel.content.loader import load_pack
from spinecounsel.content.model import ContentPack
from spinecounsel.paths import content_folder
from ui.app import PACK, _application, _new_id, _now
from ui.demonstration.acts import Acts
from ui.demonstration.hands import Hands
from ui.demonstration.player import PASSPHRASE, _scene
from ui.demonstration.script import load_script
from ui.wiring.program import Program, build

SETTLED_S = 2.0  # in which what is deleted later is deleted


def main(folder: Path) -> None:
    """Play, lock, say so, and wait."""
    pack = load_pack(content_folder() / PACK)
    app = _application()
    app.setAttribute(Qt.ApplicationAttribute.AA_DontUseNativeDialogs)
    program = build(app, home=folder / "home", pack=pack, clock=_now, new_id=_new_id)
    program.window.resize(1366, 768)
    program.window.show()
    program.desk.start()
    _play(program, pack, folder)
    _tell("open")
    sys.stdin.readline()
    gc.collect()
    hands = Hands(program.window)
    program.desk.lock()
    end = time.monotonic() + SETTLED_S
    worker = program.session.cabinet.worker
    hands.wait(lambda: time.monotonic() > end and not worker.busy, "the lock")
    program.window.grab()
    _tell("locked")
    sys.stdin.readline()
    os._exit(0)


def _play(program: Program, pack: ContentPack, folder: Path) -> None:
    script = load_script(folder / "case.toml", pack, dt.datetime.now().astimezone().date())
    hands = Hands(program.window)
    for _name, act in Acts(hands, program, script).scenes(PASSPHRASE, folder / "summary.pdf"):
        _scene(program, hands, act)
    program.desk.go_to_library()
    hands.type("library.search", script.patient.name[:12])
    hands.wait(lambda: not program.session.cabinet.worker.busy, "the list")


def _tell(line: str) -> None:
    sys.stdout.write(line + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main(Path(sys.argv[1]))
