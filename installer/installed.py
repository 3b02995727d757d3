"""The package for Debian, tried in a fresh one: installed, used, updated, removed.

``python3 build_installer.py installed``: each line that is printed was found to be so.
"""

import re
import subprocess
import sys
from pathlib import Path

from installer import debian
from installer.bundle import NAME, Bundle
from installer.clean import OWN_NAMESPACES, CleanRoot, Mark, Person, changed, missing
from installer.screen import Picture, Screen, screen
from installer.steps import CannotBuildHere, Stop, fresh, run, say

LARGEST = 45_000_000  # bytes of the package
PROGRAM = f"/usr/bin/{NAME}"
OLDER = "0.0.9"
_OWN = ".local/share/SpineCounsel"
_NO_DEBIAN = 3  # exit code
_PATIENCE = 120.0  # seconds until a window stands still
_HOMES = {"arzt": "Dr. Łukasz Müller", "doctor": "医師 Ольга"}
_CASES = ("metastasis-with-cord-compression.toml", "meningioma-beside-the-cord.toml")
_BROUGHT = "srv"  # where the packages lie in the fresh system
_LEFT_OVER = re.compile(NAME, re.IGNORECASE)


def possible() -> None:
    """Raise ``CannotTry`` with a word where a fresh Debian cannot be made."""
    why = missing()
    if why:
        raise CannotTry(f"not tried in a fresh Debian: {why}")


class CannotTry(CannotBuildHere):
    """It cannot be tried here, which is no fault of the package."""


def try_out(made: Bundle) -> list[Path]:
    """Try the package that was just built, or build it first; give it if so.

    Raises:
        Stop: with the first thing that is not as it should be.
        CannotTry: there is no fresh Debian to be had.
    """
    file = made.out / f"{NAME}_{made.version}_{run(['dpkg', '--print-architecture']).strip()}.deb"
    built = [] if file.exists() else debian.build(made)
    work = fresh(made.work / "clean")
    command = [*OWN_NAMESPACES, sys.executable, "-m", "installer.installed", str(file), str(work)]
    code = subprocess.run(command, cwd=made.root, check=False).returncode  # noqa: S603
    run(["rm", "-rf", "--one-file-system", work / "root"])
    if code == _NO_DEBIAN:
        raise CannotTry("not tried in a fresh Debian: it could not be fetched")
    if code:
        raise Stop("The installed program is not as it should be; the line above says why.")
    return built


