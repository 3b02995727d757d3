"""The people who can open the vault: who they are, and what each may do, in plain words."""

from collections.abc import Mapping, Sequence

from spinecounsel.frozen import Frozen
from spinecounsel.wording import say


class PersonFacts(Frozen, frozen=True, kw_only=True):
    """Somebody as the vault knows them; ``roles`` are keys of ``role_words``."""

    id: str
    name: str
    title: str
    roles: tuple[str, ...]
    temporary: bool
    second_factor: bool


class PersonRow(Frozen, frozen=True, kw_only=True):
    """One person of the list; ``spoken`` is all of it for who cannot see it."""

    id: str
    name: str
    title: str
    roles: str
    state: str
    own: bool
    second_factor: bool
    role_keys: tuple[str, ...]
    spoken: str


class PeopleView(Frozen, frozen=True, kw_only=True):
    """The list; ``keeps_people`` says whether it may be changed by who looks at it.

    ``code`` says how it stands with the recovery code, ``trail`` how the trail comes to be read,
    empty where somebody may.
    """

    rows: tuple[PersonRow, ...]
    sentence: str
    keeps_people: bool
    own_second_factor: bool
    code: str
    trail: str


def role_words() -> Mapping[str, tuple[str, str]]:
    """Give the name of each role, and what it may do."""
    return {
        "clinician": (
            say("Clinician"),
            say("Leads consultations, signs and seals records, reads all of them."),
        ),
        "nurse": (
            say("Nurse"),
            say("Prepares consultations and reads all of them. Cannot sign."),
        ),
        "reader": (
            say("Reader"),
            say("Reads consultations and gives out their documents. Changes nothing."),
        ),
        "administrator": (
            say("Administrator"),
            say(
                "Looks after people, backups and keeping. Reads consultations only in an emergency."
            ),
        ),
        "auditor": (
            say("Auditor"),
            say("Reads the trail of who did what, and consultations only in an emergency."),
        ),
    }


def people_view(
    people: Sequence[PersonFacts], *, own: str, keeps_people: bool, has_code: bool
) -> PeopleView:
    """Give the view for the person with the id ``own``."""
    return PeopleView(
        rows=tuple(_row(person, own) for person in people),
        sentence=say(
            "Each person has a passphrase of their own. Whatever is done with the vault is noted "
            "under the name of who did it."
        ),
        keeps_people=keeps_people,
        own_second_factor=any(each.second_factor for each in people if each.id == own),
        code=_code_words(has_code=has_code),
        trail=_trail_words(people) if keeps_people else "",
    )


def _trail_words(people: Sequence[PersonFacts]) -> str:
    if any("auditor" in person.roles for person in people):
        return ""
    return say(
        "Nobody reads the trail of who did what yet. To let somebody read it, give them the role "
        "of auditor."
    )


def _code_words(*, has_code: bool) -> str:
    if not has_code:
        return say(
            "There is no recovery code for this vault yet. Make one: without it nobody can help an "
            "administrator who forgets the passphrase."
        )
    return say("A new recovery code takes the place of the old sheet.")


def _row(person: PersonFacts, own: str) -> PersonRow:
    words = role_words()
    roles = ", ".join(words[role][0] for role in person.roles)
    states = (
        say("You.") if person.id == own else "",
        say("Uses a second factor.") if person.second_factor else "",
        say("Has not chosen a passphrase yet.") if person.temporary else "",
    )
    state = " ".join(filter(None, states))
    name = person.name or say("No name yet")
    return PersonRow(
        id=person.id,
        name=name,
        title=person.title,
        roles=roles,
        state=state,
        own=person.id == own,
        second_factor=person.second_factor,
        role_keys=person.roles,
        spoken=". ".join(filter(None, (name, person.title, roles, state))),
    )
