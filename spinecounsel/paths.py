"""Where things lie: what the program brings with it, and what a person keeps."""

import os
from pathlib import Path

import platformdirs

HOME_VARIABLE = "SPINECOUNSEL_HOME"
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
    return platformdirs.user_data_path("SpineCounsel", appauthor=False)
