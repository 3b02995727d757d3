"""The audit trail in plain lines: who did what, when, to which record."""

import datetime as dt
from collections.abc import Callable, Mapping
from typing import Any

from spinecounsel.dates import moment
from spinecounsel.frozen import Frozen
from spinecounsel.record.addition_words import addition_title
from spinecounsel.record.kinds import AdditionKind, DocumentKind
from spinecounsel.wording import say, say_count

Payload = Mapping[str, Any]


class Happened(Frozen, frozen=True, kw_only=True):
    """One event of the vault; ``by`` is the id of a person, ``record`` may be empty."""

    number: int
    at: dt.datetime
    by: str
    kind: str
    record: str
    payload: dict[str, Any]


class TrailLine(Frozen, frozen=True, kw_only=True):
    """One line for people; ``record`` is the number of a record or draft, if it is about one."""

    number: int
    when: str
    who: str
    what: str
    record: str


def trail_lines(
    events: tuple[Happened, ...], names: Mapping[str, str], zone: dt.tzinfo | None
) -> tuple[TrailLine, ...]:
    """Give a line for each event, in their order; ``names`` are those of people by their id."""
    return tuple(
        TrailLine(
            number=event.number,
            when=moment(event.at.astimezone(zone)),
            who=_name(names, event.by),
            what=_what(event, names),
            record=event.record,
        )
        for event in events
    )


def _what(event: Happened, names: Mapping[str, str]) -> str:
    """Say what was done; an event of a later version by its own name."""
    plain = _plain().get(event.kind)
    if plain is None:
        say_it = _TOLD.get(event.kind)
        plain = say_it(event.payload, names) if say_it else event.kind
    if event.payload.get("emergency"):
        return say("{what} (emergency access)", what=plain)
    return plain


def _plain() -> dict[str, str]:
    """Say what always is said in the same words."""
    return {
        "vault created": say("Made the vault"),
        "filed": say("Sealed and filed a record"),
        "opened": say("Opened a record"),
        "draft opened": say("Opened a draft"),
        "draft begun": say("Began a draft"),
        "draft changed": say("Changed a draft"),
        "vault locked": say("Locked the vault"),
        "exported in an open form": say("Took a record out in an open form"),
        "imported from another vault": say("Took a record in from another vault"),
        "draft discarded": say("Threw a draft away"),
        "earlier state taken back": say("Took an earlier state of a draft back"),
        "key of seals": say("Put a new key for seals into the vault"),
        "recovery code made": say("Made a new recovery code"),
        "recovery code used": say("Opened the vault with the recovery code"),
        "restored from backup": say("Put the vault back from a backup"),
        "vault key changed": say("Gave the vault a new key"),
        "second factor on": say("Asks for a second code at opening from now on"),
    }


def _name(names: Mapping[str, str], ident: object) -> str:
    """Give a name; vaults from before there were several people name nobody."""
    if not ident:
        return say("Not noted")
    return names.get(str(ident), "") or say("Person {id}", id=ident)


def _opened(payload: Payload, _names: Mapping[str, str]) -> str:
    wrong = payload.get("wrong tries", 0)
    if not wrong:
        return say("Opened the vault")
    return say_count(
        "Opened the vault, after {n} wrong try",
        "Opened the vault, after {n} wrong tries",
        wrong,
    )


def _broke_glass(payload: Payload, _names: Mapping[str, str]) -> str:
    return say("Took emergency access, because {reason}", reason=payload.get("reason", ""))


def _added(payload: Payload, _names: Mapping[str, str]) -> str:
    kind = str(payload.get("kind", ""))
    title = addition_title(AdditionKind(kind)) if kind in set(AdditionKind) else kind
    return say("Added to a record: {title}", title=title)


def _retention(payload: Payload, _names: Mapping[str, str]) -> str:
    years = payload.get("years")
    if years is None:
        return say("Took back the rule on how long records are kept")
    return say_count(
        "Set how long records are kept: {n} year",
        "Set how long records are kept: {n} years",
        years,
    )


def _erased(payload: Payload, _names: Mapping[str, str]) -> str:
    why = payload.get("grounds", "")
    if payload.get("what") == "draft":
        return say("Erased a draft for good: {why}", why=why)
    return say("Erased a record for good: {why}", why=why)


def _exported(payload: Payload, _names: Mapping[str, str]) -> str:
    return say("Saved as a file: {document}", document=_document(payload))


def _shown(payload: Payload, _names: Mapping[str, str]) -> str:
    return say("Made and showed a document: {document}", document=_document(payload))


