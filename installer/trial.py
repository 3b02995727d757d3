"""The installers for Windows, tried as a person would: installed, updated, refused, removed."""

import hashlib
from pathlib import Path

from installer import windows
from installer.bundle import NAME, Bundle
from installer.steps import Stop
from installer.wine import Wine

_HERE = Path(__file__).parent
# how a setup program ends (setup.nsi)
DONE, FAILED, IS_OPEN, IS_NEWER = 0, 2, 4, 5
_KEYS = (
    r"HKCU\Software\Microsoft\Windows\CurrentVersion\Uninstall\SpineCounsel",
    r"HKCU\Software\Classes\SpineCounsel.Backup",
    r"HKCU\Software\Classes\.spinebackup",
    r"HKCU\Software\Classes\SystemFileAssociations\.pdf\shell\SpineCounsel.Check",
)
_BACKUPS_OF_ALL = r"HKLM\Software\Classes\SpineCounsel.Backup"


def staged(made: Bundle, folder: Path, *, test_ends: int = 0) -> Path:
    """Put together what would be installed, with a stand-in for the program that starts."""
    windows.stage(made, folder)
    stands_in = folder / f"{NAME}.exe"
    settings: dict[str, str | Path] = {"CODE": str(test_ends)}
    windows.compiled(_HERE / "standin.nsi", stands_in, settings, moment=made.moment)
    return folder


def contents(folder: Path) -> dict[str, str]:
    """Give the sum of each file below ``folder`` by its name."""
    return {
        path.relative_to(folder).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in folder.rglob("*")
        if path.is_file()
    }


def must_be(found: dict[str, str], expected: dict[str, str], where: str) -> None:
    """Stop where files are missing, different, or of no one's."""
    missing = sorted(set(expected) - set(found))
    beyond = sorted(set(found) - set(expected))
    changed = sorted(name for name in found if found[name] != expected.get(name, found[name]))
    for names, what in ((missing, "missing"), (beyond, "not ours"), (changed, "different")):
        if names:
            raise Stop(f"{where} {len(names)} files are {what}: {', '.join(names[:20])}")


class Trial:
    """A Windows computer with one vault on it, and versions older than the one to try."""

    def __init__(self, computer: Wine, made: Bundle, work: Path) -> None:
        self._computer, self._made, self._work = computer, made, work
        self._vault = computer.own / "SpineCounsel" / "consultations.vault"
        self._vault.parent.mkdir(parents=True)
        self._vault.write_text("records")
        self._place = computer.own / "Programs" / "SpineCounsel"
        self._program = self._place / "program" / f"{NAME}.exe"

    def of_setup(self, setup: Path, payload: Path) -> None:
        """Install and remove by the setup program, as Windows and the person may have it.

        Raises:
            Stop: with the first thing that is not as it should be.
        """
        older, older_payload = self._small("0.0.1", test_ends=0)
        broken, _ = self._small("0.0.2", test_ends=1)
        self._run(older, DONE, older_payload)
        self._run(broken, FAILED, older_payload)
        self._while_open(setup, older_payload)
        self._run(setup, DONE, payload)
        self._run(older, IS_NEWER, payload)
        self._must_be_known()
        self._computer.run(self._place / "uninstall.exe", "/S")
        self._must_be_gone(self._place)

    def of_msi(self, msi: Path, payload: Path) -> None:
        """Install and remove by the MSI.

        Raises:
            Stop: with the first thing that is not as it should be.
        """
        place = self._computer.programs / "SpineCounsel"
        for option, expected in (("/i", contents(payload)), ("/x", {})):
            code = self._computer.run("msiexec", "/qn", option, msi)
            if code != DONE:
                raise Stop(f"msiexec {option} ended with {code}.")
            must_be(contents(place), expected, f"After msiexec {option}")
            if self._computer.start_menu != ({"SpineCounsel"} if expected else set()):
                raise Stop(f"After msiexec {option} the menu of programs is wrong.")
            if bool(self._computer.registry(_BACKUPS_OF_ALL)) != bool(expected):
                raise Stop(f"After msiexec {option} the type of backup files is wrong.")
        self._must_be_gone(place)

    def _small(self, version: str, *, test_ends: int) -> tuple[Path, Path]:
        """Give a setup program of another version that is nothing but the stand-in."""
        work = self._work / version
        empty = work / "empty"
        empty.mkdir(parents=True)
        made = self._made._replace(version=version, folder=empty)
        payload = staged(made, work / "payload", test_ends=test_ends)
        return windows.setup(made, payload, work / f"{version}-setup.exe"), payload

    def _run(self, setup: Path, code: int, expected: Path) -> None:
        found = self._computer.run(setup, "/S")
        self._must_end(setup, found, code)
        self._must_hold(setup, expected)

    def _while_open(self, setup: Path, expected: Path) -> None:
        program = self._computer.name(self._program)
        if self._computer.run_beside("start", program, "wait") != DONE:
            raise Stop("The program did not start.")
        remove = self._place / "uninstall.exe"
        for each, more in ((setup, ()), (remove, (f"_?={self._computer.name(self._place)}",))):
            found = self._computer.run_beside(each, "/S", *more)
            self._must_end(each, found, IS_OPEN)
            self._must_hold(each, expected)
        self._computer.end()

    def _must_end(self, program: Path, code: int, expected: int) -> None:
        if code != expected:
            raise Stop(f"{program.name} ended with {code}, not with {expected}.")

    def _must_hold(self, program: Path, expected: Path) -> None:
        names = sorted(path.name for path in self._place.iterdir())
        if names != ["program", "uninstall.exe"]:
            raise Stop(f"After {program.name} this lies in the folder: {', '.join(names)}")
        must_be(contents(self._program.parent), contents(expected), f"After {program.name}")

    def _must_be_known(self) -> None:
        """Windows shows the program in its menus and lists, and what it opens."""
        said = {key: self._computer.registry(key) for key in _KEYS}
        opens = f'"{self._computer.name(self._program)}" "%1"'
        wanted = (self._made.version, opens, "SpineCounsel.Backup", opens)
        for (key, values), value in zip(said.items(), wanted, strict=True):
            if value not in values:
                raise Stop(f"{value} is not in the registry below {key}: {values}")
        if self._computer.start_menu != {"SpineCounsel"}:
            raise Stop("The program is not in the menu of programs.")

    def _must_be_gone(self, place: Path) -> None:
        left = [key for key in _KEYS if self._computer.registry(key)]
        left += sorted(self._computer.start_menu)
        if place.exists() or left:
            raise Stop(f"Removing left something behind: {place} {' '.join(left)}")
        if self._vault.read_text() != "records":
            raise Stop("Removing changed a vault.")
