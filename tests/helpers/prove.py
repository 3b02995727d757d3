"""``python -m tests.helpers.prove``: all proofs about the vault, with full counts and figures.

500 kills, 2,000 power cuts, a fault at each point of writing, 2,000 changes of bytes, and fuzzing:
about half an hour.  Without it the tests run a small part of each.
"""

import os
import subprocess
import sys
from pathlib import Path

PROOFS = Path(__file__).parents[1] / "spinecounsel" / "storage" / "proofs"


def main() -> int:
    """Run them; 1 when something was lost."""
    command = [sys.executable, "-m", "pytest", str(PROOFS), "-n0", "-v"]
    command += ["-o", "faulthandler_timeout=0", *sys.argv[1:]]
    return subprocess.call(command, env=os.environ | {"SPINECOUNSEL_PROVE": "1"})


if __name__ == "__main__":
    raise SystemExit(main())
