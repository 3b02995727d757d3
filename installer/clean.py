"""A fresh Debian in a folder, with people who have no rights, a screen, and no way out for them.

All of it happens in namespaces of its own: whatever is mounted or started there is gone when the
process that made them ends, however it ends, and the system around it never sees it.
"""

import os
import shutil
import subprocess
import sysconfig
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO, NamedTuple

from installer.steps import Stop, fresh, run

OWN_NAMESPACES = (
    *("unshare", "--mount", "--propagation", "private", "--pid", "--fork", "--kill-child"),
    "--mount-proc",
)
PATIENCE = 400  # seconds
_TOOLS = {"debootstrap": "debootstrap", "Xvfb": "xvfb", "unshare": "util-linux", "ld": "binutils"}
_VARIABLES = {"PATH": "/usr/bin:/bin:/usr/sbin:/sbin", "LANG": "C.UTF-8"}


def missing() -> str:
    """Give what a clean Debian cannot be made for, in words; nothing where it can."""
    if os.name != "posix" or os.geteuid() != 0:
        return "only root can make one"
    tools = [package for tool, package in _TOOLS.items() if not shutil.which(tool)]
    if tools:
        return f"these packages are missing: {' '.join(sorted(tools))}"
    try:
        run([*OWN_NAMESPACES, "true"])
    except Stop:
        return "this system gives no namespaces"
    library = sysconfig.get_config_var("INSTSONAME") or ""
    if not Path(sysconfig.get_config_var("LIBDIR") or "", library).exists():
        return "this Python has no shared library to pack"
    return "" if mirror() else "apt names no source of Debian"


def mirror() -> tuple[str, str] | None:
    """Give the release that apt of this system installs from, and where it lies."""
    asked = "$(ORIGIN)\t$(COMPONENT)\t$(CODENAME)\t$(REPO_URI)"
    try:
        shown = run(["apt-get", "indextargets", "--format", asked, "Created-By: Packages"])
    except Stop:
        return None
    for line in shown.splitlines():
        origin, component, release, place = line.split("\t")
        if (origin, component) == ("Debian", "main") and "-" not in release:
            return release, place
    return None


class Person(NamedTuple):
    """Somebody who may start programs and has a home."""

    name: str
    number: int
    home: str  # as seen from inside


class Mark(NamedTuple):
    """What tells whether a file was touched; of a folder only whose it is."""

    mode: int
    owner: int
    size: int
    changed: int


