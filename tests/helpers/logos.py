"""Logos as people bring them, and one that was read."""

import io
from functools import cache

from PIL import Image, ImageDraw

from spinecounsel.document.logo import read_logo
from spinecounsel.record.clinic import Clinic


def picture(size=(600, 200), mode="RGBA", colour=(0, 90, 140, 128)):
    """A picture of one colour."""
    return Image.new(mode, size, colour)


def filed(made, kind="PNG", **more):
    """A picture as a file."""
    out = io.BytesIO()
    made.save(out, kind, **more)
    return out.getvalue()


@cache
def drawn():
    """A file with a disc on a ground that lets the paper through."""
    made = Image.new("RGBA", (900, 300))
    ImageDraw.Draw(made).ellipse((20, 20, 280, 280), fill=(0, 90, 140, 200))
    return filed(made)


@cache
def clinic(**changes):
    """A clinic that says all of itself."""
    fields = {
        "name": "Klinik Süd, Łódź",
        "logo": read_logo(drawn()),
        "jurisdiction": "Example State",
        "confirm_after": 60,
    }
    return Clinic(**(fields | changes))
