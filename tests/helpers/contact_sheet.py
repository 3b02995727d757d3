"""All pages of both example cases in every look, as one picture each: ``docs/contact-sheet-*.jpg``.

Make them anew after every change to the screen, and look at them:
    python -m tests.helpers.contact_sheet [FOLDER FOR THE FULL PICTURES]

The pictures of the manual are made from the same plays (``tests.helpers.manual_pictures``).
"""

import sys
import tempfile
from pathlib import Path

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QFont, QImage, QPainter
from PySide6.QtWidgets import QApplication

from tests.helpers import manual_pictures
from tests.helpers.demonstrations import EXAMPLES, played
from ui.demonstration.player import LOOKS

DOCS = EXAMPLES.parents[1] / "docs"
WIDTH, HEIGHT, GAP, CAPTION = 480, 270, 12, 24
QUALITY = 82


def sheet_of(folder: Path) -> QImage:
    """Put the pictures of ``folder`` side by side: a row a step, a column a look."""
    names = sorted(each.stem for each in folder.glob("[0-9][0-9]-*.png"))
    steps = [name for name in names if f"{name}{LOOKS[1].ending}" in names]
    size = (
        GAP + (WIDTH + GAP) * len(LOOKS),
        GAP + (HEIGHT + CAPTION + GAP) * len(steps),
    )
    sheet = QImage(*size, QImage.Format.Format_RGB32)
    sheet.fill(QColor("#808080"))
    painter = QPainter(sheet)
    painter.setFont(QFont("Atkinson Hyperlegible Next", 10))
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
    for row, step in enumerate(steps):
        top = GAP + row * (HEIGHT + CAPTION + GAP)
        for column, look in enumerate(LOOKS):
            left = GAP + column * (WIDTH + GAP)
            picture = QImage(str(folder / f"{step}{look.ending}.png"))
            painter.drawText(QRectF(left, top, WIDTH, CAPTION), f"{step}{look.ending}")
            place = QRectF(left, top + CAPTION, WIDTH, HEIGHT)
            scaled = picture.scaled(
                WIDTH,
                HEIGHT,
                Qt.AspectRatioMode.KeepAspectRatio,
                Qt.TransformationMode.SmoothTransformation,
            )
            painter.drawImage(place.topLeft(), scaled)
    painter.end()
    return sheet


def make(full: Path) -> None:
    """Play both cases into ``full`` and write a contact sheet of each."""
    DOCS.mkdir(exist_ok=True)
    for case in sorted(EXAMPLES.glob("*.toml")):
        out = full / case.stem
        code, _, failed = played(out, case, "--every-look")
        if code:
            raise SystemExit(failed)
        sheet_of(out).save(str(DOCS / f"contact-sheet-{case.stem}.jpg"), quality=QUALITY)
        if case == manual_pictures.CASE:
            manual_pictures.make(out)


if __name__ == "__main__":
    application = QApplication(sys.argv[:1])
    if len(sys.argv) > 1:
        make(Path(sys.argv[1]))
    else:
        with tempfile.TemporaryDirectory() as folder:
            make(Path(folder))
