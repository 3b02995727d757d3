"""macOS: an application in a disk image, signed and notarised where an identity is named."""

import os
import plistlib
import shutil
from pathlib import Path

from installer.bundle import NAME, Bundle, platform_tag
from installer.steps import fresh, needed, run

IDENTITY, PROFILE = "MACOS_IDENTITY", "MACOS_NOTARY_PROFILE"


def build(made: Bundle) -> list[Path]:
    """Build ``spinecounsel-<version>-macos-<processor>.dmg``."""
    work = fresh(made.work / "dmg")
    app = work / "SpineCounsel.app" / "Contents"
    (app / "Resources").mkdir(parents=True)
    shutil.copytree(made.folder, app / "MacOS", symlinks=True)
    shutil.copy(made.icons / f"{NAME}.icns", app / "Resources" / f"{NAME}.icns")
    shutil.copy(made.out / "THIRD-PARTY.txt", app / "Resources" / "THIRD-PARTY.txt")
    (app / "Info.plist").write_bytes(plistlib.dumps(information(made)))
    _sign(work / "SpineCounsel.app")
    (work / "Applications").symlink_to("/Applications")
    file = made.out / f"{NAME}-{made.version}-{platform_tag()}.dmg"
    run(
        [
            *(needed("hdiutil", "macOS"), "create", "-volname", "SpineCounsel", "-srcfolder", work),
            *("-format", "UDZO", "-ov", file),
        ]
    )
    _notarise(file)
    return [file]


def information(made: Bundle) -> dict[str, object]:
    """Give the Info.plist of the application."""
    return {
        "CFBundleName": "SpineCounsel",
        "CFBundleDisplayName": "SpineCounsel",
        "CFBundleIdentifier": "org.spinecounsel.app",
        "CFBundleVersion": made.version,
        "CFBundleShortVersionString": made.version,
        "CFBundleExecutable": NAME,
        "CFBundleIconFile": f"{NAME}.icns",
        "CFBundlePackageType": "APPL",
        "LSMinimumSystemVersion": "13.0",
        "NSHighResolutionCapable": True,
    }


def _sign(app: Path) -> None:
    identity = os.environ.get(IDENTITY, "-")  # "-" signs for this computer alone
    run(
        [
            needed("codesign", "macOS"),
            "--force",
            "--deep",
            "--options",
            "runtime",
            "-s",
            identity,
            app,
        ]
    )


def _notarise(file: Path) -> None:
    profile = os.environ.get(PROFILE)
    if profile:
        run(["xcrun", "notarytool", "submit", file, "--keychain-profile", profile, "--wait"])
        run(["xcrun", "stapler", "staple", file])