class CleanRoot:
    """The fresh Debian.  Only to be used in namespaces of its own."""

    def __init__(self, folder: Path, proxy: dict[str, str]) -> None:
        self.folder = folder
        self._proxy = proxy

    @classmethod
    def made(cls, folder: Path) -> "CleanRoot":
        """Make one; ``Stop`` where the source of Debian cannot be reached."""
        found = mirror()
        if found is None:
            raise Stop("apt names no source of Debian")
        proxy = _proxy()
        release, place = found
        run(["debootstrap", "--variant=minbase", release, fresh(folder), place], env=proxy)
        for name in ("resolv.conf", "hosts"):
            if Path("/etc", name).exists():
                shutil.copy(Path("/etc", name), folder / "etc" / name)
        run(["mount", "-t", "proc", "proc", folder / "proc"])
        sockets = folder / "tmp" / ".X11-unix"
        outside = Path("/", "tmp", ".X11-unix")  # where X11 has its sockets
        for each in (sockets, outside):
            each.mkdir(mode=0o1777, exist_ok=True)
        run(["mount", "--bind", sockets, outside])
        return cls(folder, proxy)

    def root(self, *command: str | Path) -> str:
        """Run ``command`` inside as root, with the network; ``Stop`` when it fails."""
        variables = {**_VARIABLES, **self._proxy, "DEBIAN_FRONTEND": "noninteractive"}
        return run(["chroot", self.folder, *_env(variables), *command])

    def apt(self, *command: str) -> str:
        """Run ``apt-get`` inside, which asks nothing."""
        return self.root("apt-get", "--yes", "--no-install-recommends", *command)

    def add_person(self, name: str, folder: str) -> Person:
        """Add somebody without rights; everybody may look into their home, as on older systems."""
        home = "/".join(("", "home", folder))
        self.root("useradd", "--create-home", "--home-dir", home, "--shell", "/bin/sh", name)
        number = int(self.root("id", "-u", name))
        place = self.place(home)
        place.chmod(0o755)
        runtime = self.folder / "run" / "user" / str(number)
        runtime.mkdir(parents=True, mode=0o700)
        os.chown(runtime, number, number)
        return Person(name, number, home)

    def place(self, inside: str) -> Path:
        """Give where a file of the fresh Debian lies for us."""
        return self.folder / inside.lstrip("/")

    def begin(
        self, who: Person, *command: str, out: IO[str] | int, display: str = ""
    ) -> subprocess.Popen[str]:
        """Start ``command`` inside for somebody, without any network."""
        variables = {
            **_VARIABLES,
            "HOME": who.home,
            "USER": who.name,
            "XDG_RUNTIME_DIR": f"/run/user/{who.number}",
            **({"DISPLAY": display, "QT_QPA_PLATFORM": "xcb"} if display else {}),
        }
        person = f"{who.number}:{who.number}"
        inside = ["chroot", f"--userspec={person}", "--groups=", str(self.folder)]
        return subprocess.Popen(  # noqa: S603 - commands of ours
            ["unshare", "--net", *inside, *_env(variables), *command],  # noqa: S607 - util-linux
            stdin=subprocess.PIPE,
            stdout=out,
            stderr=subprocess.STDOUT,
            text=True,
            encoding="utf-8",
        )

    def person(self, who: Person, *command: str, typed: str = "") -> tuple[int, str]:
        """Run ``command`` for somebody; give its exit code and all that it said."""
        with self.begin(who, *command, out=subprocess.PIPE) as process:
            said, _ = process.communicate(typed, timeout=PATIENCE)
        return process.returncode, said

    @contextmanager
    def read_only(self, *places: str) -> Iterator[None]:
        """Let nobody, not even root, write to ``places`` for a while."""
        folders = [self.place(place) for place in places]
        for folder in folders:
            run(["mount", "--bind", folder, folder])
            run(["mount", "-o", "remount,bind,ro", folder])
        try:
            yield
        finally:
            for folder in folders:
                run(["umount", folder])

    def marks(self) -> dict[str, Mark]:
        """Give a mark of every file and folder inside."""
        found: dict[str, Mark] = {}
        away = {self.folder / name for name in ("proc", "sys", "dev", "tmp/.X11-unix")}
        for folder, folders, names in os.walk(self.folder):
            at = Path(folder)
            folders[:] = [name for name in folders if at / name not in away]
            for name in (*folders, *names):
                found[str((at / name).relative_to(self.folder))] = _mark(at / name)
        return found


def changed(before: dict[str, Mark], after: dict[str, Mark]) -> set[str]:
    """Give the names of what is new, gone or not as it was."""
    return {name for name in before.keys() | after.keys() if before.get(name) != after.get(name)}


def _mark(path: Path) -> Mark:
    found = path.lstat()
    if path.is_dir() and not path.is_symlink():
        return Mark(found.st_mode, found.st_uid, 0, 0)
    return Mark(found.st_mode, found.st_uid, found.st_size, found.st_mtime_ns)


def _env(variables: dict[str, str]) -> list[str]:
    return ["env", "-i", *(f"{name}={value}" for name, value in variables.items())]


def _proxy() -> dict[str, str]:
    """Give the way to the source of Debian that apt of this system takes."""
    shown = run(["apt-config", "shell", "PROXY", "Acquire::http::Proxy"]).strip()
    named = shown.removeprefix("PROXY=").strip("'")
    kept = {name: os.environ[name] for name in ("http_proxy", "no_proxy") if name in os.environ}
    return {**kept, **({"http_proxy": named} if named else {})}
