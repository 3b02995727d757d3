"""Windows, rehearsed on Linux: both scripts compiled with the Linux files, looked into, and tried.

A stand-in takes the place of the program that starts.  Nothing of this is to be shipped.
"""

import shutil
from pathlib import Path

from installer import whole, windows
from installer.bundle import Bundle
from installer.steps import Stop, fresh, needed, run, say
from installer.trial import Trial, contents, must_be, staged
from installer.wine import is_here, windows_computer

_UNPACKED = {"LC_ALL": "C.UTF-8"}  # or names with other letters come out wrong


def rehearse(made: Bundle) -> list[Path]:
    """Compile, look into and try the setup program and the MSI, in ``build``."""
    work = made.work / "windows"
    (setup, msi), payload = compiled(made, work)
    whole.must_hold_all(made, contents(payload))
    if not is_here():
        say("  not installed: there is no wine or no Xvfb on this system")
        return []
    with windows_computer(work / "wine") as computer:
        trial = Trial(computer, made, work / "trial")
        trial.of_setup(setup, payload)
        say(f"  installed, updated, refused and removed, and the vault stayed: {setup.name}")
        trial.of_msi(msi, payload)
        say(f"  installed and removed, and the vault stayed: {msi.name}")
    return []


def compiled(made: Bundle, work: Path) -> tuple[tuple[Path, Path], Path]:
    """Give the setup program and the MSI, and the folder that both hold, file for file.

    Raises:
        Stop: a file is missing in one of them, or different, or nobody's.
    """
    payload = staged(made, fresh(work) / "payload")
    setup = windows.setup(made, payload, work / "rehearsal-setup.exe")
    msi = windows.msi(made, payload, work / "rehearsal.msi")
    for file, unpack in ((setup, in_setup), (msi, in_msi)):
        must_be(unpack(file, work / "inside"), contents(payload), f"Within {file.name}")
        say(f"  compiled, and holds all files and no other: {file.name}")
    return (setup, msi), payload


def in_setup(file: Path, work: Path) -> dict[str, str]:
    """Give what a setup program would install: all but its own pieces and the uninstaller."""
    folder = fresh(work)
    run([needed("7z", "p7zip-full"), "x", "-y", f"-o{folder}", file], env=_UNPACKED)
    shutil.rmtree(folder / "$PLUGINSDIR")
    (folder / "uninstall.exe").unlink()
    found = contents(folder)
    if any(not name.startswith("new/") for name in found):
        raise Stop(f"{file.name} puts files beside the folder of the program.")
    return {name.removeprefix("new/"): value for name, value in found.items()}


def in_msi(file: Path, work: Path) -> dict[str, str]:
    """Give what an MSI would install."""
    folder = fresh(work)
    run([needed("msiextract", "msitools"), "--directory", folder, file], env=_UNPACKED)
    (top,) = folder.rglob("SpineCounsel")
    return contents(top)
