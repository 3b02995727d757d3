"""What the program is, who wrote what it says, and how it stands against the IPDAS checklist."""

from enum import StrEnum

from spinecounsel.content.model import ContentPack
from spinecounsel.dates import day
from spinecounsel.frozen import Frozen
from spinecounsel.wording import say


class ItemState(StrEnum):
    """Whether an item of the checklist is met, or why not."""

    MET = "met"
    NEEDS_PEOPLE = "needs people"
    DOES_NOT_APPLY = "does not apply"


class ItemKind(StrEnum):
    """What an item is for: without the first kind, it is no decision aid."""

    QUALIFYING = "qualifying"
    CERTIFYING = "certifying"
    QUALITY = "quality"


class Item(Frozen, frozen=True, kw_only=True):
    """One item of IPDAS 4.0, in our words; ``id`` is its number there (Q1, C1, 1)."""

    id: str
    kind: ItemKind
    text: str
    state: ItemState


class LineView(Frozen, frozen=True, kw_only=True):
    """A name and what is said of it."""

    label: str
    text: str


class ItemsView(Frozen, frozen=True, kw_only=True):
    """Items of one kind, with how many are met."""

    title: str
    items: tuple[Item, ...]


class AboutView(Frozen, frozen=True, kw_only=True):
    """Everything of the page; ``warning`` is empty for content that a clinic has approved."""

    title: str
    purpose: tuple[str, ...]
    content: tuple[LineView, ...]
    program: tuple[LineView, ...]
    checklist: str
    groups: tuple[ItemsView, ...]


def about_view(pack: ContentPack, program: str) -> AboutView:
    """Give the page for ``pack``; ``program`` is the program's name with its version."""
    return AboutView(
        title=say("About this program"),
        purpose=(
            say(
                "SpineCounsel is a guide to the options for a tumour of the spine. It helps a "
                "clinician and a patient to go through all of them, with the benefits and the "
                "risks of each."
            ),
            say(
                "It is meant for a clinician with the patient beside them. It informs. It never "
                "says which option to take, and it does not take the place of a doctor."
            ),
        ),
        content=_content(pack),
        program=_program(program),
        checklist=say(
            "IPDAS is a list of what a good aid for decisions does (version 4.0, in our words). "
            "It was made by researchers in many countries. We checked ourselves against it; "
            "nobody else has."
        ),
        groups=tuple(_group(kind) for kind in ItemKind),
    )


def checklist() -> tuple[Item, ...]:
    """Give all items of IPDAS 4.0, in their order."""
    rows = (
        *((ItemKind.QUALIFYING, *row) for row in _qualifying()),
        *((ItemKind.CERTIFYING, *row) for row in _certifying()),
        *((ItemKind.QUALITY, *row) for row in (*_quality_numbers(), *_quality_people())),
    )
    return tuple(
        Item(id=ident, kind=kind, text=text, state=state) for kind, ident, text, state in rows
    )


def _content(pack: ContentPack) -> tuple[LineView, ...]:
    manifest = pack.manifest
    approved = manifest.approved_by or say("Not yet approved by this clinic.")
    lines = (
        (
            say("What it holds"),
            say("{title}, version {version}", title=manifest.title, version=manifest.version),
        ),
        (say("Who wrote it"), manifest.authors),
        (say("Who reviewed it"), manifest.reviewers),
        (say("Approved by"), approved),
        (say("Certified"), manifest.certified),
        (say("Written on"), day(manifest.written)),
        (say("Out of date from"), day(manifest.expires)),
        (say("When it is looked at again"), manifest.updates),
        (say("How the evidence was chosen"), manifest.selection),
        (say("Who paid"), manifest.funding),
        (say("How hard it is to read"), manifest.readability),
    )
    return tuple(LineView(label=label, text=text) for label, text in lines)


def _program(program: str) -> tuple[LineView, ...]:
    lines = (
        (say("Version"), program),
        (
            say("Where data stay"),
            say("They stay on this computer, encrypted. The program uses no network."),
        ),
        (
            say("Licences"),
            say(
                "The program is free software under the Apache License 2.0. It uses Qt under the "
                "LGPL 3. The files LICENSE and NOTICE that come with it name every part and its "
                "licence."
            ),
        ),
    )
    return tuple(LineView(label=label, text=text) for label, text in lines)


