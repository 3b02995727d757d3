"""Everything that pages can show of a consultation: each view, made for each thing it may be of."""

import inspect
import typing
from collections.abc import Iterator
from enum import Enum
from importlib import import_module
from itertools import islice, product
from pkgutil import iter_modules

import msgspec

from spinecounsel import viewing
from spinecounsel.case.case import Case
from spinecounsel.case.relevance import Applicable
from spinecounsel.content.model import ContentPack, Manifest
from spinecounsel.discussion import moves
from spinecounsel.discussion.agenda import ILLNESS, Agenda, Topic
from spinecounsel.discussion.discussion import Discussion
from spinecounsel.discussion.steps import ORDER
from spinecounsel.frozen import Frozen
from spinecounsel.viewing.patient import Talk

PARTS = {"card_view", "cases_view", "days_view", "level_view", "place_view", "sins_view"}
"""Views that are parts of others, and are made with these."""

OTHERS = {
    *(
        "about_view",
        "backup_view",
        "earlier_view",
        "blank_view",
        "finished_view",
        "frame_view",
        "library_view",
        "recovery_view",
        "people_view",
        "later_view",
        "keeping_view",
        "clinic_view",
        "settings_view",
        "person_view",
    ),
    *("sealer_view", "sign_view", "sure_view", "unlock_view", "verify_view"),
}
"""Views that are not made from the agenda and hold no number of the content."""

CARDS = 8  # of the walk, beside those that are shut or set aside


def view_functions():
    """Give every function of the package ``viewing`` that makes a view, by its name."""
    found = {}
    for module in iter_modules(viewing.__path__):
        place = import_module(f"spinecounsel.viewing.{module.name}")
        found |= dict(inspect.getmembers(place, inspect.isfunction))
    return {
        name: function
        for name, function in found.items()
        if name.endswith("_view") and not name.startswith("_")
    }


def views_of(sitting) -> Iterator[tuple[str, Frozen]]:
    """Give each view that pages may show of a consultation, with its name."""
    for name, function in view_functions().items():
        if name not in PARTS | OTHERS:
            for arguments in _arguments(function, sitting):
                yield name, function(**arguments)


def strings_of(view: Frozen) -> Iterator[str]:
    """Give every text in a view."""
    yield from _strings(msgspec.to_builtins(view))


def _strings(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for inner in value.values():
            yield from _strings(inner)
    elif isinstance(value, list | tuple | set):
        for inner in value:
            yield from _strings(inner)


def _arguments(function, sitting) -> Iterator[dict[str, object]]:
    """Give all sets of arguments: one value where there is one, else each of them in turn."""
    hints = typing.get_type_hints(function)
    names = [
        name
        for name, each in inspect.signature(function).parameters.items()
        if each.default is inspect.Parameter.empty
    ]
    for values in product(*(_values(name, hints[name], sitting) for name in names)):
        yield dict(zip(names, values, strict=True))


def _values(name: str, kind: type, sitting) -> list[object]:
    single = {
        ContentPack: sitting.pack,
        Discussion: sitting.discussion,
        Agenda: sitting.agenda,
        Applicable: sitting.applicable,
        Case: sitting.discussion.case,
        Manifest: sitting.pack.manifest,
    }
    if kind in single:
        return [single[kind]]
    if kind is Talk:
        return list(_talks(sitting))
    if isinstance(kind, type) and issubclass(kind, Enum):
        return list(kind)
    if kind is str and name == "shown":
        return [*(topic.key for topic in cards(sitting)), *sitting.discussion.options]
    raise TypeError(f"tests/helpers/views.py does not know what to give for {name}: {kind}")


def cards(sitting) -> list[Topic]:
    """Give every topic that is shut or set aside, and a few of the others."""
    marked = {mark.topic: mark for mark in sitting.discussion.marks}
    topics = sitting.agenda.topics
    hidden = [
        topic
        for topic in topics
        if topic.closed or (topic.key in marked and marked[topic.key].state == "set aside")
    ]
    return [*hidden, *islice((topic for topic in topics if topic not in hidden), CARDS)]


def _talks(sitting) -> Iterator[Talk]:
    """Give what the patient's screen is made from, for each step and each thing looked at."""
    said, agenda = sitting.discussion, sitting.agenda
    options = [each.option for each in agenda.chapters if each.option != ILLNESS] or [""]
    for step in ORDER:
        here = moves.going_to(said, step)
        common = {"pack": sitting.pack, "discussion": here, "agenda": agenda}
        if step == "walk":
            yield from (Talk(shown=topic.key, **common) for topic in cards(sitting))
        elif step == "ahead":
            for option, looking in product(options, ("cases", "days")):
                yield Talk(option=option, looking=looking, **common)
        else:
            yield Talk(**common)
