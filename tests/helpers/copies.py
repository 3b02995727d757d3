"""The parts of a patient's copy: the pages that are read, and the list of all numbers."""

import re

from tests.helpers import documents

LIST = "All the numbers you were shown"
_AFTER = ("More about the options", "Where the numbers come from", "Who wrote the words")


def parts(document):
    """What is heard before the list of numbers, and in it; it is empty where there is none."""
    said = documents.heard(document)
    with documents.opened(document) as pdf:
        titles = [str(e.T) for _, kind, e in documents.elements(pdf) if kind == "H2"]
    if LIST not in titles:
        return said, ""
    before, _, behind = said.rpartition(LIST)
    after = next(title for title in titles[titles.index(LIST) + 1 :] if title in _AFTER)
    return before, behind.partition(f" {after} ")[0]


def page_of_the_list(document):
    """The page (from 1) on which the list of numbers begins."""
    pages = [re.sub(r"\s+", " ", page) for page in documents.pages(document)]
    return max(number for number, page in enumerate(pages, 1) if LIST in page)
