"""Recipes for Flatpak and AppImage: written out for who has the tools, not built here.

Flatpak fetches its runtime from Flathub and AppImage its own runtime from elsewhere; neither is
done by this program's build.
"""

import json
import shutil
from pathlib import Path

from installer import desktop
from installer.bundle import NAME, Bundle
from installer.steps import fresh, say

APP = "org.spinecounsel.SpineCounsel"
NOT_BUILT = "Not built by build_installer.py, and not tried"
# No share=network: a Flatpak of this program cannot reach one.
_MANIFEST = {
    "x-note": f"{NOT_BUILT}: its runtime comes from Flathub. "
    f"flatpak-builder --user --install build {APP}.json",
    "id": APP,
    "runtime": "org.kde.Platform",  # its libraries of the system are those that Qt asks for
    "runtime-version": "6.10",
    "sdk": "org.kde.Sdk",
    "command": NAME,
    "rename-desktop-file": f"{NAME}.desktop",
    "rename-icon": NAME,
    "finish-args": [
        "--socket=wayland",
        "--socket=fallback-x11",
        "--socket=cups",
        "--share=ipc",
        "--device=dri",
        "--filesystem=xdg-documents",
        "--filesystem=/media",
        "--filesystem=/run/media",
        "--system-talk-name=org.freedesktop.login1",
    ],
    # the program that starts has its modules behind it, and would lose them
    "build-options": {"strip": False, "no-debuginfo": True},
    "modules": [
        {
            "name": NAME,
            "buildsystem": "simple",
            "build-commands": [
                "mkdir -p /app/lib /app/bin /app/share",
                f"cp -a {NAME} /app/lib/{NAME}",
                f"ln -s /app/lib/{NAME}/{NAME} /app/bin/{NAME}",
                "cp -a share/. /app/share/",
                # what does not bear the name of the application is not shown outside
                f"cd /app/share/mime/packages && mv {NAME}.xml {APP}.xml",
                f"install -Dm644 THIRD-PARTY.txt /app/share/licenses/{APP}/THIRD-PARTY.txt",
            ],
            "sources": [
                {"type": "dir", "path": "../../build/bundle"},
                {"type": "dir", "path": "share", "dest": "share"},
                {"type": "file", "path": "THIRD-PARTY.txt"},
            ],
        }
    ],
}
_IMAGE = f"""#!/bin/sh
# {NOT_BUILT}: its runtime is fetched from elsewhere by appimagetool.
# Start it in this folder, with appimagetool at hand.
set -eu
app=SpineCounsel.AppDir
mkdir -p $app/usr/lib
cp -a ../../build/bundle/{NAME} $app/usr/lib/
cp -a share $app/usr/
cp THIRD-PARTY.txt share/applications/{NAME}.desktop $app/
cp share/icons/hicolor/256x256/apps/{NAME}.png $app/
cat >$app/AppRun <<'END'
#!/bin/sh
exec "$APPDIR/usr/lib/{NAME}/{NAME}" "$@"
END
chmod 755 $app/AppRun
exec appimagetool $app SpineCounsel-@VERSION@-x86_64.AppImage
"""


def write(made: Bundle) -> list[Path]:
    """Write both recipes, with what they need beside them, into ``dist/recipes-not-built``."""
    folder = fresh(made.out / "recipes-not-built")
    manifest = folder / f"{APP}.json"
    manifest.write_text(json.dumps(_MANIFEST, indent=2) + "\n")
    desktop.write(made, folder / "share", command=NAME)
    image = folder / "appimage.sh"
    image.write_text(_IMAGE.replace("@VERSION@", made.version))
    shutil.copy(made.out / "THIRD-PARTY.txt", folder)
    say("  written out, marked as not built: Flatpak manifest, AppImage recipe")
    return [manifest, image]