def _printed(payload: Payload, _names: Mapping[str, str]) -> str:
    return say("Sent to a printer: {document}", document=_document(payload))


def _given(payload: Payload, _names: Mapping[str, str]) -> str:
    return say("Gave a document out: {document}", document=_document(payload))


def _document(payload: Payload) -> str:
    kind = str(payload.get("kind", DocumentKind.RECORD))
    return {
        str(DocumentKind.RECORD): say("consent record"),
        str(DocumentKind.COPY): say("the patient’s copy"),
        str(DocumentKind.LARGE_PRINT): say("large print"),
        str(DocumentKind.LETTER): say("letter"),
    }.get(kind, kind)


def _person_added(payload: Payload, names: Mapping[str, str]) -> str:
    roles = ", ".join(map(str, payload.get("roles", ())))
    return say(
        "Let {name} into the vault: {roles}", name=_name(names, payload.get("person")), roles=roles
    )


def _roles(payload: Payload, names: Mapping[str, str]) -> str:
    roles = ", ".join(map(str, payload.get("roles", ())))
    return say(
        "Changed what {name} may do: {roles}", name=_name(names, payload.get("person")), roles=roles
    )


def _removed(payload: Payload, names: Mapping[str, str]) -> str:
    return say("Took {name} out of the vault", name=_name(names, payload.get("person")))


def _renamed(payload: Payload, names: Mapping[str, str]) -> str:
    return say("Changed the name of {name}", name=_name(names, payload.get("person")))


def _passphrase(payload: Payload, names: Mapping[str, str]) -> str:
    return say("Changed the passphrase of {name}", name=_name(names, payload.get("person")))


def _passphrase_given(payload: Payload, names: Mapping[str, str]) -> str:
    return say("Gave {name} a new passphrase", name=_name(names, payload.get("person")))


def _factor_off(payload: Payload, names: Mapping[str, str]) -> str:
    return say("Asks {name} for no second code any more", name=_name(names, payload.get("person")))


def _backed_up(payload: Payload, _names: Mapping[str, str]) -> str:
    deleted = payload.get("deleted", 0)
    if not deleted:
        return say("Made a backup")
    return say_count(
        "Made a backup, and deleted {n} old one",
        "Made a backup, and deleted {n} old ones",
        deleted,
    )


def _backup_checked(payload: Payload, _names: Mapping[str, str]) -> str:
    held = payload.get("holds_erased", 0)
    if not held:
        return say("Checked a backup")
    return say_count(
        "Checked a backup: it still holds {n} record that was erased here",
        "Checked a backup: it still holds {n} records that were erased here",
        held,
    )


def _backup_rule(payload: Payload, _names: Mapping[str, str]) -> str:
    if payload.get("on"):
        return say("Set the rule for backups")
    return say("Took back the rule for backups")


def _setting(payload: Payload, _names: Mapping[str, str]) -> str:
    """Say what was set; a setting of a later version by its own name."""
    key, value = str(payload.get("setting", "")), payload.get("value")
    if key == "idle.minutes" and value:
        return say_count(
            "Set the time until the vault locks itself: {n} minute",
            "Set the time until the vault locks itself: {n} minutes",
            value,
        )
    if key == "clinic.confirm_after":
        if value is None:
            return say("Took back after how many days a consent is talked through again")
        return say_count(
            "Set after how many days a consent is talked through again: {n} day",
            "Set after how many days a consent is talked through again: {n} days",
            value,
        )
    names = {
        "clinic": say("name of the clinic"),
        "clinic.logo": say("logo of the clinic"),
        "clinic.jurisdiction": say("law that the clinic works under"),
    }
    return say("Changed a setting: {what}", what=names.get(key, key))


_TOLD: dict[str, Callable[[Payload, Mapping[str, str]], str]] = {
    "vault opened": _opened,
    "emergency access": _broke_glass,
    "added to record": _added,
    "time of keeping set": _retention,
    "erased": _erased,
    "exported": _exported,
    "document shown": _shown,
    "printed": _printed,
    "copy given": _given,
    "person added": _person_added,
    "person removed": _removed,
    "person renamed": _renamed,
    "roles changed": _roles,
    "passphrase changed": _passphrase,
    "passphrase given": _passphrase_given,
    "second factor off": _factor_off,
    "backup made": _backed_up,
    "backup checked": _backup_checked,
    "rule of backups set": _backup_rule,
    "setting changed": _setting,
}
