"""The voice of the operating system, where there is one; what it says goes no further.

Text goes to the voice by its standard input: not by a shell, by a file, or by arguments, which any
other program could read.
"""

import shutil
import sys
from collections.abc import Callable, Iterable
from typing import NamedTuple

from PySide6.QtCore import QObject, QProcess, Signal

LANGUAGE = "{language}"  # stands in its place among arguments
_WINDOWS = (
    "[Console]::InputEncoding = [Text.Encoding]::UTF8; Add-Type -AssemblyName System.Speech; "
    "(New-Object Speech.Synthesis.SpeechSynthesizer).Speak([Console]::In.ReadToEnd())"
)
_KNOWN = {
    "darwin": (("say", ("-f", "-"), ()),),
    "win32": (("powershell", ("-NoProfile", "-NonInteractive", "-Command", _WINDOWS), ()),),
}
_ELSEWHERE = (
    ("espeak-ng", ("-v", LANGUAGE, "--stdin"), ()),
    ("espeak", ("-v", LANGUAGE, "--stdin"), ()),
    # This one hands lines on to a service, which goes on until it is told to stop.
    ("spd-say", ("-e", "-w", "-l", LANGUAGE), ("-C",)),
)


class Voice(NamedTuple):
    """A program that speaks what it is given, and how it is told to stop at once (if need be)."""

    program: str
    arguments: tuple[str, ...]
    hush: tuple[str, ...]


def find_voice(
    language: str,
    *,
    platform: str = sys.platform,
    find: Callable[[str], str | None] = shutil.which,
) -> Voice | None:
    """Give the voice of this computer for ``language`` (such as ``en``); None without one."""
    for name, arguments, hush in _KNOWN.get(platform, _ELSEWHERE):
        if program := find(name):
            spoken = tuple(language if each == LANGUAGE else each for each in arguments)
            return Voice(program, spoken, hush)
    return None


class Speaker(QObject):
    """Speaks sentences by ``voice``, one text at a time.

    ``began()`` and ``ended()`` come for each text; ``failed()`` comes before ``ended()`` where the
    voice could not speak.
    """

    began = Signal()
    ended = Signal()
    failed = Signal()

    def __init__(self, voice: Voice, parent: QObject) -> None:
        super().__init__(parent)
        self._voice = voice
        self._process: QProcess | None = None

    @property
    def speaks(self) -> bool:
        """Whether it speaks now."""
        return self._process is not None

    def speak(self, sentences: Iterable[str]) -> None:
        """Speak ``sentences``, instead of what it speaks now."""
        self.stop()
        process = QProcess(self)
        process.setProgram(self._voice.program)
        process.setArguments(list(self._voice.arguments))
        process.setStandardOutputFile(QProcess.nullDevice())
        process.setStandardErrorFile(QProcess.nullDevice())
        process.errorOccurred.connect(self._on_error)
        process.finished.connect(self._on_finished)
        self._process = process
        self.began.emit()
        process.start()
        process.write(_text(sentences).encode())
        process.closeWriteChannel()

    def stop(self) -> None:
        """Fall silent at once."""
        process = self._put_away()
        if process is None:
            return
        process.kill()
        process.waitForFinished()
        if self._voice.hush:
            QProcess.startDetached(self._voice.program, list(self._voice.hush))
        self.ended.emit()

    def _put_away(self) -> QProcess | None:
        process, self._process = self._process, None
        if process is not None:
            process.errorOccurred.disconnect(self._on_error)
            process.finished.disconnect(self._on_finished)
            process.deleteLater()
        return process

    def _on_error(self, error: QProcess.ProcessError) -> None:
        if error == QProcess.ProcessError.FailedToStart:
            self._put_away()
            self.failed.emit()
            self.ended.emit()

    def _on_finished(self, code: int, status: QProcess.ExitStatus) -> None:
        self._put_away()
        if code or status != QProcess.ExitStatus.NormalExit:
            self.failed.emit()
        self.ended.emit()


def _text(sentences: Iterable[str]) -> str:
    """Give one line a sentence, each with an end that is heard.

    The blank in front keeps a line from being taken for a command of the voice.
    """
    lines = (" ".join(each.split()) for each in sentences)
    return "".join(f" {line if line[-1] in '.?!:' else line + '.'}\n" for line in lines if line)
