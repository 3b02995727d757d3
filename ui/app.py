"""The console command: open the window, play the demonstration, or check files.

What draws windows is loaded only where one is opened: files are checked without Qt.
"""

import argparse
import datetime as dt
import gc
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
from spinecounsel.content.reading import read_manifest
from spinecounsel.errors import UserError
from spinecounsel.paths import content_folder, data_folder, resources_folder
from spinecounsel.wording import say, speak

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

    from spinecounsel.content.model import ContentPack, Manifest
    from spinecounsel.sealing.verdict import Seen
    from ui.wiring.opened import Opened
    from ui.wiring.program import Program
    from ui.wiring.start import Start

PACK = "spinal-tumours-en"
CASE = "metastasis-with-cord-compression.toml"
COMMANDS = ("demo", "practise", "verify", "vault")
NOT_AS_SEALED = 1
CANNOT_BEGIN = 2  # what argparse returns for a wrong command, too
FIRST_PAGE = "--first-page"
SWEEP_MS = 2_000  # after the start
PLATFORM, DISPLAYS = "QT_QPA_PLATFORM", ("DISPLAY", "WAYLAND_DISPLAY")


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command with ``arguments``, else with those of the process; give its exit code."""
    given = sys.argv[1:] if arguments is None else list(arguments)
    files = _files_in(given)
    opens = not given or bool(files) or given == [FIRST_PAGE]
    asked = argparse.Namespace() if opens else _parser().parse_args(given)
    try:
        manifest = read_manifest(content_folder() / PACK)
        speak(manifest.language, resources_folder() / "wording")
        return _run(manifest, files, given) if opens else _obey(asked, _pack())
    except UserError as error:
        print(error, file=sys.stderr)  # noqa: T201 - there is no window to say it in
        return CANNOT_BEGIN


def _obey(asked: argparse.Namespace, pack: "ContentPack") -> int:
    if asked.command == "verify":
        return _verify(asked.files, asked.root)
    if asked.command == "vault":
        return _vault(asked)
    if asked.command == "demo":
        return _play(pack, asked.out, asked.case, every_look=asked.every_look)
    return _practise(pack) if asked.command == "practise" else _test_oneself(pack)


def _pack() -> "ContentPack":
    from spinecounsel.content.loader import load_pack

    return load_pack(content_folder() / PACK)


def _files_in(given: Sequence[str]) -> tuple[Path, ...]:
    """Give the files to open, where there is nothing else: a desktop names them in full.

    A single word that is no file is a command, rightly or wrongly spelt.
    """
    begins = given[0] if given else "-"
    if begins.startswith("-") or begins in COMMANDS:
        return ()
    paths = tuple(map(Path, given))
    return paths if len(paths[0].parts) > 1 or paths[0].suffix or paths[0].exists() else ()


def _parser() -> argparse.ArgumentParser:
    from ui.vault_command import add_vault

    parser = argparse.ArgumentParser(
        prog="spinecounsel",
        description=say(
            "Goes through every treatment option for a spinal tumour, with its benefits and "
            "risks, and records the talk. Without a command, the window opens. With the name of a "
            "file in the place of a command, it says there whether a PDF is as it was sealed, or "
            "asks for what opens a backup."
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
    parser.add_argument(
        FIRST_PAGE,
        action="store_true",
        help=say("show the first page, say so once it is painted, and end: times the start"),
    )
    commands = parser.add_subparsers(dest="command", metavar=" | ".join((*COMMANDS, "FILE")))
    _add_demo(commands)
    commands.add_parser(
        "practise",
        help=say("open the window with made-up patients, to practise"),
        description=say(
            "Opens the window on a vault of made-up patients in a temporary folder, unlocked. All "
            "works as ever. When the window closes, all is deleted but what was saved or printed."
        ),
    )
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
    from ui.vault_command import run_vault

    return run_vault(asked, data_folder(), _now())


def _code_of(state: "Seen") -> int:
    from spinecounsel.sealing.verdict import Seen

    if state is Seen.SEALED:
        return 0
    return CANNOT_BEGIN if state in {Seen.NOT_OURS, Seen.NOT_READ} else NOT_AS_SEALED


def _test_oneself(pack: "ContentPack") -> int:
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


def _run(manifest: "Manifest", files: tuple[Path, ...], given: Sequence[str]) -> int:
    _need_screen()
    from spinecounsel.viewing.approval import approval_notice
    from ui.wiring.front import dressed_front
    from ui.wiring.start import Start

    gc.disable()  # nothing made at the start is garbage; the worker collects from its beginning
    app, notice = _application(), approval_notice(manifest)
    front = dressed_front(app, home=data_folder(), clock=_now, notice=notice)
    start = Start(front, folder=content_folder() / PACK, new_id=_new_id)
    sys.excepthook = partial(_on_fault, front.show_problem)
    if FIRST_PAGE in given:
        start.painted.connect(partial(_end, app, start))
    opened = _opened(app)
    start.ready.connect(partial(_equip, app, files, opened))
    front.window.resize(1366, 768)
    front.window.showMaximized()
    code = app.exec()
    start.close()
    return code


def _end(app: "QApplication", start: "Start") -> None:
    """Say that the first page is painted, and end: what times the start waits for the line."""
    print(say("painted"), flush=True)  # noqa: T201 - what was asked for
    start.close()
    app.quit()


def _equip(
    app: "QApplication", files: tuple[Path, ...], opened: "Opened | None", program: "Program"
) -> None:
    """Give the program what it has from this computer, once all of it is there."""
    from PySide6.QtCore import QTimer

    _find_voice(program)
    _watch(app, program)
    _await_files(program, files, opened)
    QTimer.singleShot(SWEEP_MS, program.window, partial(_sweep, program))


def _practise(pack: "ContentPack") -> int:
    _need_screen()
    from spinecounsel.consultation.practice import Room, sweep
    from ui.away.ending import Ending
    from ui.demonstration.practice import practice_in

    sweep()
    room = Room.entered()
    try:
        app = _application()
        Ending(app)
        program = practice_in(room, app, pack=pack, clock=_now, new_id=_new_id)
        return _live(app, program)
    finally:
        room.leave()


def _live(app: "QApplication", program: "Program") -> int:
    """Show the window until it is closed."""
    _find_voice(program)
    sys.excepthook = partial(_on_fault, program.show_problem)
    _watch(app, program)
    program.window.resize(1366, 768)
    program.window.showMaximized()
    code = app.exec()
    program.close()
    return code


def _find_voice(program: "Program") -> None:
    from ui.speech import find_voice

    voice = find_voice(program.session.pack.manifest.language)
    if voice is not None:
        program.speak_by(voice)


def _watch(app: "QApplication", program: "Program") -> None:
    """Lock when nobody is there, until the program ends."""
    from ui.wiring.locking import Locking

    locking = Locking(app, program.window, program.desk, now=_seconds)
    app.aboutToQuit.connect(locking.stop)


def _opened(app: "QApplication") -> "Opened | None":
    """Give what keeps the files that the desktop hands over, where one does."""
    if sys.platform == "darwin":
        from ui.wiring.opened import Opened

        return Opened(app)
    return None


def _await_files(program: "Program", files: tuple[Path, ...], opened: "Opened | None") -> None:
    """Open ``files``, and from now on those that the desktop hands over."""
    if not files and opened is None:
        return
    from ui.wiring.arriving import Arriving

    arriving = Arriving(program.desk)
    arriving.take(files)
    if opened is not None:
        opened.hand_to(arriving.take)


def _play(pack: "ContentPack", out: Path, case: Path, *, every_look: bool) -> int:
    from ui.demonstration.player import LOOKS, play

    os.environ.setdefault(PLATFORM, "offscreen")
    looks = LOOKS if every_look else LOOKS[:1]
    play(_application(), pack=pack, out=out, case=case, looks=looks)
    return 0


def _application() -> "QApplication":
    from PySide6.QtCore import QSettings
    from PySide6.QtWidgets import QApplication

    # or Qt's dialog for files keeps the names of folders where anyone reads them
    QSettings.setPath(QSettings.Format.NativeFormat, QSettings.Scope.UserScope, os.devnull)
    app = QApplication(["spinecounsel"])
    app.setApplicationName("spinecounsel")
    app.setApplicationDisplayName("SpineCounsel")
    app.setDesktopFileName("spinecounsel")  # by this name a desktop finds the icon
    return app


def _sweep(program: "Program") -> None:
    """Delete what practices left that were killed, beside what goes on in the window."""
    from spinecounsel.consultation.practice import sweep

    program.session.cabinet.worker.run(sweep, done=_ignore, failed=_ignore)


def _ignore(_answer: object) -> None:
    """Take an answer that nobody waits for."""


def _need_screen() -> None:
    if not _has_display():
        raise UserError(
            say(
                "There is no screen to open a window on. Start SpineCounsel from a desktop, or "
                "play the demonstration: spinecounsel demo --out DIR"
            )
        )


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
