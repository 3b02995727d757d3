"""Runs a command under strace and gives every socket that it, or a child of it, opened or used."""

import re
import subprocess
import sys
from pathlib import Path

CALLS = "socket,connect,bind,listen,accept4,sendto,sendmsg,recvfrom,socketpair"
# a program on a desktop talks to the display and the session through files on this computer
_ALLOWED = re.compile(r"\bAF_(UNIX|LOCAL)\b")
_FAMILY = re.compile(r"\b(?:socket|socketpair|connect|bind)\(.*?\b(AF_\w+)")


def opened(command: list[str], log: Path, **env: str) -> tuple[int, list[str]]:
    """Run ``command``; give its exit code and the lines of calls that are not allowed."""
    done = subprocess.run(
        ["strace", "-f", "-qq", "-e", f"trace={CALLS}", "-o", str(log), *command],
        env=env,
        stdout=subprocess.DEVNULL,
        stderr=sys.stderr,
        check=False,
    )
    lines = log.read_text(errors="replace").splitlines()
    return done.returncode, [line for line in lines if _is_outside(line)]


def _is_outside(line: str) -> bool:
    found = _FAMILY.search(line)
    return found is not None and not _ALLOWED.search(line)
