"""The bundled fonts."""

from PySide6.QtGui import QFontDatabase

from spinecounsel.paths import fonts_folder


def load_fonts(first_family: str) -> None:
    """Make the bundled fonts known, unless ``first_family`` is known already.

    ``FileNotFoundError`` when a font file cannot be read: without it text would be cut.
    """
    if first_family in QFontDatabase.families():
        return
    for file in sorted(fonts_folder().glob("*.ttf")):
        if QFontDatabase.addApplicationFont(str(file)) < 0:
            raise FileNotFoundError(file.name)
