"""Recipes for Flatpak and AppImage: written out for who has the tools, not built here.

Flatpak fetches its runtime from Flathub and AppImage its own runtime from elsewhere; neither is
done by this program's build.
"""

import shutil
from pathlib import Path

from installer import desktop
from installer.bundle import NAME, Bundle
from installer.steps import fresh, say

_APP = "org.spinecounsel.SpineCounsel"


def write(made: Bundle) -> list[Path]:
    """Write both recipes, with what they need beside them, into ``dist/recipes-not-built``."""
    folder = fresh(made.out / "recipes-not-built")
    manifest = folder / f"{_APP}.yml"
    manifest.write_text(_flatpak())
    share = folder / "share"
    desktop.write(made, share, command=NAME)
    image = folder / "AppImage.txt"
    image.write_text(_appimage(made))
    shutil.copy(made.out / "THIRD-PARTY.txt", folder / "THIRD-PARTY.txt")
    say("  written out, marked as not built: Flatpak manifest, AppImage recipe")
    return [manifest, image]


def _flatpak() -> str:
    return f"""# Not built by build_installer.py: its runtime comes from Flathub.
#   flatpak-builder --install build {_APP}.yml
# No share=network: a Flatpak of this program cannot reach one.
app-id: {_APP}
runtime: org.freedesktop.Platform
runtime-version: '25.08'
sdk: org.freedesktop.Sdk
command: {NAME}
finish-args:
  - --socket=wayland
  - --socket=fallback-x11
  - --socket=cups
  - --share=ipc
  - --device=dri
  - --filesystem=xdg-documents
  - --filesystem=/media
modules:
  - name: {NAME}
    buildsystem: simple
    build-commands:
      - mkdir -p /app/lib /app/bin /app/share
      - cp -a {NAME} /app/lib/{NAME}
      - ln -s /app/lib/{NAME}/{NAME} /app/bin/{NAME}
      - cp -a share/. /app/share/
    sources:
      - type: dir
        path: ../../build/bundle
      - type: dir
        path: share
        dest: share
"""


def _appimage(made: Bundle) -> str:
    return f"""Not built by build_installer.py: its runtime is fetched from elsewhere.

1. mkdir -p SpineCounsel.AppDir/usr/lib
   cp -a ../../build/bundle/{NAME} SpineCounsel.AppDir/usr/lib/
2. cp -a share SpineCounsel.AppDir/usr/
3. cp share/applications/{NAME}.desktop SpineCounsel.AppDir/
   cp share/icons/hicolor/256x256/apps/{NAME}.png SpineCounsel.AppDir/
4. printf '#!/bin/sh\\nexec "$APPDIR/usr/lib/{NAME}/{NAME}" "$@"\\n' > SpineCounsel.AppDir/AppRun
   chmod 755 SpineCounsel.AppDir/AppRun
5. appimagetool SpineCounsel.AppDir SpineCounsel-{made.version}-x86_64.AppImage
"""
