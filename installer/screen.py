"""A screen that is in memory, and pictures of it."""

import struct
import subprocess
import time
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from installer.steps import Stop, fresh

_SIZE = "1366x768x24"
_EVERY = 0.5  # seconds between two looks
_BLACK = b"\0\0\0"


class Picture:
    """What the screen shows at one moment."""

    def __init__(self, dumped: bytes) -> None:
        # an XWD file: 25 numbers, more of no use here, a palette, and four bytes for each point
        head = struct.unpack(">25I", dumped[:100])
        self._width, self._height, stride, colours = head[4], head[5], head[12], head[19]
        start = head[0] + 12 * colours
        points = dumped[start : start + stride * self._height]
        rows = (points[n * stride : n * stride + 4 * self._width] for n in range(self._height))
        self.rows = [_rgb(row) for row in rows]

    @property
    def covered(self) -> float:
        """The share of points that are not as black as a screen on which nothing is."""
        points = [row[n : n + 3] for row in self.rows[::8] for n in range(0, len(row), 24)]
        return sum(point != _BLACK for point in points) / len(points)

    @property
    def colours(self) -> int:
        """How many colours there are."""
        return len({row[n : n + 3] for row in self.rows for n in range(0, len(row), 3)})

    def write(self, file: Path) -> None:
        """Write it as PNG."""
        file.parent.mkdir(parents=True, exist_ok=True)
        head = struct.pack(">IIBBBBB", self._width, self._height, 8, 2, 0, 0, 0)
        body = zlib.compress(b"".join(b"\0" + row for row in self.rows), 6)
        chunks = ((b"IHDR", head), (b"IDAT", body), (b"IEND", b""))
        file.write_bytes(b"\x89PNG\r\n\x1a\n" + b"".join(_chunk(*each) for each in chunks))


class Screen:
    """The screen, and by which name programs find it."""

    def __init__(self, display: str, memory: Path) -> None:
        self.display = display
        self._memory = memory

    def picture(self) -> Picture:
        """Take a picture."""
        return Picture(self._memory.read_bytes())

    def settled(
        self, window: subprocess.Popen[str], patience: float, unlike: Picture | None = None
    ) -> Picture:
        """Wait until something covers the screen and stands still; give a picture of that.

        A window may show one page and then another: what is ``unlike`` that picture is waited for.

        Raises:
            Stop: nothing came in time, or the program of the window ended.
        """
        until = time.monotonic() + patience
        before: Picture | None = None
        while time.monotonic() < until and window.poll() is None:
            now = self.picture()
            stands = before is not None and now.rows == before.rows
            if stands and now.covered > 0.9 and (unlike is None or now.rows != unlike.rows):
                return now
            before = now
            time.sleep(_EVERY)  # noqa: TID251 - the screen tells nobody when it changes
        raise Stop("No window came to stand on the screen.")


@contextmanager
def screen(work: Path) -> Iterator[Screen]:
    """Have a screen for a while."""
    folder = fresh(work)
    command = ["Xvfb", "-displayfd", "1", "-screen", "0", _SIZE, "-fbdir", str(folder)]
    with subprocess.Popen(  # noqa: S603 - a fixed command
        [*command, "-nolisten", "tcp", "-nolisten", "local"],
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    ) as process:
        number = process.stdout.readline().strip() if process.stdout else ""
        try:
            if not number:
                raise Stop("Xvfb does not start.")
            yield Screen(f":{number}", folder / "Xvfb_screen0")
        finally:
            process.terminate()


def _rgb(row: bytes) -> bytes:
    turned = bytearray(len(row) // 4 * 3)
    turned[0::3], turned[1::3], turned[2::3] = row[2::4], row[1::4], row[0::4]
    return bytes(turned)


def _chunk(kind: bytes, body: bytes) -> bytes:
    return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))
