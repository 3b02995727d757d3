import ast
import gettext
import struct
from pathlib import Path

import pytest

from spinecounsel import wording
from spinecounsel.wording import say, say_count

ROOT = Path(__file__).resolve().parents[2]


def catalogue(messages):
    """A compiled catalogue (GNU gettext manual, "The Format of GNU MO Files")."""
    pairs = sorted((key.encode(), value.encode()) for key, value in messages.items())
    start = 28 + 16 * len(pairs)
    tables, texts = [b"", b""], b""
    for column in (0, 1):
        for pair in pairs:
            tables[column] += struct.pack("<II", len(pair[column]), start + len(texts))
            texts += pair[column] + b"\0"
    head = struct.pack("<7I", 0x950412DE, 0, len(pairs), 28, 28 + 8 * len(pairs), 0, 0)
    return head + tables[0] + tables[1] + texts


@pytest.fixture
def german(tmp_path, monkeypatch):
    monkeypatch.setattr(wording, "_catalogue", gettext.NullTranslations())
    folder = tmp_path / "de" / "LC_MESSAGES"
    folder.mkdir(parents=True)
    messages = {
        "": "Content-Type: text/plain; charset=UTF-8\nPlural-Forms: nplurals=2; plural=(n != 1);\n",
        "{done} of {total} options": "{done} von {total} Möglichkeiten",
        "{n} day\0{n} days": "{n} Tag\0{n} Tage",
    }
    (folder / "spinecounsel.mo").write_bytes(catalogue(messages))
    wording.speak("de", tmp_path)


def test_places_are_filled():
    assert say("{done} of {total} options", done=3, total=4) == "3 of 4 options"


def test_a_sentence_without_values_keeps_its_braces():
    assert say("{as it is}") == "{as it is}"


def test_a_place_nobody_fills_is_our_mistake():
    with pytest.raises(KeyError):
        say("{done} of {total}", done=1)


@pytest.mark.parametrize(("count", "sentence"), [(0, "0 days"), (1, "1 day"), (2, "2 days")])
def test_one_and_many(count, sentence):
    assert say_count("{n} day", "{n} days", count) == sentence


def test_another_language(german):
    assert say("{done} of {total} options", done=3, total=4) == "3 von 4 Möglichkeiten"
    assert say_count("{n} day", "{n} days", 1) == "1 Tag"
    assert say_count("{n} day", "{n} days", 2) == "2 Tage"
    assert say("not translated yet") == "not translated yet"


def test_a_language_nobody_wrote_falls_back_to_english(german, tmp_path):
    wording.speak("eo", tmp_path)
    assert say("{done} of {total} options", done=3, total=4) == "3 of 4 options"


def calls_of_say():
    for folder in ("spinecounsel", "ui"):
        for file in sorted((ROOT / folder).rglob("*.py")):
            for node in ast.walk(ast.parse(file.read_text("utf-8"))):
                name = getattr(node, "func", None)
                if isinstance(name, ast.Name) and name.id in {"say", "say_count"}:
                    yield f"{file.relative_to(ROOT)}:{node.lineno}", name.id, node


def test_every_sentence_can_be_found_by_a_translator():
    hidden = [
        where
        for where, name, node in calls_of_say()
        for argument in node.args[: 2 if name == "say_count" else 1]
        if not (isinstance(argument, ast.Constant) and isinstance(argument.value, str))
    ]
    assert hidden == [], "say() takes its sentence literally"
