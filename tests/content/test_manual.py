"""The manual that is shipped: whole, plain, true to the names in the window, and small."""

import ast
import re
from functools import cache
from statistics import median

import pytest
from PySide6.QtGui import QImage

from spinecounsel.content.checks.advice import URGES
from spinecounsel.content.checks.words import BARE, ONE_IN_X
from spinecounsel.discussion.steps import ORDER, STEPS
from spinecounsel.paths import resources_folder
from spinecounsel.viewing.keys import all_keys
from spinecounsel.viewing.manual import the_manual
from spinecounsel.viewing.manual_text import Kind, plain
from tests.helpers.reading import grade, sentences
from tests.test_architecture import PACKAGES

FOLDER = resources_folder() / "manual"
CHAPTERS = [chapter.id for chapter in the_manual().chapters]
HIGHEST, HIGHEST_MEDIAN = 8.0, 5.0
MOST_BYTES = 1_200_000  # of all pictures: the installer has to stay small
LABEL = re.compile(r"\*\*([^*]+)\*\*")


@cache
def said_by_the_program():
    """All sentences and labels in the code, as they are compared here."""
    found = {step.title for step in STEPS}
    for package in PACKAGES:
        for file in package.rglob("*.py"):
            for node in ast.walk(ast.parse(file.read_text("utf-8"))):
                if isinstance(node, ast.Call) and ast.unparse(node.func) in {"say", "say_count"}:
                    found |= {each.value for each in node.args if isinstance(each, ast.Constant)}
    return {compared(each) for each in found if isinstance(each, str)}


def compared(label):
    """A label without dots at its end, the key behind it, and what kind of apostrophe it has."""
    return re.sub(r"( \(.*\)| \.\.\.|[.:])$", "", label).replace("’", "'")


def raw(chapter):
    return (FOLDER / f"{chapter}.md").read_text("utf-8")


def told(chapter):
    """The sentences of a chapter; the name of a control counts as one short word."""
    for block in the_manual().chapter(chapter).blocks:
        if block.kind not in {Kind.COMMAND, Kind.KEY}:
            yield from sentences(LABEL.sub("it", block.text))


def test_every_file_is_a_chapter_and_every_picture_is_shown():
    assert sorted(CHAPTERS) == sorted(file.stem for file in FOLDER.glob("*.md"))
    assert len(CHAPTERS) == len(set(CHAPTERS))
    shown = {
        block.target
        for chapter in the_manual().chapters
        for block in chapter.blocks
        if block.kind is Kind.PICTURE
    }
    assert shown == {file.name for file in (FOLDER / "pictures").iterdir()}


def test_pictures_can_be_seen_and_are_small():
    files = sorted((FOLDER / "pictures").iterdir())
    assert all(QImage(str(file)).width() >= 800 for file in files)
    assert {file.suffix for file in files} == {".png"}  # Qt reads others by plugins, left out
    assert sum(file.stat().st_size for file in files) < MOST_BYTES


@pytest.mark.parametrize("chapter", CHAPTERS)
def test_links_lead_somewhere_and_pictures_say_what_they_show(chapter):
    for block in the_manual().chapter(chapter).blocks:
        if block.kind is Kind.LINK:
            assert block.target in CHAPTERS
            assert block.target != chapter
        if block.kind is Kind.PICTURE:
            assert len(block.text.split()) > 3


@pytest.mark.parametrize("chapter", CHAPTERS)
def test_no_mark_is_left_over(chapter):
    for block in the_manual().chapter(chapter).blocks:
        assert block.text.count("**") % 2 == 0
        assert not re.search(r"[`\[\]#*]", plain(block.text)), block.text


@pytest.mark.parametrize("chapter", CHAPTERS)
def test_what_the_manual_names_is_called_so_in_the_program(chapter):
    labels = LABEL.findall(raw(chapter))
    assert [each for each in labels if compared(each) not in said_by_the_program()] == []


def test_a_name_that_the_program_does_not_use_is_found():
    assert compared("Seal the record") in said_by_the_program()
    assert compared("Make a backup now ...") in said_by_the_program()
    assert compared("Turn to the patient (F9)") in said_by_the_program()
    assert compared("Seal everything") not in said_by_the_program()


@pytest.mark.parametrize("chapter", CHAPTERS)
def test_keys_that_the_text_names_are_in_the_list_of_keys(chapter):
    named = re.findall(r"`((?:Ctrl|Alt|Shift)\+\S+|F\d+)`", raw(chapter))
    listed = {key for each in all_keys() for key in each.keys}
    assert [each for each in named if each not in listed] == []


@pytest.mark.parametrize("chapter", CHAPTERS)
def test_it_is_plain(chapter):
    hard = [(grade(each), each) for each in told(chapter) if grade(each) > HIGHEST]
    assert [each for each in hard if len(each[1].split()) > 4] == []


def test_it_is_plainer_than_that_on_the_whole():
    assert median(grade(each) for chapter in CHAPTERS for each in told(chapter)) < HIGHEST_MEDIAN


@pytest.mark.parametrize("chapter", CHAPTERS)
@pytest.mark.parametrize("wrong", [URGES, BARE, ONE_IN_X], ids=["advice", "how often", "1 in X"])
def test_it_gives_no_advice_and_uses_no_bare_word_for_how_often(chapter, wrong):
    assert [each for each in told(chapter) if wrong.search(each)] == []


def test_every_step_has_its_chapter_under_its_own_name():
    for step in STEPS:
        ident = the_manual().about(step.id)
        assert ident == step.id
        title = the_manual().chapter(ident).title
        assert title == f"Step {ORDER.index(step.id) + 1}: {step.title}"


def test_screens_lead_to_chapters():
    assert set(the_manual().screens.values()) <= set(CHAPTERS)
