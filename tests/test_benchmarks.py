import subprocess
import sys
import time
from pathlib import Path

import pytest

from benchmarks import __main__ as command
from benchmarks import kept, report, watchdog
from benchmarks.kept import Measured
from benchmarks.lines import Curve, Line
from benchmarks.parts import PARTS
from benchmarks.stalls import places
from benchmarks.watchdog import Turn, Watchdog
from benchmarks.watched_play import Play

ROOT = Path(__file__).resolve().parents[1]
SLOW = Line("a slow thing", 30.0, 10.0, most=2.0)
QUICK = Line("a quick thing", 5.0, 10.0, most=2.0, most_own=6.0, worst=7.0, most_worst=8.0)
CURVE = Curve("a list", "first page", "records", ((10, 1.0), (100, 1.5)))
PART = Measured("2026-11-26 10:00", "0.1", (SLOW, QUICK, Line("no limit", 1.0), CURVE))


@pytest.mark.parametrize(
    ("line", "verdict"),
    [
        (SLOW, "over"),
        (QUICK, "met"),
        (QUICK._replace(own=6.5), "over"),
        (QUICK._replace(worst=8.5), "over"),
        (Line("no limit", 1.0), ""),
    ],
)
def test_a_line_is_over_where_any_of_its_limits_is_exceeded(line, verdict):
    assert line.verdict == verdict
    assert line.text().endswith(verdict)


def test_what_is_over_stands_in_the_report_with_its_reason():
    known = (report.Reason("a slow", "It does much.", "Do less."),)
    text = "\n".join(report.text({"vault": PART}, {"processor": "P"}, known))
    assert "**1 of 2 limits are met.**" in text
    assert "| a slow thing | 3.00 x; 2 x | It does much. | Do less. |" in text
    assert "| a slow thing | 30 ms |" in text
    assert not report.unexplained((SLOW, QUICK), known)
    assert report.unexplained((SLOW, QUICK), ()) == ["a slow thing"]


def test_what_was_measured_is_kept_as_it_was(tmp_path):
    kept.write(tmp_path / kept.FILE, {"vault": PART})
    assert kept.read(tmp_path / kept.FILE) == {"vault": PART}


def test_check_ends_badly_where_something_is_over(monkeypatch, capsys):
    monkeypatch.setattr(command, "apart", lambda _name, _to: PART)
    monkeypatch.setattr(sys, "argv", ["bench", "vault", "--check"])
    assert command.main() == 1
    assert "1 over, of 2 with a limit" in capsys.readouterr().out
    monkeypatch.setattr(sys, "argv", ["bench", "vault"])
    assert command.main() == 0


def test_a_part_that_cannot_be_measured_is_no_success(monkeypatch, capsys):
    monkeypatch.setattr(command, "apart", lambda _name, _to: None)
    monkeypatch.setattr(sys, "argv", ["bench", "paper"])
    assert command.main() == command.FAILED


def test_one_part_is_measured_in_a_process_of_its_own_and_reported(tmp_path):
    arguments = ["vault", "--only", "trail", "--quick", "--write", "--out", str(tmp_path)]
    done = subprocess.run(
        [sys.executable, "-m", "benchmarks", *arguments],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    )
    assert "check a trail of 2,000 events" in done.stdout
    text = (tmp_path / report.FILE).read_text("utf-8")
    assert f"## {PARTS['vault'].title}" in text
    assert "| check a trail of 2,000 events |" in text


def test_all_parts_can_be_loaded():
    for part in PARTS.values():
        module, _, name = part.function.partition(":")
        assert callable(getattr(__import__(module, fromlist=[name]), name))


def test_the_picture_of_growth_is_drawn(tmp_path, qapp):
    from benchmarks import chart

    chart.draw([CURVE, CURVE._replace(chart="another")], tmp_path / "growth.png")
    assert (tmp_path / "growth.png").stat().st_size > 10_000


def spin(seconds):
    end = time.perf_counter() + seconds
    while time.perf_counter() < end:
        pass


def test_the_watchdog_says_where_a_long_turn_was(qapp, monkeypatch):
    monkeypatch.setattr(watchdog, "ROOT", ROOT)
    monkeypatch.setattr(watchdog, "OURS", (str(Path(__file__).parent),))
    dog = Watchdog()
    dog.deed = "walk: click walk.next"
    with dog.watching():
        dog.begin()
        spin(0.12)
        dog.end()
        spin(0.05)  # nobody's
        dog.begin()
        dog.end()
    (turn,) = dog.turns
    assert turn.deed == "walk: click walk.next"
    assert turn.ms >= turn.own_ms >= turn.main_ms > 0
    assert turn.ms >= 120
    assert "test_benchmarks.py:spin" in turn.where[0][0]


def test_a_stall_of_a_busy_machine_is_told_from_our_own():
    noise = Turn("a", 400.0, 10.0, 9.0, (("x", 1.0),))
    ours = Turn("b", 190.0, 90.0, 60.0, (("y", 1.0),))
    once = Turn("c", 80.0, 80.0, 2.0, (("z", 1.0),))
    plays = [
        Play((noise, ours, once), 9, 1.0, 2.0),
        Play((noise, ours), 9, 1.0, 2.0),
        Play((ours,), 9, 1.0, 2.0),
    ]
    found = {place.deed: (place.ms, place.clock_ms) for place in places(plays)}
    assert found == {"a": (10.0, 400.0), "b": (90.0, 190.0), "c": (0.0, 0.0)}
