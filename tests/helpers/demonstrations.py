"""The demonstration as people start it: a process of its own, with a folder to fill."""

import datetime as dt
import os
import subprocess
import sys
from contextlib import contextmanager
from pathlib import Path

import pypdfium2

from spinecounsel.storage import open_vault
from ui.demonstration.player import PASSPHRASE
from ui.wiring.program import VAULT

EXAMPLES = Path(__file__).parents[2] / "resources" / "examples"
COMMAND = [sys.executable, "-c", "import sys; from ui.app import main; sys.exit(main())"]
STEPS = (
    *("unlock", "library", "person", "case", "options", "expect", "walk"),
    *("walk-number", "walk-bar", "walk-words", "patient", "ahead", "days", "found"),
    *("compare", "values", "fit", "understanding", "decision", "sign", "finished"),
    *("copy", "copy-text", "later", "verify"),
)


@contextmanager
def playing(out, case, *more):
    """Give the running process, its output as text."""
    command = [*COMMAND, "demo", "--out", str(out), "--case", str(case), *more]
    surroundings = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    with subprocess.Popen(
        command,
        cwd=EXAMPLES.parents[1],
        env=surroundings,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        encoding="utf-8",
    ) as process:
        yield process


def played(out, case, *more):
    """Play to the end; give exit code, output and errors (without what Qt says offscreen)."""
    with playing(out, case, *more) as process:
        said, failed = process.communicate()
    errors = [line for line in failed.splitlines() if "does not support" not in line]
    return process.returncode, said, "\n".join(errors)


@contextmanager
def vault_of(out):
    """Give the vault that a play left, open."""
    vault = open_vault(out / "vault" / VAULT, PASSPHRASE, now=dt.datetime.now(dt.UTC))
    try:
        yield vault
    finally:
        vault.close()


def text_of(document):
    """Give the text of a PDF with single blanks, as a reader searches it."""
    pages = pypdfium2.PdfDocument(document)
    text = " ".join(page.get_textpage().get_text_bounded() for page in pages)
    pages.close()
    return " ".join(text.split())
