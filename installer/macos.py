"""macOS: an application in a disk image, signed and notarised where an identity is named.

PyInstaller puts the application together and signs it (spinecounsel.spec); without an identity it
signs for this computer alone.
"""

import os
import plistlib
import shutil
from pathlib import Path

from installer.bundle import NAME, Bundle, platform_tag
from installer.steps import fresh, needed, run

APP = "SpineCounsel.app"
IDENTITY, PROFILE = "MACOS_IDENTITY", "MACOS_NOTARY_PROFILE"
_BACKUP = "org.spinecounsel.backup"


def _opens(name: str, kind: str, rank: str) -> dict[str, object]:
    return {
        "CFBundleTypeName": name,
        "CFBundleTypeRole": "Viewer",
        "LSHandlerRank": rank,
        "LSItemContentTypes": [kind],
    }


# what stands in the application's Info.plist, beside what PyInstaller writes
INFORMATION: dict[str, object] = {
    "CFBundleDisplayName": "SpineCounsel",
    "LSMinimumSystemVersion": "13.0",
    "NSHighResolutionCapable": True,
    "UTExportedTypeDeclarations": [
        {
            "UTTypeIdentifier": _BACKUP,
            "UTTypeDescription": "SpineCounsel backup",
            "UTTypeConformsTo": ["public.data"],
            "UTTypeTagSpecification": {"public.filename-extension": ["spinebackup"]},
        }
    ],
    "CFBundleDocumentTypes": [
        _opens("SpineCounsel backup", _BACKUP, "Owner"),
        # to check it; what opens PDF files stays what it was
        _opens("PDF", "com.adobe.pdf", "Alternate"),
    ],
}
# cffi makes code while the program runs, as Apple's own list of exceptions allows
_ALLOWED = {"com.apple.security.cs.allow-unsigned-executable-memory": True}


def entitlements(work: Path) -> str | None:
    """Give a file of what a signed program is allowed; nothing where nobody signs."""
    if not os.environ.get(IDENTITY):
        return None
    file = work / "entitlements.plist"
    file.write_bytes(plistlib.dumps(_ALLOWED))
    return str(file)


def build(made: Bundle) -> list[Path]:
    """Build ``spinecounsel-<version>-macos-<processor>.dmg``."""
    work = fresh(made.work / "dmg")
    shutil.copytree(made.folder.parent / APP, work / APP, symlinks=True)
    shutil.copy(made.out / "THIRD-PARTY.txt", work)
    (work / "Applications").symlink_to("/Applications")
    file = made.out / f"{NAME}-{made.version}-{platform_tag()}.dmg"
    image = [needed("hdiutil", "macOS"), "create", "-volname", "SpineCounsel"]
    run([*image, "-srcfolder", work, "-format", "UDZO", "-ov", file])
    _notarise(file)
    return [file]


def _notarise(file: Path) -> None:
    profile = os.environ.get(PROFILE)
    if profile:
        run(["xcrun", "notarytool", "submit", file, "--keychain-profile", profile, "--wait"])
        run(["xcrun", "stapler", "staple", file])
