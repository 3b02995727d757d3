"""Build what a clinic installs: one command, no manual step.

python3 build_installer.py              everything that can be built on this system
python3 build_installer.py TARGET...    only these: deb, run; exe, msi (Windows); dmg (macOS)
python3 build_installer.py rehearse     the scripts for Windows, compiled here with Linux files
python3 build_installer.py recipes      recipes for Flatpak and AppImage, written out, not built
python3 build_installer.py installed    the package for Debian, tried by people in a fresh Debian
python3 build_installer.py twice        the same package two times; says what is not the same

The results lie in ``dist``, with THIRD-PARTY.txt, an SBOM and SHA-256 sums.  Two builds of one
commit on one system give the same files.  Exit code 3: a target cannot be built on this system.
"""

import argparse
import sys
from collections.abc import Callable
from pathlib import Path

from installer import (
    bundle,
    debian,
    installed,
    macos,
    papers,
    recipes,
    rehearsal,
    selfextract,
    twice,
    windows,
)
from installer.steps import CannotBuildHere, Stop, say

ROOT = Path(__file__).resolve().parent
CANNOT_BUILD_HERE = 3
Builder = Callable[[bundle.Bundle], list[Path]]
TARGETS: dict[str, tuple[str, Builder]] = {
    "deb": ("linux", debian.build),
    "run": ("linux", selfextract.build),
    "exe": ("win32", windows.build_setup),
    "msi": ("win32", windows.build_msi),
    "dmg": ("darwin", macos.build),
}
OTHERS: dict[str, Builder] = {
    "rehearse": rehearsal.rehearse,
    "recipes": recipes.write,
    "installed": installed.try_out,
    "twice": twice.compare,
}


def main(arguments: list[str] | None = None) -> int:
    """Build what was asked for; give the exit code."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n", 1)[0])
    parser.add_argument("targets", nargs="*", metavar="TARGET", help=", ".join([*TARGETS, *OTHERS]))
    asked = parser.parse_args(arguments).targets
    unknown = [name for name in asked if name not in TARGETS and name not in OTHERS]
    if unknown:
        parser.error(f"unknown: {', '.join(unknown)}")
    try:
        return _build(asked or [name for name, (system, _) in TARGETS.items() if _is_here(system)])
    except CannotBuildHere as reason:
        say(str(reason))
        return CANNOT_BUILD_HERE
    except Stop as reason:
        say(str(reason))
        return 1


def _build(names: list[str]) -> int:
    for name in names:
        system = TARGETS[name][0] if name in TARGETS else sys.platform
        if not _is_here(system):
            raise CannotBuildHere(f"{name} can only be built on {_SYSTEMS[system]}.")
    if "installed" in names:
        installed.possible()
    made = bundle.build(ROOT)
    files = papers.write(made)
    for name in names:
        builder = TARGETS[name][1] if name in TARGETS else OTHERS[name]
        say(f"{name} ...")
        files += builder(made)
    papers.write_sums(made.out, files)
    for file in files:
        say(f"  {file.relative_to(ROOT)}  {file.stat().st_size / 1e6:.1f} MB")
    return 0


_SYSTEMS = {"linux": "Linux", "win32": "Windows", "darwin": "macOS"}


def _is_here(system: str) -> bool:
    return sys.platform.startswith(system)


if __name__ == "__main__":
    raise SystemExit(main())
