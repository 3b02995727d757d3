"""Draws the program's picture in every size and format that systems want."""

import sys
from pathlib import Path

from PIL import Image
from PySide6.QtCore import QSize
from PySide6.QtWidgets import QApplication

from ui.theme.theme import theme
from ui.widgets.icons import icon

_SIDE = (164, 314)
SIZES = (16, 24, 32, 48, 64, 128, 256, 512)


def main(folder: Path) -> None:
    """Write PNG files for each size, ``spinecounsel.ico``, ``.icns``, and what the setup shows."""
    app = QApplication(["icons"])
    theme().apply(app, scheme="light", text_scale=1.0)
    folder.mkdir(parents=True, exist_ok=True)
    for size in SIZES:
        pixmap = icon("brand").pixmap(QSize(size, size), 1.0)
        if not pixmap.save(str(folder / f"spinecounsel-{size}.png")):
            raise SystemExit(f"{folder} does not take the pictures")
    with Image.open(folder / "spinecounsel-256.png") as largest:
        largest.save(folder / "spinecounsel.ico", sizes=[(n, n) for n in SIZES if n <= 256])
    with Image.open(folder / "spinecounsel-512.png") as largest:
        largest.save(folder / "spinecounsel.icns")
    with Image.open(folder / "spinecounsel-128.png") as picture:
        _beside(picture.convert("RGBA")).save(folder / "spinecounsel-setup.bmp")


def _beside(picture: Image.Image) -> Image.Image:
    """Give what stands at the side of the setup program for Windows: the picture, on its colour."""
    width, height = _SIDE
    ground = picture.getpixel((picture.width // 2, 4))
    side = Image.new("RGBA", _SIDE, ground)
    side.alpha_composite(picture, ((width - picture.width) // 2, height // 5))
    return side.convert("RGB")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
