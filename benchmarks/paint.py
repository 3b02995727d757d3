"""``python -m benchmarks.paint``: how long from an input to the painted frame.

For every page of the real window and every drawn widget, offscreen: the median and the worst of 200
inputs, and how many times as long as an empty page of the same size takes in the same run.  It ends
well however slow something is; with ``--check`` only when nothing is over.
"""

import argparse
import os
import sys
from itertools import chain

from PySide6.QtWidgets import QApplication

from benchmarks import pages, widgets
from benchmarks.timing import HEADING, MEDIAN_MS, WORST_MS, empty_page, measured
from ui.theme.theme import theme

ROUNDS = 200
SIZE = (1366, 768)


def main() -> int:
    """Measure and print; 1 only with ``--check`` and where something is over."""
    asked = arguments()
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    app = QApplication(sys.argv[:1])
    theme().apply(app, scheme="light", text_scale=asked.text_scale)
    empty = empty_page(SIZE)
    say(HEADING)
    results = []
    for subject in chain(widgets.subjects(SIZE), pages.subjects(SIZE)):
        if asked.only in subject.name:
            results.append(measured(subject, empty, asked.rounds))
            say(results[-1].line())
    over = sum(result.over for result in results)
    say(f"over {MEDIAN_MS:g} ms (median) or {WORST_MS:g} ms (worst): {over} of {len(results)}")
    return 1 if asked.check and over else 0


def arguments() -> argparse.Namespace:
    """Give what was asked on the command line."""
    parser = argparse.ArgumentParser(prog="benchmarks.paint", description=(__doc__ or "")[:80])
    parser.add_argument("--check", action="store_true", help="end with 1 where something is over")
    parser.add_argument("--rounds", type=int, default=ROUNDS, help="inputs for each (200)")
    parser.add_argument("--only", default="", help="only what has this in its name")
    parser.add_argument("--text-scale", type=float, default=1.0, help="size of text (1.0 to 2.0)")
    return parser.parse_args()


def say(line: str) -> None:
    """Print one line at once."""
    sys.stdout.write(line + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    raise SystemExit(main())
