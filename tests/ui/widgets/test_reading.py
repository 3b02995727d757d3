"""What is read aloud: sentences, answers and drawings, in the order of the page; no field."""

from PySide6.QtWidgets import (
    QGridLayout,
    QHBoxLayout,
    QLineEdit,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from ui.widgets.button import Button
from ui.widgets.choice import Choice, ChoiceOption
from ui.widgets.pictograph import Pictograph
from ui.widgets.reading import NOT_READ, sentences_on
from ui.widgets.scroll import Scroll
from ui.widgets.text import Text


def page_of(*parts):
    page = QWidget()
    column = QVBoxLayout(page)
    for part in parts:
        column.addWidget(part)
    return page


def test_it_reads_columns_one_after_the_other_and_tables_line_by_line(qtbot):
    page = QWidget()
    qtbot.addWidget(page)
    row = QHBoxLayout(page)
    for words in (("one", "two"), ("three", "four")):
        column = QVBoxLayout()
        for word in words:
            column.addWidget(Text(word))
        row.addLayout(column)
    grid = QGridLayout()
    for place, word in ((3, "eight"), (0, "five"), (2, "seven"), (1, "six")):
        grid.addWidget(Text(word), place // 2, place % 2)
    row.addLayout(grid)
    assert sentences_on(page) == ("one", "two", "three", "four", "five", "six", "seven", "eight")


def test_it_reads_drawings_and_answers_but_no_button_and_no_field(qtbot):
    drawing, field = Pictograph(), QLineEdit("Sample Patient")
    field.setAccessibleName("Name")
    drawing.show_people(filled=3, words="3 of 100 people are filled")
    answers = Choice((ChoiceOption("a", "Yes", "I agree"), ChoiceOption("b", "No")), name="Agree?")
    page = page_of(Text("**Bold** words"), drawing, field, Button("Press"), answers)
    qtbot.addWidget(page)
    assert sentences_on(page) == (
        "Bold words",
        "3 of 100 people are filled",
        "Yes. I agree",
        "No",
    )


def test_it_reads_what_has_to_be_scrolled_to_but_nothing_hidden(qtbot):
    scroll, stack, quiet, hidden = Scroll(), QStackedWidget(), page_of(Text("a list")), Text("no")
    scroll.setWidget(page_of(*(Text(f"line {n}") for n in range(40))))
    for word in ("seen", "behind"):
        stack.addWidget(page_of(Text(word)))
    quiet.setProperty(NOT_READ, True)  # noqa: FBT003 - Qt's own order
    page = page_of(scroll, stack, quiet, hidden)
    qtbot.addWidget(page)
    page.resize(200, 100)
    with qtbot.waitExposed(page):
        page.show()
    hidden.hide()
    assert sentences_on(page) == (*(f"line {n}" for n in range(40)), "seen")
