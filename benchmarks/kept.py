"""What was measured, as a file beside the report, so that one part alone can be measured anew."""

import json
from pathlib import Path
from typing import NamedTuple

from benchmarks.lines import Curve, Line, Result

FILE = "performance.json"


class Measured(NamedTuple):
    """One part as it was measured: when, how busy the machine was, lines, curves and remarks."""

    when: str
    load: str
    results: tuple[Result, ...]

    @property
    def lines(self) -> tuple[Line, ...]:
        """Give the lines of the table."""
        return tuple(each for each in self.results if isinstance(each, Line))

    @property
    def curves(self) -> tuple[Curve, ...]:
        """Give the curves of the picture."""
        return tuple(each for each in self.results if isinstance(each, Curve))


def read(file: Path) -> dict[str, Measured]:
    """Give what ``file`` holds, part by part; nothing where there is no such file."""
    if not file.exists():
        return {}
    return {name: _decoded(part) for name, part in json.loads(file.read_text("utf-8")).items()}


def write(file: Path, parts: dict[str, Measured]) -> None:
    """Keep ``parts`` in ``file``."""
    text = json.dumps({name: _encoded(part) for name, part in parts.items()}, indent=1)
    file.write_text(text + "\n", encoding="utf-8")


def _encoded(part: Measured) -> dict[str, object]:
    return {
        "when": part.when,
        "load": part.load,
        "lines": [line._asdict() for line in part.lines],
        "curves": [curve._asdict() for curve in part.curves],
    }


def _decoded(part: dict[str, object]) -> Measured:
    lines, curves = part["lines"], part["curves"]
    assert isinstance(lines, list)  # noqa: S101 - written above
    assert isinstance(curves, list)  # noqa: S101 - written above
    results = (
        *(Line(**each) for each in lines),
        *(Curve(**{**each, "points": tuple(map(tuple, each["points"]))}) for each in curves),
    )
    return Measured(str(part["when"]), str(part["load"]), results)
