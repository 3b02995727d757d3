"""The console command: open the window, play the demonstration, or check files.

What draws windows is loaded only where one is opened: files are checked without Qt.
"""

import argparse
import datetime as dt
import io
import os
import sys
import time
import uuid
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING

import spinecounsel
from spinecounsel.content.loader import load_pack
from spinecounsel.content.model import ContentPack
from spinecounsel.errors import UserError
from spinecounsel.paths import content_folder, data_folder, resources_folder
from spinecounsel.wording import say, speak
from ui.vault_command import add_vault, run_vault

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

    from spinecounsel.sealing.verdict import Seen

PACK = "spinal-tumours-en"
CASE = "metastasis-with-cord-compression.toml"
NOT_AS_SEALED = 1
CANNOT_BEGIN = 2  # what argparse returns for a wrong command, too
PLATFORM, DISPLAYS = "QT_QPA_PLATFORM", ("DISPLAY", "WAYLAND_DISPLAY")


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command with ``arguments``, else with those of the process; give its exit code."""
    asked = _parser().parse_args(arguments)
    try:
        pack = load_pack(content_folder() / PACK)
        speak(pack.manifest.language, resources_folder() / "wording")
        if asked.selftest:
            return _test_oneself(pack)
        if asked.command == "verify":
            return _verify(asked.files, asked.root)
        if asked.command == "vault":
            return _vault(asked)
        if asked.command == "demo":
            return _play(pack, asked.out, asked.case, every_look=asked.every_look)
        return _run(pack)
    except UserError as error:
        print(error, file=sys.stderr)  # noqa: T201 - there is no window to say it in
        return CANNOT_BEGIN


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="spinecounsel",
        description=say(
            "Goes through every treatment option for a spinal tumour, with its benefits and "
            "risks, and records the talk. Without a command, the window opens."
        ),
    )
    parser.add_argument(
        "--version", action="version", version=f"SpineCounsel {spinecounsel.VERSION}"
    )
    parser.add_argument(
        "--selftest",
        action="store_true",
        help=say("try everything once in a temporary folder, and say OK"),
    )
    commands = parser.add_subparsers(dest="command", metavar="demo | verify | vault")
    _add_demo(commands)
    _add_verify(commands)
    add_vault(commands)
    return parser


def _add_demo(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    demo = commands.add_parser("demo", help=say("play a made-up consultation, no screen needed"))
    demo.add_argument(
        "--out", type=Path, required=True, metavar="DIR", help=say("folder for pictures and PDF")
    )
    demo.add_argument(
        "--case",
        type=Path,
        metavar="FILE",
        default=resources_folder() / "examples" / CASE,
        help=say("the case to play (TOML); one that comes with the program if left out"),
    )
    demo.add_argument(
        "--every-look",
        action="store_true",
        help=say("take each picture in dark and in large text, too"),
    )


def _add_verify(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    verify = commands.add_parser(
        "verify",
        help=say("say whether PDF files are as they were sealed, no screen needed"),
        description=say(
            "Says in one line per file whether it is as SpineCounsel sealed it. Ends with 0 when "
            "all are, with 1 when one is not, else with 2 when one is no sealed document of ours."
        ),
    )
    verify.add_argument("files", type=Path, nargs="+", metavar="FILE")
    verify.add_argument(
        "--root",
        type=Path,
        action="append",
        default=[],
        metavar="FILE",
        help=say("root certificate (PEM) to trust beside those in the folder of data; repeatable"),
    )


def _verify(files: Sequence[Path], more_roots: Sequence[Path]) -> int:
    from spinecounsel.consultation.seals import ROOTS
    from spinecounsel.consultation.verification import trusted_roots, verify_file

    roots = trusted_roots(data_folder() / ROOTS, tuple(more_roots))
    if isinstance(sys.stdout, io.TextIOWrapper):  # a terminal may lack a letter of a name
        sys.stdout.reconfigure(errors="backslashreplace")
    codes = {0}
    for path in files:
        found = verify_file(path, roots, now=_now())
        name = "".join(each if each.isprintable() else ascii(each)[1:-1] for each in str(path))
        print(f"{name}: {found.reason}")  # noqa: T201 - what was asked for
        codes.add(_code_of(found.state))
    return next(code for code in (NOT_AS_SEALED, CANNOT_BEGIN, 0) if code in codes)


def _vault(asked: argparse.Namespace) -> int:
    if isinstance(sys.stdout, io.TextIOWrapper):  # a terminal may lack a letter of a name
        sys.stdout.reconfigure(errors="backslashreplace")
    return run_vault(asked, data_folder(), _now())


def _code_of(state: "Seen") -> int:
    from spinecounsel.sealing.verdict import Seen

    return {Seen.SEALED: 0, Seen.NOT_OURS: CANNOT_BEGIN}.get(state, NOT_AS_SEALED)


def _test_oneself(pack: ContentPack) -> int:
    from spinecounsel.consultation.selftest import self_test
    from ui.session import PROGRAM
    from ui.theme.theme import theme

    start = time.perf_counter()
    os.environ.setdefault(PLATFORM, "offscreen")
    theme().apply(_application(), scheme="light", text_scale=1.0)  # with the fonts it brings
    for step, seconds in self_test(pack, clock=_now, program=PROGRAM):
        print(f"{seconds:5.1f} s  {step}")  # noqa: T201 - what was asked for
    took = time.perf_counter() - start
    print(f"{took:5.1f} s  OK")  # noqa: T201 - what was asked for
    return 0


def _run(pack: ContentPack) -> int:
    if not _has_display():
        raise UserError(
            say(
                "There is no screen to open a window on. Start SpineCounsel from a desktop, or "
                "play the demonstration: spinecounsel demo --out DIR"
            )
        )
    from ui.speech import find_voice
    from ui.wiring.locking import Locking
    from ui.wiring.program import build

    app = _application()
    program = build(app, home=data_folder(), pack=pack, clock=_now, new_id=_new_id)
    voice = find_voice(pack.manifest.language)
    if voice is not None:
        program.speak_by(voice)
    sys.excepthook = partial(_on_fault, program.show_problem)
    locking = Locking(app, program.window, program.desk, now=_seconds)
    program.desk.start()
    program.window.resize(1366, 768)
    program.window.showMaximized()
    code = app.exec()
    locking.stop()
    program.close()
    return code


def _play(pack: ContentPack, out: Path, case: Path, *, every_look: bool) -> int:
    from ui.demonstration.player import play

    os.environ.setdefault(PLATFORM, "offscreen")
    play(_application(), pack=pack, out=out, case=case, every_look=every_look)
    return 0


def _application() -> "QApplication":
    from PySide6.QtWidgets import QApplication

    app = QApplication(["spinecounsel"])
    app.setApplicationName("spinecounsel")
    app.setApplicationDisplayName("SpineCounsel")
    app.setDesktopFileName("spinecounsel")  # by this name a desktop finds the icon
    return app


def _has_display() -> bool:
    if not sys.platform.startswith("linux") or os.environ.get(PLATFORM):
        return True
    return any(os.environ.get(name) for name in DISPLAYS)


def _on_fault(
    show: Callable[[BaseException], None],
    kind: type[BaseException],
    error: BaseException,
    trace: TracebackType | None,
) -> None:
    """Say that the program failed; the error's own words may name a patient and go nowhere."""
    if issubclass(kind, KeyboardInterrupt):
        sys.__excepthook__(kind, error, trace)
        return
    from ui.dialogs.problem import describe

    print(describe(error), file=sys.stderr)  # noqa: T201 - for whoever started it in a terminal
    show(error)


def _now() -> dt.datetime:
    return dt.datetime.now().astimezone()


def _new_id() -> str:
    return str(uuid.uuid4())


def _seconds() -> float:
    """Give seconds that go on while the computer sleeps, where the system counts them."""
    name = "CLOCK_MONOTONIC" if sys.platform == "darwin" else "CLOCK_BOOTTIME"
    clock: int | None = getattr(time, name, None)
    return time.monotonic() if clock is None else time.clock_gettime(clock)
