"""The manual is read, searched, and opened at the part that fits."""

from itertools import pairwise

import pytest

from spinecounsel.viewing.manual import load_manual
from spinecounsel.viewing.manual_search import Index, pieces, words_of
from spinecounsel.viewing.manual_text import Kind, read_chapter

CHAPTER = """# The title

One line
that goes on, with a **Label** and `F1`.

## A part

- first
- second, which
  goes on

1. One
2. Two

> Mind this:
> and that.

![What is seen](walk.png)

[There](other)
[And there](third)

    spinecounsel verify FILE
    spinecounsel vault check

@keys
"""


def test_each_mark_becomes_its_block():
    title, blocks = read_chapter(CHAPTER)
    assert title == "The title"
    made = [(each.kind, each.mark, each.text, each.target) for each in blocks]
    assert made[:11] == [
        (Kind.WORDS, "", "One line that goes on, with a **Label** and **F1**.", ""),
        (Kind.PART, "", "A part", ""),
        (Kind.ITEM, "•", "first", ""),
        (Kind.ITEM, "•", "second, which goes on", ""),
        (Kind.ITEM, "1.", "One", ""),
        (Kind.ITEM, "2.", "Two", ""),
        (Kind.WARNING, "", "Mind this: and that.", ""),
        (Kind.PICTURE, "", "What is seen", "walk.png"),
        (Kind.LINK, "", "There", "other"),
        (Kind.LINK, "", "And there", "third"),
        (Kind.COMMAND, "", "**spinecounsel verify FILE\nspinecounsel vault check**", ""),
    ]
    assert ("F1", Kind.KEY) in [(each.mark, each.kind) for each in blocks[11:]]


def test_a_chapter_without_a_title_is_refused():
    with pytest.raises(ValueError, match="begins with its title"):
        read_chapter("No title\n\nWords.")


@pytest.fixture
def manual(tmp_path):
    (tmp_path / "manual.toml").write_text(
        '[[group]]\ntitle = "All"\nchapters = ["one", "two"]\n[screens]\nwalk = "two"\n', "utf-8"
    )
    (tmp_path / "one.md").write_text(
        "# Vaults\n\nA naïve word about the stick.\n\n## Codes\n\nA code on **Paper**.\n", "utf-8"
    )
    long = "It goes on and on. " * 20
    (tmp_path / "two.md").write_text(f"# The stick\n\n{long}At last the needle.\n", "utf-8")
    return load_manual(tmp_path)


def test_a_screen_opens_its_chapter_and_any_other_the_first(manual):
    assert manual.about("walk.part", "walk") == "two"
    assert manual.about("", "no such screen") == "one"


def found_in(manual, query):
    return Index(manual).search(query, most=9).first


def test_titles_are_found_before_text(manual):
    assert [each.title for each in found_in(manual, "stick")] == ["The stick", "Vaults"]


@pytest.mark.parametrize("query", ["NAIVE", "naïve", "náive word", "  word  NAÏVE "])
def test_accents_capitals_and_order_do_not_count(manual, query):
    (found,) = found_in(manual, query)
    assert (found.chapter, found.block, found.title) == ("one", 0, "Vaults")
    assert "naïve" in [piece.text for piece in found.line if piece.found]


def test_all_words_have_to_stand_in_the_same_part(manual):
    assert [each.title for each in found_in(manual, "code paper")] == ["Vaults: Codes"]
    assert found_in(manual, "code stick") == ()
    assert found_in(manual, "  ") == ()


def test_all_places_are_counted_but_no_more_made_than_are_wanted(manual):
    answer = Index(manual).search("the", most=1)
    assert (answer.count, len(answer.first)) == (2, 1)


def test_what_was_found_is_in_the_piece_that_is_shown(manual):
    (found,) = found_in(manual, "needle")
    shown = "".join(piece.text for piece in found.line)
    assert shown.startswith("… ")
    assert "At last the needle." in shown
    assert len(shown) < 170


def test_no_letter_is_lost_where_words_are_marked():
    text = "Straße, **naïve** Ærø"
    for query in ("strasse", "naive", "a", "ss e"):
        made = pieces(text, words_of(query))
        assert "".join(each.text for each in made) == text.replace("**", "")
        assert any(each.found for each in made)
        looks = [(each.found, each.bold) for each in made]
        assert all(above != below for above, below in pairwise(looks))
