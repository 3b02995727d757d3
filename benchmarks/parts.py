"""The parts of the benchmark: what each measures, and what stands beside it."""

import importlib
from collections.abc import Callable, Iterator
from typing import NamedTuple

from benchmarks.asked import Asked
from benchmarks.lines import Line, Result


class Part(NamedTuple):
    """One part: its title, what its numbers are, and the function that measures.

    The function stands as ``module:name``, so that no part loads what another one needs.
    """

    title: str
    words: str
    function: str

    def results(self, asked: Asked) -> Iterator[Result]:
        """Measure, and give each line and curve as it comes."""
        module, _, name = self.function.partition(":")
        measure: Callable[[Asked], Iterator[Result]] = getattr(
            importlib.import_module(module), name
        )
        yield from measure(asked)


PARTS = {
    "start": Part(
        "Start",
        "From the command to the painted unlock page, each start a process of its own; beside it, "
        "by turns, a bare PySide6 window with one label.",
        "benchmarks.parts:start",
    ),
    "pages": Part(
        "Pages",
        "From an input to the painted frame, offscreen, in the real window with the shipped "
        "content and four options: median and worst of 200 inputs; beside it an empty page of "
        "the same size.",
        "benchmarks.paint:of_pages",
    ),
    "pictographs": Part(
        "Pictographs and what else is drawn",
        "From a change to the painted frame, as above.",
        "benchmarks.paint:of_pictures",
    ),
    "paper": Part(
        "Paper, seal and check",
        "Documents of the metastasis example, the largest; beside them the same content by "
        "others, and pyHanko's own signing and validation.",
        "benchmarks.paper:results",
    ),
    "vault": Part(
        "Vault",
        "Beside it the same SQLCipher build without a key: raw SQL, the same tables and "
        'settings. "CPU only" leaves the disk out.',
        "benchmarks.vault:results",
    ),
    "stalls": Part(
        "A whole demonstration under the watchdog",
        "Both example cases, played by clicks and keys without pictures, several times; medians. "
        "A turn is what the event loop does before it can take the next input. Time in which its "
        "thread was ready and the machine gave it no processor is left out; the worst is by the "
        "clock. Turns of more than 25 ms are looked at, and the longest named, with where they "
        "were.",
        "benchmarks.stalls:results",
    ),
}


def start(asked: Asked) -> Iterator[Line]:
    """Give the lines of the start."""
    from benchmarks import start as starting

    yield from starting.lines(rounds=asked.rounds or (2 if asked.quick else 15))