class Trial:
    """What is done with the package, in this order."""

    def __init__(self, root: CleanRoot, package: Path, work: Path) -> None:
        self._root, self._work = root, work
        for file in (package, _older(package, work)):
            (root.folder / _BROUGHT / file.name).write_bytes(file.read_bytes())
        self._package, self._older = (
            f"/{_BROUGHT}/{name}" for name in (package.name, f"{OLDER}.deb")
        )
        self._clean = root.marks()
        self._phrases: dict[str, str] = {}

    def run(self) -> None:
        """Do it all."""
        root = self._root
        root.apt("update")
        root.apt("install", self._package)
        say("  installed by apt, with what it needs")
        self._must_be_safe()
        people = [root.add_person(name, home) for name, home in _HOMES.items()]
        with screen(self._work / "screen") as shown, root.read_only("/opt", "/usr"):
            for who, case in zip(people, _CASES, strict=True):
                self._use(who, case, shown)
        self._must_be_apart(*people)
        root.apt("remove", NAME)
        self._must_be_gone(purged=False)
        root.apt("install", "desktop-file-utils", "shared-mime-info", self._older)
        self._update(people)
        root.apt("purge", NAME)
        self._must_be_gone(purged=True)
        for who in people:
            self._must(root.place(f"{who.home}/{_OWN}/consultations.vault").exists(), "a vault")
        say("  purged: nothing of the program is left, and the vaults are")

    def _use(self, who: Person, case: str, shown: Screen) -> None:
        """Let somebody begin, play a consultation on the screen, and keep it as their own."""
        before = self._root.marks()
        self._look(who, shown, "first")
        said = self._ask(who, "--selftest")
        self._must(said.splitlines()[-1].endswith("OK"), "the test of itself")
        out, kept = f"{who.home}/Démo ① of {who.name}", f"{who.home}/kept"
        played = f"/opt/{NAME}/_internal/spinecounsel/resources/examples/{case}"
        said = self._ask(who, "demo", "--out", out, "--case", played)
        self._must(self._root.place(f"{out}/summary.pdf").exists(), "a document")
        phrase = self._phrases[who.name] = self._found(r"passphrase: (.+)", said)
        vault = f"{out}/vault/consultations.vault"
        self._root.person(who, "mkdir", kept)
        said = self._ask(who, "vault", "backup", kept, "--vault", vault, typed=phrase)
        backup = f"{kept}/{self._found(r'([^/]+[.]spinebackup)', said)}"
        self._ask(who, "vault", "restore", backup, typed=phrase)
        self._check(who)
        locked = self._look(who, shown, "again")
        self._look(who, shown, "check", f"{out}/summary.pdf", unlike=locked)
        self._look(who, shown, "backup", backup, unlike=locked)
        own = [f"{who.home}/{_OWN}", out, kept]
        self._must_only_write(who, before, own)

    def _look(
        self,
        who: Person,
        shown: Screen,
        name: str,
        *files: str,
        unlike: Picture | None = None,
    ) -> Picture:
        """Open the window, as a desktop does, and look at it, then end it."""
        with (self._work / f"{who.name}-{name}.txt").open("w+", encoding="utf-8") as words:
            window = self._root.begin(who, PROGRAM, *files, out=words, display=shown.display)
            try:
                picture = shown.settled(window, _PATIENCE, unlike)
            except Stop as reason:
                raise Stop(f"{reason}\n{words.seek(0) or words.read()}") from None
            finally:
                window.kill()
                window.wait()
            words.seek(0)
            said = words.read().strip()
        file = self._work / "pictures" / f"{who.name}-{name}.png"
        picture.write(file)
        self._must(not said, f"a silent window; it said: {said}")
        self._must(picture.colours > 30, f"a window with something in it ({file})")
        say(f"  {who.name} opened the window: {file}")
        return picture

    def _check(self, who: Person) -> None:
        said = self._ask(who, "vault", "check", typed=self._phrases[who.name])
        self._must(said.startswith("1 record"), f"a vault with one record; it says: {said}")

    def _ask(self, who: Person, *words: str, typed: str = "") -> str:
        """Let somebody give a command, which must end well; give what it said."""
        code, said = self._root.person(who, PROGRAM, *words, typed=typed)
        self._must(code == 0, f"{NAME} {' '.join(words)} (ended with {code}):\n{said}")
        return said

    def _must_only_write(self, who: Person, before: dict[str, Mark], own: list[str]) -> None:
        touched = changed(before, self._root.marks())
        ours = [place.lstrip("/") for place in own]
        beyond = [
            name
            for name in touched
            if not any(name == place or name.startswith(f"{place}/") for place in ours)
            and not any(place.startswith(f"{name}/") for place in ours)
        ]
        self._must(not beyond, f"files in its own folder only, not: {', '.join(sorted(beyond))}")
        say(f"  {who.name} used it: {len(touched)} files written, all in their own folder")

    def _must_be_apart(self, one: Person, other: Person) -> None:
        """Neither can read what the other keeps, though both may look into each other's home."""
        for who, whose in ((one, other), (other, one)):
            vault = f"{whose.home}/{_OWN}/consultations.vault"
            code, _ = self._root.person(who, "cat", vault)
            self._must(code != 0, f"a vault that {who.name} cannot read: {vault}")
        say("  two people, two vaults; neither can read the other's")

    def _must_be_safe(self) -> None:
        """What was installed belongs to root, and nobody else may change it."""
        for name, mark in self._root.marks().items():
            if name in self._clean or not _LEFT_OVER.search(name):
                continue
            link = self._root.place(name).is_symlink()
            self._must(mark.owner == 0, f"root to own /{name}")
            self._must(link or not mark.mode & 0o022, f"/{name} that only root may change")

    def _must_be_gone(self, *, purged: bool) -> None:
        """Nothing by our name is left but in homes, logs, and what dpkg keeps until a purge."""
        away = ("home", _BROUGHT, "var/log", "var/cache/apt") + (
            () if purged else ("var/lib/dpkg",)
        )
        left = [name for name in self._root.marks() if _LEFT_OVER.search(name)]
        left = [name for name in left if not name.startswith(away)]
        self._must(not left, f"nothing of the program, not: {', '.join(left)}")
        for index in ("applications/mimeinfo.cache", "mime/globs2"):
            file = self._root.place(f"/usr/share/{index}")
            named = file.exists() and _LEFT_OVER.search(file.read_text())
            self._must(not named, f"no word of the program in {file}")

    def _update(self, people: list[Person]) -> None:
        """Install over an older version, with vaults that were there before."""
        root = self._root
        told = root.root("desktop-file-validate", f"/usr/share/applications/{NAME}.desktop")
        self._must(not told, f"a sound desktop entry: {told}")
        self._must("spinebackup" in root.place("/usr/share/mime/globs2").read_text(), "our backups")
        only_older = root.place(f"/opt/{NAME}/only-in-{OLDER}")
        self._must(only_older.exists(), "the older version")
        vaults = [root.place(f"{who.home}/{_OWN}/consultations.vault") for who in people]
        held = [vault.read_bytes() for vault in vaults]
        root.apt("install", self._package)
        self._must(not only_older.exists(), "nothing of the older version")
        self._must([vault.read_bytes() for vault in vaults] == held, "vaults as they were")
        for who in people:
            self._ask(who, "--selftest")
            self._check(who)
        say(f"  updated from {OLDER}, with the vaults as they were; the desktop knows it")

    def _found(self, pattern: str, said: str) -> str:
        found = re.search(pattern, said)
        self._must(found is not None, f"{pattern} in what it said:\n{said}")
        return found[1] if found else ""

    @staticmethod
    def _must(so: bool, what: str) -> None:  # noqa: FBT001 - reads like a sentence
        if not so:
            raise Stop(f"There should be {what}")


