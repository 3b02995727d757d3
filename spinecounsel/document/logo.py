"""The picture that stands for a clinic: read from any file that somebody brings, and drawn.

A file of any kind may be given, so only two well-known formats are tried, each by its own reader,
and neither its size nor its number of points is trusted.  What is kept is a small PNG of our own.
"""

import io
import warnings
from typing import TYPE_CHECKING

from spinecounsel.errors import UserError
from spinecounsel.wording import say

if TYPE_CHECKING:
    from PIL.Image import Image

MOST_BYTES = 8_000_000
"""Of the file that is brought."""
_MOST_POINTS = 24_000_000
_WIDEST, _HIGHEST = 560, 200  # points of the picture that is kept: 300 in an inch of paper
_MOST_KEPT = 60_000  # bytes: it lies in each record
_SMALLER = 0.8
_PNG, _JPEG = b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff"
_NEARLY_WHITE = 240  # of 255


class NotALogo(UserError):
    """A file holds no picture that can be used."""


def read_logo(file: bytes) -> bytes:
    """Give the picture in ``file`` as a small PNG without transparency.

    Raises:
        NotALogo: it is too large, of another kind, broken, or white on white paper.
    """
    if len(file) > MOST_BYTES:
        raise NotALogo(
            say(
                "This file is too large. Choose a picture of {n} MB at most.", n=MOST_BYTES // 10**6
            )
        )
    if not file.startswith((_PNG, _JPEG)):
        raise NotALogo(say("This is neither a PNG nor a JPEG picture. Save the logo as one first."))
    try:
        with warnings.catch_warnings():
            warnings.simplefilter(
                "ignore"
            )  # of what is odd in a file that can be read all the same
            picture = _on_white(_opened(file))
    except NotALogo:
        raise
    except Exception as error:  # whatever a broken file leads its reader to
        raise NotALogo(say("This picture is broken and cannot be read.")) from error
    if min(picture.convert("L").tobytes()) > _NEARLY_WHITE:
        raise NotALogo(say("Nothing of this picture is seen on white paper."))
    return _small(picture)


def _opened(file: bytes) -> "Image":
    """Read size and kind; the points themselves only where there are not too many."""
    from PIL.JpegImagePlugin import JpegImageFile
    from PIL.PngImagePlugin import PngImageFile

    reader = PngImageFile if file.startswith(_PNG) else JpegImageFile
    picture = reader(io.BytesIO(file))
    width, height = picture.size
    if width * height > _MOST_POINTS:
        raise NotALogo(
            say("This picture has too many points. Save it smaller first, 2,000 points wide say.")
        )
    picture.draft("RGB", (2 * _WIDEST, 2 * _HIGHEST))  # a JPEG is read no larger than needed
    return picture


def _on_white(picture: "Image") -> "Image":
    """Give the picture as it looks on paper, upright, no larger than it is kept."""
    from PIL import Image, ImageOps

    if picture.mode.startswith("I"):  # 16 bits a point, of which 8 are enough
        picture = picture.point(_eight_bits).convert("L")
    layered = ImageOps.exif_transpose(picture).convert("RGBA")
    paper = Image.new("RGBA", layered.size, "white")
    paper.alpha_composite(layered)
    flat = paper.convert("RGB")
    flat.thumbnail((_WIDEST, _HIGHEST), Image.Resampling.LANCZOS)
    return flat


def _eight_bits(value: float) -> float:
    return value / 256


def _small(picture: "Image") -> bytes:
    """Give it as a PNG that is not too large, smaller in points if it has to be."""
    from PIL import Image

    while True:
        out = io.BytesIO()
        picture.save(out, "PNG", optimize=True)
        if out.tell() <= _MOST_KEPT:
            return out.getvalue()
        width, height = (max(1, round(side * _SMALLER)) for side in picture.size)
        picture = picture.resize((width, height), Image.Resampling.LANCZOS)
