"""Where things lie: what the program brings with it, and what a person keeps."""

import os
import sys
from pathlib import Path

HOME_VARIABLE = "SPINECOUNSEL_HOME"
VAULT = "consultations.vault"
"""The name of the vault in the folder of data."""

_FOLDER = "SpineCounsel"
_ON_LINUX = sys.platform.startswith("linux")
_PACKAGE = Path(__file__).resolve().parent


def resources_folder() -> Path:
    """Give the folder of content, fonts, wording and theme: in a checkout as when installed."""
    inside = _PACKAGE / "resources"
    return inside if inside.is_dir() else _PACKAGE.parent / "resources"


def fonts_folder() -> Path:
    """Give the folder of the bundled fonts."""
    return resources_folder() / "fonts"


def content_folder() -> Path:
    """Give the folder that holds one folder per content pack."""
    return resources_folder() / "content"


def data_folder() -> Path:
    """Give the folder where vaults and settings lie; it need not exist yet.

    The variable ``SPINECOUNSEL_HOME`` names another one; else it is the place that the system
    keeps for the data of one person's programs.
    """
    chosen = os.environ.get(HOME_VARIABLE, "").strip()
    if chosen:
        return Path(chosen).expanduser().absolute()
    if _ON_LINUX:  # the same place as from platformdirs, which takes long to import
        named = Path(os.environ.get("XDG_DATA_HOME", "").strip())
        base = named if named.is_absolute() else Path.home() / ".local" / "share"
        return base / _FOLDER
    import platformdirs

    return platformdirs.user_data_path(_FOLDER, appauthor=False)