def _older(package: Path, work: Path) -> Path:
    """Make a package of an older version, of the same files and one that only it has."""
    tree = work / OLDER
    run(["dpkg-deb", "--raw-extract", package, tree])
    control = tree / "DEBIAN" / "control"
    text, found = re.subn(r"(?m)^Version: .*$", f"Version: {OLDER}", control.read_text())
    if found != 1:
        raise Stop(f"{package.name} has no version.")
    control.write_text(text)
    (tree / "opt" / NAME / f"only-in-{OLDER}").touch()
    made = work / f"{OLDER}.deb"
    run(["dpkg-deb", "--root-owner-group", "-Zgzip", "-z1", "--build", tree, made])
    run(["rm", "-rf", tree])
    return made


def _measure(package: Path) -> None:
    size = package.stat().st_size
    if size > LARGEST:
        raise Stop(f"{package.name} has {size / 1e6:.1f} MB; at most {LARGEST / 1e6:.0f}.")
    say(f"  {package.name} has {size / 1e6:.1f} MB")


def _fetched(folder: Path) -> CleanRoot | None:
    """Give a fresh Debian; nothing where it cannot be had, with the words of who tried."""
    try:
        return CleanRoot.made(folder)
    except Stop as reason:
        say(str(reason))
        return None


def main(package: Path, work: Path) -> int:
    """Try ``package``; only to be called in namespaces of its own.  Gives the exit code."""
    try:
        _measure(package)
        root = _fetched(work / "root")
        if root is None:
            return _NO_DEBIAN
        Trial(root, package, work).run()
    except Stop as reason:
        say(str(reason))
        return 1
    return 0


if __name__ == "__main__":
    raise SystemExit(main(Path(sys.argv[1]), Path(sys.argv[2])))
