"""Every key of the program: the one list from which shortcuts are made and help is written."""

from collections.abc import Iterable
from enum import StrEnum

from spinecounsel.frozen import Frozen
from spinecounsel.wording import say


class Where(StrEnum):
    """Where a key does something: in the program, in a consultation, or on one screen."""

    ALWAYS = "always"
    TALK = "talk"
    TURNED = "turned"
    MANUAL = "manual"
    CONTROLS = "controls"
    RAIL = "rail"
    LIBRARY = "library"
    CASE = "case"
    EXPECT = "expect"
    WALK = "walk"
    DECISION = "decision"
    SIGN = "sign"
    FINISHED = "finished"
    VAULT = "vault"


class Key(Frozen, frozen=True, kw_only=True):
    """Keys that do the same, as Qt writes them, what they do, and the name of that."""

    act: str
    keys: tuple[str, ...]
    where: Where
    words: str


class KeyLine(Frozen, frozen=True, kw_only=True):
    """Keys as a person reads them, and what they do."""

    keys: str
    words: str


class KeyGroup(Frozen, frozen=True, kw_only=True):
    """Keys that belong together."""

    title: str
    lines: tuple[KeyLine, ...]


def all_keys() -> tuple[Key, ...]:
    """Give every key, in the order in which help names them."""
    return tuple(
        Key(act=act, keys=tuple(keys.split()), where=where, words=words)
        for where, rows in _ROWS.items()
        for act, keys, words in rows()
    )


def shortcuts(*places: Where) -> tuple[tuple[str, str], ...]:
    """Give what the keys of ``places`` do, and each key, to make shortcuts from."""
    return tuple(
        (each.act, key) for each in all_keys() if each.where in places for key in each.keys
    )


def keys_view(
    screen: str = "", *, walking: bool = False, mac: bool = False
) -> tuple[KeyGroup, ...]:
    """Give the keys that work on ``screen``, its own first; all there are without a screen."""
    here = [each for each in _OF_SCREENS if each == screen or not screen]
    if walking or not screen:
        here += [Where.TALK, Where.RAIL]
    places = (*here, Where.ALWAYS, Where.TURNED, Where.MANUAL, Where.CONTROLS)
    return tuple(_group(place, mac=mac) for place in places)


def spoken(keys: Iterable[str], *, mac: bool = False) -> str:
    """Give keys as a person reads them: ``Ctrl+PgDown`` is ``Ctrl + Page Down``."""
    names = _names(mac=mac)
    return say(" or ").join(
        " + ".join(names.get(part, part) for part in _parts(each)) for each in keys
    )


def _title_of(where: Where) -> str:
    """Give the title of the keys of a place."""
    return {
        Where.ALWAYS: say("In the whole program"),
        Where.TALK: say("In a consultation"),
        Where.TURNED: say("While the patient's view fills the window"),
        Where.MANUAL: say("In the manual"),
        Where.CONTROLS: say("On buttons, lists and fields"),
        Where.RAIL: say("In the list of steps"),
        Where.LIBRARY: say("In the list of consultations"),
        Where.CASE: say("On the drawn spine"),
        Where.EXPECT: say("On a scale from 0 to 100"),
        Where.WALK: say("On the walk through an option"),
        Where.DECISION: say("On the three kinds of decision"),
        Where.SIGN: say("Where the record is sealed"),
        Where.FINISHED: say("In the preview of a document"),
        Where.VAULT: say("On the parts of the vault"),
    }[where]


def _group(place: Where, *, mac: bool) -> KeyGroup:
    return KeyGroup(
        title=_title_of(place),
        lines=tuple(
            KeyLine(keys=spoken(each.keys, mac=mac), words=each.words)
            for each in all_keys()
            if each.where is place
        ),
    )


def _parts(keys: str) -> list[str]:
    """Take a key apart; the plus sign may be a key itself."""
    head, plus, last = keys.rpartition("+")
    if not last:
        head, last = head.removesuffix("+"), "+"
    return [*(part for part in head.split("+") if plus and part), last]


def _names(*, mac: bool) -> dict[str, str]:
    return {
        "Ctrl": say("Cmd") if mac else say("Ctrl"),
        "Alt": say("Option") if mac else say("Alt"),
        "Shift": say("Shift"),
        "PgDown": say("Page Down"),
        "PgUp": say("Page Up"),
        "Any": say("Any key"),
        "Esc": say("Escape"),
        "Return": say("Enter"),
        "Space": say("Space"),
        "Del": say("Delete"),
        "Backspace": say("Backspace"),
        "Up": say("Up"),
        "Down": say("Down"),
        "Left": say("Left"),
        "Right": say("Right"),
        "+": say("plus"),
        "-": say("minus"),
        "=": say("equals"),
    }


def _always() -> tuple[tuple[str, str, str], ...]:
    return (
        ("manual", "F1", say("Opens the manual at the part that is about this page.")),
        ("keys", "F2", say("Shows the keys of this page.")),
        ("larger", "Ctrl++ Ctrl+=", say("Makes the text larger.")),
        ("smaller", "Ctrl+-", say("Makes the text smaller.")),
        ("plain", "Ctrl+0", say("Sets the text back to 100 %.")),
        (
            "turn",
            "F9",
            say("Lets the patient's view fill the window, and turns back from it."),
        ),
        ("lock", "Ctrl+L", say("Locks the program. The draft is kept.")),
    )


