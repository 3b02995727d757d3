"""The program wears its look from start to start, and says its own faults."""

import json

import pytest
from PySide6.QtWidgets import QMessageBox

from tests.helpers.programs import program_in
from ui.theme.look import KeptLook, read_look
from ui.theme.theme import theme


@pytest.fixture
def program(qtbot, tmp_path, clock):
    with program_in(tmp_path / "new", clock) as made:
        yield made


def test_text_size_and_colours_are_kept_for_the_next_start(program, tmp_path):
    program.window.text_size_changed.emit(1.5)
    program.window.scheme_chosen.emit("dark")
    assert (theme().text_scale, theme().scheme) == (1.5, "dark")
    assert read_look(tmp_path / "new") == KeptLook(scheme="dark", text_scale=1.5)


@pytest.mark.parametrize("kept", ["", "{", '{"scheme": "pink"}', '{"text_scale": 9}', "[1]"])
def test_a_look_that_cannot_be_used_is_the_plain_one(tmp_path, kept):
    (tmp_path / "look.json").write_text(kept, "utf-8")
    assert read_look(tmp_path) == KeptLook()


def fail():
    raise KeyError("Ann Sample")


def test_a_fault_is_shown_once_and_names_no_patient(program):
    try:
        fail()
    except KeyError as error:
        program.session.cabinet.broke.emit(error)
        program.session.cabinet.broke.emit(error)
    boxes = program.window.findChildren(QMessageBox, "problem")
    assert len(boxes) == 1
    details = boxes[0].detailedText()
    assert "KeyError" in details
    assert "test_program.py" in details
    assert "Ann" not in json.dumps([details, boxes[0].text()])
    boxes[0].close()
