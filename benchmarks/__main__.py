"""``python -m benchmarks [PART ...]``: how fast it all is, beside its floor or peer in one run.

Without a part, all are measured and ``docs/performance.md`` is written, with its picture.  Each
part has a process of its own.  It ends well however slow something is; with ``--check`` only when
nothing is over its limit.
"""

import argparse
import datetime as dt
import os
import subprocess
import sys
import tempfile
from pathlib import Path

from benchmarks import kept, report
from benchmarks.asked import Asked, say
from benchmarks.kept import Measured
from benchmarks.lines import HEADING, Line, Result
from benchmarks.parts import PARTS

ROOT = Path(__file__).resolve().parents[1]
FAILED = 3


def main() -> int:
    """Measure what is asked for and print it; 1 only with ``--check`` and where something is over.

    3 when a part could not be measured.
    """
    asked = arguments()
    if asked.to:
        measure(asked.parts[0], asked)
        return 0
    names = asked.parts or list(PARTS)
    with tempfile.TemporaryDirectory() as folder:
        each = {name: apart(name, Path(folder) / name) for name in names}
    measured = {name: part for name, part in each.items() if part is not None}
    lines = tuple(line for part in measured.values() for line in part.lines)
    over = [line for line in lines if line.over]
    say(f"\n{len(over)} over, of {sum(line.limited for line in lines)} with a limit")
    for name in report.unexplained(lines, report.reasons()):
        say(f"no reason is kept in benchmarks/reasons.toml: {name.strip()}")
    if asked.write or not (asked.parts or asked.quick):
        publish(measured, asked.out)
    if len(measured) < len(names):
        return FAILED
    return 1 if asked.check and over else 0


def arguments() -> argparse.Namespace:
    """Give what was asked on the command line."""
    parser = argparse.ArgumentParser(prog="dev.py bench", description=(__doc__ or "")[:102])
    parser.add_argument("parts", nargs="*", metavar="PART", help=", ".join(PARTS))
    parser.add_argument("--quick", action="store_true", help="only try that all works; few rounds")
    parser.add_argument("--check", action="store_true", help="end with 1 where something is over")
    parser.add_argument("--rounds", type=int, default=0, help="rounds for each")
    parser.add_argument("--only", default="", help="only what has this in its name")
    parser.add_argument("--folder", type=Path, help="where to put the vaults that are timed")
    parser.add_argument("--write", action="store_true", help="write the report for one part too")
    parser.add_argument("--out", type=Path, default=ROOT / "docs", help="folder of the report")
    parser.add_argument("--to", type=Path, help=argparse.SUPPRESS)
    asked = parser.parse_args()
    if unknown := [name for name in asked.parts if name not in PARTS]:
        parser.error(f"there is no part {unknown[0]}; there are {', '.join(PARTS)}")
    return asked


def apart(name: str, to: Path) -> Measured | None:
    """Measure one part in a process of its own, which prints; None when it failed."""
    say(f"\n{name}: {PARTS[name].title.lower()}\n{HEADING}")
    command = [sys.executable, "-m", "benchmarks", *sys.argv[1:], "--to", str(to)]
    command = [each for each in command if each not in PARTS]
    command.append(name)
    env = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    code = subprocess.run(command, cwd=ROOT, env=env, check=False).returncode  # noqa: S603 - our own
    if code:
        say(f"{name} could not be measured")
        return None
    return kept.read(to)[name]


def measure(name: str, asked: argparse.Namespace) -> None:
    """Measure one part in this process, print each line as it comes, and keep all."""
    from benchmarks import machine

    when = f"{dt.datetime.now().astimezone():%Y-%m-%d %H:%M}"
    load = machine.load()
    wanted = Asked(asked.quick, asked.rounds, asked.only, asked.folder)
    results: list[Result] = []
    for result in PARTS[name].results(wanted):
        results.append(result)
        if isinstance(result, Line):
            say(result.text())
    kept.write(asked.to, {name: Measured(when, load, tuple(results))})


def publish(measured: dict[str, Measured], out: Path) -> None:
    """Write the report and its picture; parts that were not measured now stay as they were."""
    from benchmarks import chart, machine
    from benchmarks.paint import dressed

    out.mkdir(parents=True, exist_ok=True)
    found = kept.read(out / kept.FILE) | measured
    parts = {name: found[name] for name in PARTS if name in found}
    kept.write(out / kept.FILE, parts)
    text = "\n".join(report.text(parts, machine.facts(), report.reasons()))
    (out / report.FILE).write_text(text + "\n", encoding="utf-8")
    dressed()
    curves = [curve for part in parts.values() for curve in part.curves]
    if curves:
        chart.draw(curves, out / report.PICTURE)
    say(f"written: {out / report.FILE}")


if __name__ == "__main__":
    raise SystemExit(main())
