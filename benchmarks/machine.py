"""What machine this is, how fast its disk answers, and how much memory this process holds."""

import os
import platform
import tempfile
import time
from pathlib import Path
from statistics import median

from PySide6 import __version__ as pyside
from PySide6.QtCore import qVersion

SYNCS = 60
_GIB = 1024**3


def facts() -> dict[str, str]:
    """Give what a reader needs to judge the numbers, by name."""
    return {
        "processor": f"{_processor()}, {os.cpu_count()} cores",
        "memory": _memory(),
        "disk": f"{sync_ms():.2f} ms (median) until 4 KB are on it",
        "system": _system(),
        "Python": platform.python_version(),
        "Qt": f"{qVersion()} (PySide6 {pyside})",
    }


def load() -> str:
    """Give how many processes want a processor, on average of the last minute."""
    return f"{os.getloadavg()[0]:.1f}" if hasattr(os, "getloadavg") else "not known"


def sync_ms() -> float:
    """Give the median time, in ms, until 4 KB that were written are on the disk."""
    took = []
    with tempfile.TemporaryFile() as file:
        for _ in range(SYNCS):
            file.write(os.urandom(4096))
            file.flush()
            start = time.perf_counter()
            os.fsync(file.fileno())
            took.append((time.perf_counter() - start) * 1000)
    return median(took)


def memory_mb() -> float:
    """Give the memory that this process holds, in MB; 0 where the system does not say it so."""
    held = _line_of(Path("/proc/self/status"), "VmRSS")
    return int(held.split()[0]) / 1024 if held else 0.0


def _processor() -> str:
    return _line_of(Path("/proc/cpuinfo"), "model name") or platform.processor() or "not known"


def _system() -> str:
    try:
        name = platform.freedesktop_os_release()["PRETTY_NAME"]
    except (OSError, KeyError):
        name = platform.system()
    return f"{name}, {platform.system()} {platform.release().partition('-')[0]}"


def _memory() -> str:
    if not hasattr(os, "sysconf") or "SC_PHYS_PAGES" not in os.sysconf_names:
        return "not known"
    return f"{os.sysconf('SC_PHYS_PAGES') * os.sysconf('SC_PAGE_SIZE') / _GIB:.1f} GiB"


def _line_of(file: Path, name: str) -> str:
    """Give what a file of the system says of ``name``; nothing where there is none."""
    try:
        lines = file.read_text("utf-8").splitlines()
    except OSError:
        return ""
    return next((line.partition(":")[2].strip() for line in lines if line.startswith(name)), "")