def _talk() -> tuple[tuple[str, str, str], ...]:
    return (
        ("continue", "Ctrl+PgDown", say("Goes to the next step.")),
        ("back", "Ctrl+PgUp", say("Goes to the step before.")),
        ("undo", "Ctrl+Z", say("Takes the last change back.")),
        ("words", "F8", say("Explains the medical words on the page.")),
        (
            "aloud",
            "F7",
            say("Reads the page aloud, or stops. It needs a voice on this computer."),
        ),
        ("hush", "Esc", say("Stops reading aloud.")),
    )


def _turned() -> tuple[tuple[str, str, str], ...]:
    return (
        ("turn back", "Esc", say("Turns back to your own view.")),
        ("scroll line", "Up Down", say("Scrolls a little.")),
        ("scroll page", "PgUp PgDown Space", say("Scrolls by a page.")),
    )


def _manual() -> tuple[tuple[str, str, str], ...]:
    return (
        ("find", "Ctrl+F", say("Goes to the search.")),
        ("manual back", "Alt+Left", say("Goes back to what was read before.")),
        ("chapter after", "Ctrl+PgDown", say("Turns to the next chapter.")),
        ("chapter before", "Ctrl+PgUp", say("Turns to the chapter before.")),
        ("chapters", "Up Down", say("Goes from the search to the list, and along it.")),
        ("close manual", "Esc", say("Empties the search, then closes the manual.")),
    )


def _controls() -> tuple[tuple[str, str, str], ...]:
    return (
        ("next control", "Tab", say("Goes to the next button or field.")),
        ("previous control", "Shift+Tab", say("Goes to the one before.")),
        ("press", "Space Return", say("Presses a button, or opens a row.")),
        ("tick", "Space", say("Picks an answer or ticks a box.")),
        ("along", "Up Down Left Right", say("Go along answers, tabs and rows.")),
        ("scroll", "PgUp PgDown", say("Scrolls what is longer than the window.")),
        ("leave", "Esc", say("Closes what opened on top: a card, a list or a question.")),
        ("stay", "Any", say("Stops the countdown to the lock.")),
    )


def _rail() -> tuple[tuple[str, str, str], ...]:
    return (
        ("step along", "Up Down", say("Goes from step to step.")),
        ("step ends", "Home End", say("Goes to the first or the last step.")),
        ("step pick", "Space Return", say("Turns to that step.")),
    )


def _library() -> tuple[tuple[str, str, str], ...]:
    return (
        ("rows", "Down Up", say("Goes from the search to the rows, and along them.")),
        ("open", "Return", say("Opens the row.")),
    )


def _case() -> tuple[tuple[str, str, str], ...]:
    return (
        ("spine along", "Up Down", say("Goes from one vertebra, or part, to the next.")),
        ("spine pick", "Space", say("Marks the vertebra, or opens the part.")),
    )


def _expect() -> tuple[tuple[str, str, str], ...]:
    return (
        ("scale step", "Left Right", say("Moves the mark by one step.")),
        ("scale leap", "PgUp PgDown", say("Moves it by ten.")),
        ("scale ends", "Home End", say("Moves it to 0 or to 100.")),
        ("scale none", "Del Backspace", say("Takes the answer away.")),
    )


def _walk() -> tuple[tuple[str, str, str], ...]:
    return (
        ("discussed", "D", say("Marks the topic as discussed.")),
        ("material", "M", say("Marks that it matters to this patient.")),
        ("ask", "Q", say("Opens a question of the patient.")),
        ("topics along", "Up Down", say("Goes along the list of topics.")),
        ("topics ends", "Home End", say("Goes to the first or the last topic.")),
    )


def _decision() -> tuple[tuple[str, str, str], ...]:
    return (
        ("kinds along", "Up Down Left Right", say("Goes from one to the next.")),
        ("kinds pick", "Space", say("Picks it.")),
    )


def _sign() -> tuple[tuple[str, str, str], ...]:
    return (("not sealed", "Esc", say("Goes back without sealing.")),)


def _finished() -> tuple[tuple[str, str, str], ...]:
    return (
        ("preview ends", "Home End", say("Goes to the first or the last page.")),
        ("preview page", "PgUp PgDown", say("Scrolls by a page.")),
    )


def _vault() -> tuple[tuple[str, str, str], ...]:
    return (("sections", "Left Right", say("Goes from part to part.")),)


_ROWS = {
    Where.WALK: _walk,
    Where.LIBRARY: _library,
    Where.CASE: _case,
    Where.EXPECT: _expect,
    Where.DECISION: _decision,
    Where.SIGN: _sign,
    Where.FINISHED: _finished,
    Where.VAULT: _vault,
    Where.TALK: _talk,
    Where.RAIL: _rail,
    Where.TURNED: _turned,
    Where.ALWAYS: _always,
    Where.MANUAL: _manual,
    Where.CONTROLS: _controls,
}
_OF_SCREENS = (
    *(Where.LIBRARY, Where.CASE, Where.EXPECT, Where.WALK, Where.DECISION, Where.SIGN),
    *(Where.FINISHED, Where.VAULT),
)
