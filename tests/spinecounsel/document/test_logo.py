"""A logo may be any file: what can be read becomes small and plain, all else a sentence."""

import io
import struct
import zlib

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from spinecounsel.document.logo import MOST_BYTES, NotALogo, read_logo
from tests.helpers.logos import drawn, filed, picture

BLUE = (0, 90, 140)


def read(file):
    return Image.open(io.BytesIO(read_logo(file)))


def noise(size):
    return Image.effect_noise(size, 100).convert("RGB")


@pytest.mark.parametrize(
    "file",
    [
        drawn(),
        filed(picture((40, 900))),
        filed(picture(mode="P", colour=3)),
        filed(picture(mode="I;16", colour=20_000)),
        filed(picture(mode="1", colour=0)),
        filed(picture((3000, 2000), "RGB", BLUE), "JPEG"),
        filed(picture(mode="CMYK", colour=(90, 20, 0, 40)), "JPEG"),
        filed(noise((1600, 1200))),
    ],
)
def test_whatever_is_brought_becomes_a_small_plain_png(file):
    made = read(file)
    assert (made.format, made.mode) == ("PNG", "RGB")
    assert made.width <= 560
    assert made.height <= 200
    assert len(read_logo(file)) <= 60_000
    assert read_logo(file) == read_logo(file)


def test_what_lets_the_paper_through_is_laid_on_white():
    made = read(filed(picture((60, 20), colour=(0, 0, 0, 102))))
    assert made.getpixel((30, 10)) == (153, 153, 153)


def test_a_photo_that_was_taken_sideways_stands_upright():
    exif = Image.Exif()
    exif[0x0112] = 6
    made = read(filed(picture((300, 100), "RGB", BLUE), "JPEG", exif=exif))
    assert made.height > made.width


def bomb():
    """A PNG of a few kilobytes that says it has 3,600 million points."""

    def chunk(kind, data):
        return (
            struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
        )

    head = struct.pack(">IIBBBBB", 60_000, 60_000, 8, 2, 0, 0, 0)
    data = zlib.compress(bytes(1_000_000))
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", data) + chunk(b"IEND", b"")


@pytest.mark.parametrize(
    ("file", "words"),
    [
        (b"", "neither a PNG nor a JPEG"),
        (b"<svg xmlns='http://www.w3.org/2000/svg'/>", "neither a PNG nor a JPEG"),
        (filed(picture(mode="P", colour=3), "GIF"), "neither a PNG nor a JPEG"),
        (filed(noise((300, 300)))[:5_000], "broken"),
        (filed(noise((300, 300)), "JPEG")[:5_000], "broken"),
        (b"\x89PNG\r\n\x1a\n", "broken"),
        (bomb(), "too many points"),
        (drawn() + bytes(MOST_BYTES), "too large"),
        (filed(picture(colour=(255, 255, 255, 255))), "Nothing of this picture is seen"),
        (filed(picture(colour=(0, 0, 0, 0))), "Nothing of this picture is seen"),
    ],
)
def test_what_cannot_be_used_is_told_in_a_sentence(file, words):
    with pytest.raises(NotALogo, match=words):
        read_logo(file)


@settings(max_examples=60, deadline=None)
@given(
    st.sampled_from([drawn(), filed(picture((90, 60), "RGB", BLUE), "JPEG")]),
    st.lists(st.tuples(st.floats(0.003, 0.999), st.integers(0, 255)), min_size=1, max_size=8),
)
def test_a_file_that_was_damaged_is_read_or_refused_and_nothing_else(file, damage):
    changed = bytearray(file)
    for place, byte in damage:
        changed[int(place * len(file))] = byte
    try:
        assert read(bytes(changed)).mode == "RGB"
    except NotALogo as error:
        assert str(error)  # noqa: PT017 - it may also be read