def _group(kind: ItemKind) -> ItemsView:
    items = tuple(each for each in checklist() if each.kind is kind)
    apply = [each for each in items if each.state is not ItemState.DOES_NOT_APPLY]
    met = sum(each.state is ItemState.MET for each in apply)
    title = {
        ItemKind.QUALIFYING: say(
            "To be called a decision aid: {met} of {n} met", met=met, n=len(apply)
        ),
        ItemKind.CERTIFYING: say(
            "To keep from harmful bias: {met} of {n} met", met=met, n=len(apply)
        ),
        ItemKind.QUALITY: say("To be a strong one: {met} of {n} met", met=met, n=len(apply)),
    }[kind]
    return ItemsView(title=title, items=items)


_Row = tuple[str, str, ItemState]
_MET, _PEOPLE, _NO = ItemState.MET, ItemState.NEEDS_PEOPLE, ItemState.DOES_NOT_APPLY


def _qualifying() -> tuple[_Row, ...]:
    return (
        ("Q1", say("Says what the illness is"), _MET),
        ("Q2", say("Says which decision is to be made"), _MET),
        ("Q3", say("Lists the options"), _MET),
        ("Q4", say("Tells the good sides of each option"), _MET),
        ("Q5", say("Tells the bad sides of each option"), _MET),
        ("Q6", say("Tells what living with each result is like"), _MET),
    )


def _certifying() -> tuple[_Row, ...]:
    test = say("no page is about a test")
    return (
        ("C1", say("Gives good and bad sides the same room"), _MET),
        ("C2", say("Names the sources of its evidence"), _MET),
        ("C3", say("Says when it was written"), _MET),
        ("C4", say("Says when it is looked at again"), _MET),
        ("C5", say("Says how sure the numbers are"), _MET),
        ("C6", say("Says who paid for it"), _MET),
        ("C7", say("Says what a test measures ({why})", why=test), _NO),
        ("C8", say("Says what follows when a test finds something ({why})", why=test), _NO),
        ("C9", say("Says what follows when a test finds nothing ({why})", why=test), _NO),
        (
            "C10",
            say("Says that a test may find what would never have mattered ({why})", why=test),
            _NO,
        ),
    )


def _quality_numbers() -> tuple[_Row, ...]:
    test = say("no page is about a test")
    return (
        ("1", say("Tells what happens when nothing is done"), _MET),
        ("2", say("Lets good and bad sides be compared across options"), _MET),
        ("3", say("Tells how often a test rightly finds it ({why})", why=test), _NO),
        ("4", say("Tells how often a test rightly finds nothing ({why})", why=test), _NO),
        ("5", say("Tells how often a test wrongly finds it ({why})", why=test), _NO),
        ("6", say("Tells how often a test wrongly finds nothing ({why})", why=test), _NO),
        ("7", say("Tells the chance of finding it with and without a test ({why})", why=test), _NO),
        ("8", say("Tells the chances of what may happen"), _MET),
        ("9", say("Says which people the numbers are about"), _MET),
        ("10", say("Counts people, so many of 100"), _MET),
        ("11", say("Compares over the same time"), _MET),
        ("12", say("Compares out of the same number of people"), _MET),
        ("13", say("Shows a number in more than one way"), _MET),
        ("14", say("Asks what matters most to the patient"), _MET),
        ("15", say("Leads to a decision step by step"), _MET),
        ("16", say("Gives questions to ask the clinician"), _MET),
    )


def _quality_people() -> tuple[_Row, ...]:
    return (
        ("17", say("Asked patients what they need, before it was made"), _PEOPLE),
        ("18", say("Asked clinicians what they need, before it was made"), _PEOPLE),
        ("19", say("Reviewed by patients from outside"), _PEOPLE),
        ("20", say("Reviewed by clinicians from outside"), _PEOPLE),
        ("21", say("Tried out with patients who face the decision"), _PEOPLE),
        ("22", say("Tried out with clinicians"), _PEOPLE),
        ("23", say("Says how the evidence was chosen"), _MET),
        ("24", say("Says how good the evidence is"), _MET),
        ("25", say("Names its authors and what they are"), _MET),
        ("26", say("Says how hard it is to read"), _MET),
        ("27", say("Shown to help people choose what fits their wishes"), _PEOPLE),
        ("28", say("Shown to help people know more"), _PEOPLE),
    )


def state_word(state: ItemState) -> str:
    """Give the word for the state of an item."""
    return {
        ItemState.MET: say("Met"),
        ItemState.NEEDS_PEOPLE: say("Not done: needs people"),
        ItemState.DOES_NOT_APPLY: say("Does not apply"),
    }[state]
