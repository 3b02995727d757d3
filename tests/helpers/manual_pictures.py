"""The pictures of the manual, out of the demonstration: ``resources/manual/pictures/*.png``.

``python -m tests.helpers.manual_pictures``; ``python3 dev.py pictures`` makes them, too.
"""

import sys
import tempfile
import uuid
from pathlib import Path

from PIL import Image
from PySide6.QtWidgets import QApplication

from spinecounsel.content.loader import load_pack
from spinecounsel.paths import content_folder
from tests.helpers.demonstrations import EXAMPLES, played
from ui.app import PACK, _now
from ui.demonstration.hands import Hands
from ui.demonstration.player import HEIGHT, PASSPHRASE, WIDTH
from ui.pages.library.row import LibraryRowButton
from ui.wiring.program import Program, build

FOLDER = EXAMPLES.parent / "manual" / "pictures"
CASE = EXAMPLES / "metastasis-with-cord-compression.toml"
COLOURS = 64
PAGE = (228, 68, WIDTH, HEIGHT - 76)  # without banner, rail and foot
WHOLE = (0, 0, WIDTH, HEIGHT)
MIDDLE = (270, 40, WIDTH - 270, HEIGHT - 84)  # of pages that stand alone, above their foot
BANNER = (0, 0, WIDTH, 68)
OF_DEMONSTRATION = {
    "banner": ("person", BANNER),
    "person": ("person", WHOLE),
    "patient": ("patient", WHOLE),
    "verify": ("verify", WHOLE),
} | {
    step: (step, PAGE)
    for step in (
        *("case", "options", "expect", "walk", "ahead", "compare", "values", "understanding"),
        *("decision", "sign"),
    )
}
"""Pictures of the manual: the scene of the demonstration, and what is cut out of it."""

SECTIONS = ("people", "backup", "keeping", "settings")


def make(play: Path) -> None:
    """Write all pictures; ``play`` is the folder of a demonstration that was played."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    for old in FOLDER.glob("*.png"):
        old.unlink()
    for name, (scene, cut) in OF_DEMONSTRATION.items():
        (file,) = play.glob(f"[0-9][0-9]-{scene}.png")
        _keep(file, name, cut)
    with tempfile.TemporaryDirectory() as folder:
        _of_new_vault(Path(folder))
        _of_vault(play / "vault", Path(folder))


def _keep(file: Path, name: str, cut: tuple[int, int, int, int] = WHOLE) -> None:
    """Keep what is cut out of a picture, with few colours: it is text and flat ground."""
    with Image.open(file) as picture:
        few = picture.convert("RGB").crop(cut)
        few = few.quantize(COLOURS, Image.Quantize.FASTOCTREE, dither=Image.Dither.NONE)
    few.save(FOLDER / f"{name}.png", optimize=True)


def _program(home: Path) -> tuple[Program, Hands]:
    app = QApplication.instance()
    pack = load_pack(content_folder() / PACK)
    new_id = uuid.uuid4
    program = build(app, home=home, pack=pack, clock=_now, new_id=lambda: str(new_id()))
    program.window.resize(WIDTH, HEIGHT)
    program.window.show()
    program.desk.start()
    return program, Hands(program.window)


def _end(program: Program) -> None:
    program.close()
    program.window.let_go()
    program.window.deleteLater()


def _of_new_vault(folder: Path) -> None:
    """The first start: what is asked, the recovery code, and what one can begin with."""
    program, hands = _program(folder / "new")
    hands.type("unlock.name", "Dr Sample Clinician")
    hands.type("unlock.role", "Spine surgeon")
    hands.type("unlock.passphrase", PASSPHRASE)
    hands.type("unlock.repeat", PASSPHRASE)
    _picture(hands, folder, "first-start")
    hands.click("unlock.go")
    hands.seen("recovery.go")
    _picture(hands, folder, "recovery", MIDDLE)
    hands.copy("recovery.group", "recovery.typed")
    hands.click("recovery.go")
    hands.click("first.later")
    hands.seen("first.practise")
    _picture(hands, folder, "begin", MIDDLE)
    _end(program)


def _of_vault(home: Path, folder: Path) -> None:
    """The locked page, and the parts of the vault."""
    program, hands = _program(home)
    _picture(hands, folder, "locked")
    hands.type("unlock.passphrase", PASSPHRASE)
    hands.click("unlock.go")
    hands.seen("library.new")
    hands.wait(lambda: bool(program.window.findChildren(LibraryRowButton)), "the record")
    _picture(hands, folder, "library")
    hands.click(program.window.findChildren(LibraryRowButton)[0].objectName())
    hands.wait(lambda: not program.session.cabinet.worker.busy, "the document")
    _picture(hands, folder, "finished")
    hands.click("frame.vault")
    for section in SECTIONS:
        hands.click(f"vault.section.{section}")
        hands.wait(lambda: not program.session.cabinet.worker.busy, "the worker")
        hands.settle()
        _picture(hands, folder, section)
    _end(program)


def _picture(hands: Hands, folder: Path, name: str, cut: tuple[int, int, int, int] = WHOLE) -> None:
    file = folder / f"{name}.png"
    hands.scroll_up()
    hands.picture(file)
    _keep(file, name, cut)


if __name__ == "__main__":
    application = QApplication(sys.argv[:1])
    with tempfile.TemporaryDirectory() as out:
        code, _, failed = played(Path(out), CASE)
        if code:
            raise SystemExit(failed)
        make(Path(out))
