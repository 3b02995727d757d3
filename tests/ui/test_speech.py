"""The computer's voice: found or not, fed by its standard input, silent at once when told so."""

import os
import shutil
import sys

import pytest

from ui.speech import Speaker, Voice, find_voice

FAKE = """#!/bin/sh
echo "$*" > "{folder}/arguments.part"
mv "{folder}/arguments.part" "{folder}/arguments"
[ "$1" = -C ] && exit 0
cat > "{folder}/said.part"
mv "{folder}/said.part" "{folder}/said"
{then}
"""
needs_shell = pytest.mark.skipif(sys.platform == "win32", reason="the made-up voice is a script")


def fake(folder, name="espeak-ng", then="exit 0"):
    """Put a made-up voice into ``folder``; it keeps what it is told and said."""
    program = folder / name
    program.write_text(FAKE.format(folder=folder, then=then), "utf-8")
    program.chmod(0o755)
    return program


@pytest.fixture
def speaker(qapp, tmp_path):
    made = []

    def speak_by(**how):
        voice = Voice(str(fake(tmp_path, **how)), ("--stdin",), ())
        made.append(Speaker(voice, qapp))
        return made[-1]

    yield speak_by
    for each in made:
        each.stop()
        each.deleteLater()


@needs_shell
def test_the_text_goes_in_by_standard_input_and_not_by_arguments(qtbot, speaker, tmp_path):
    voice = speaker()
    with qtbot.waitSignals([voice.began, voice.ended]):
        voice.speak(("What is it?", "Of 100 people,\n3 had pain", "", "!-!QUIT"))
    assert (tmp_path / "said").read_text("utf-8") == (
        " What is it?\n Of 100 people, 3 had pain.\n !-!QUIT.\n"
    )
    assert (tmp_path / "arguments").read_text("utf-8") == "--stdin\n"
    assert not voice.speaks


@needs_shell
def test_it_falls_silent_at_once(qtbot, speaker, tmp_path):
    voice = speaker(then="exec sleep 60")
    voice.speak(("A long text.",))
    qtbot.waitUntil((tmp_path / "said").exists)
    with qtbot.assertNotEmitted(voice.failed), qtbot.waitSignal(voice.ended):
        voice.stop()
    assert not voice.speaks


@needs_shell
def test_a_service_that_goes_on_by_itself_is_told_to_stop(qtbot, qapp, tmp_path):
    program = fake(tmp_path, "spd-say", then="exec sleep 60")
    speaker = Speaker(Voice(str(program), ("-e",), ("-C",)), qapp)
    speaker.speak(("A long text.",))
    qtbot.waitUntil((tmp_path / "said").exists)
    speaker.stop()
    qtbot.waitUntil(lambda: (tmp_path / "arguments").read_text("utf-8") == "-C\n")
    speaker.deleteLater()


@needs_shell
def test_a_new_text_takes_the_place_of_the_old(qtbot, speaker, tmp_path):
    voice = speaker(then="exec sleep 60")
    voice.speak(("The first.",))
    qtbot.waitUntil((tmp_path / "said").exists)
    (tmp_path / "said").unlink()
    voice.speak(("The second.",))
    qtbot.waitUntil((tmp_path / "said").exists)
    assert (tmp_path / "said").read_text("utf-8") == " The second.\n"


@needs_shell
def test_a_voice_that_breaks_says_so(qtbot, speaker):
    voice = speaker(then="exit 3")
    with qtbot.waitSignals([voice.failed, voice.ended]):
        voice.speak(("A text.",))


def test_a_voice_that_is_gone_says_so(qtbot, qapp, tmp_path):
    speaker = Speaker(Voice(str(tmp_path / "gone"), (), ()), qapp)
    with qtbot.waitSignals([speaker.failed, speaker.ended]):
        speaker.speak(("A text.",))
    assert not speaker.speaks
    speaker.deleteLater()


@needs_shell
def test_a_voice_is_found_on_the_path(tmp_path, monkeypatch):
    monkeypatch.setenv("PATH", str(tmp_path))
    assert find_voice("en", platform="linux") is None
    program = fake(tmp_path)
    assert find_voice("en", platform="linux") == Voice(str(program), ("-v", "en", "--stdin"), ())


@pytest.mark.parametrize(
    ("platform", "there", "expected"),
    [
        ("linux", {"spd-say", "espeak"}, "espeak"),
        ("linux", {"spd-say"}, "spd-say"),
        ("linux", {"say", "powershell"}, None),
        ("darwin", {"say", "espeak"}, "say"),
        ("win32", {"powershell", "say"}, "powershell"),
        ("win32", {"pwsh"}, None),
    ],
)
def test_each_system_has_its_own(platform, there, expected):
    voice = find_voice("de", platform=platform, find=lambda name: name if name in there else None)
    assert (voice and voice.program) == expected
    if voice is not None:
        assert "{language}" not in voice.arguments
        assert ("de" in voice.arguments) == (platform == "linux")


@pytest.mark.skipif(not shutil.which("espeak-ng"), reason="no espeak-ng here")
def test_a_real_voice_takes_the_text(qtbot, qapp, tmp_path):
    voice = find_voice("en")
    assert voice is not None
    sound = os.fspath(tmp_path / "said.wav")
    speaker = Speaker(voice._replace(arguments=(*voice.arguments, "-w", sound)), qapp)
    with qtbot.waitSignal(speaker.ended):
        speaker.speak(("Of 100 people, 3 had pain.",))
    assert (tmp_path / "said.wav").stat().st_size > 10_000
    speaker.deleteLater()
