"""What a clinic has set: who it is, and its rules; and how a person's words become one of them."""

from collections.abc import Mapping

from spinecounsel.errors import UserError
from spinecounsel.frozen import Frozen
from spinecounsel.letters import cannot_show, cleaned, undrawn
from spinecounsel.record.clinic import MOST_DAYS, NO_CLINIC, Clinic
from spinecounsel.wording import say, say_count

IDLE_MINUTES, MOST_MINUTES = 5, 30
MOST_LETTERS = 120
NAME, JURISDICTION, CONFIRM_AFTER, IDLE = "name", "jurisdiction", "confirm_after", "idle"
"""The keys of what is written."""
LOGO = "logo"


class Settings(Frozen, frozen=True, kw_only=True):
    """What holds now; ``years`` are those of the rule on keeping, which is set elsewhere."""

    clinic: Clinic = NO_CLINIC
    idle_minutes: int = IDLE_MINUTES
    years: int | None = None


class Unfit(UserError):
    """What was written cannot be set."""


class FieldView(Frozen, frozen=True, kw_only=True):
    """A field: what stands in it, what is wrong with that, or a remark."""

    text: str = ""
    problem: str = ""
    remark: str = ""


class ClinicView(Frozen, frozen=True, kw_only=True):
    """The form of the clinic: its name, its logo (PNG, empty for none), and words about that."""

    name: FieldView
    logo: bytes
    logo_words: str
    logo_problem: str


class SettingsView(Frozen, frozen=True, kw_only=True):
    """What the section shows beside the clinic: fields by their key, and the rule on keeping."""

    fields: dict[str, FieldView]
    keeping: str


Said = Mapping[str, FieldView]
"""What is said of fields just now, by their key."""


def clinic_view(settings: Settings, said: Said, logo_problem: str = "") -> ClinicView:
    """Give the view of the form of the clinic."""
    return ClinicView(
        name=said.get(NAME) or FieldView(text=settings.clinic.name),
        logo=settings.clinic.logo,
        logo_words=_about_logo(settings.clinic),
        logo_problem=logo_problem,
    )


def settings_view(settings: Settings, said: Said) -> SettingsView:
    """Give the view of the section."""
    kept = {key: FieldView(text=text) for key, text in written(settings).items() if key != NAME}
    return SettingsView(fields=kept | dict(said), keeping=_keeping(settings.years))


def written(settings: Settings) -> dict[str, str]:
    """Give what stands in the fields, by their key."""
    clinic = settings.clinic
    return {
        NAME: clinic.name,
        JURISDICTION: clinic.jurisdiction,
        CONFIRM_AFTER: "" if clinic.confirm_after is None else str(clinic.confirm_after),
        IDLE: str(settings.idle_minutes),
    }


def saved(text: str) -> FieldView:
    """Say of a field that it was saved."""
    return FieldView(text=text, remark=say("Saved."))


def unchanged(settings: Settings, key: str, reason: str) -> str:
    """Say of a field, or of the logo, that it stays as it is, for who does not see it."""
    field, value = _name(key), written(settings).get(key)
    if value is None:
        return say("{field}: nothing was changed. {reason}", field=field, reason=reason)
    if not value:
        return say("{field}: stays empty. {reason}", field=field, reason=reason)
    if key in {NAME, JURISDICTION}:
        return say("{field}: stays “{value}”. {reason}", field=field, value=value, reason=reason)
    return say("{field}: stays at {value}. {reason}", field=field, value=value, reason=reason)


def _name(key: str) -> str:
    names = {
        NAME: say("Name of the clinic"),
        JURISDICTION: say("Country or state whose law the clinic works under"),
        CONFIRM_AFTER: say("Days after which a consent is talked through again"),
        IDLE: say("Minutes until the vault locks itself"),
        LOGO: say("Logo of the clinic"),
    }
    return names[key]


def read_words(typed: str) -> str:
    """Read a name or another line that stands on paper.

    Raises:
        Unfit: it is too long, or has letters that the paper lacks.
    """
    text = " ".join(cleaned(typed).split())
    if len(text) > MOST_LETTERS:
        raise Unfit(say("Write {n} letters at most.", n=MOST_LETTERS))
    if sentence := cannot_show(undrawn(text)):
        raise Unfit(sentence)
    return text


def read_days(typed: str) -> int | None:
    """Read after how many days a decision is talked through again; None for an empty text.

    Raises:
        Unfit: it is no whole number from 1 to 365.
    """
    if not typed.strip():
        return None
    if (days := _whole(typed)) is None or not 1 <= days <= MOST_DAYS:
        raise Unfit(
            say(
                "Write a whole number from 1 to {most}, or nothing if the clinic does not ask for "
                "it.",
                most=MOST_DAYS,
            )
        )
    return days


def read_minutes(typed: str) -> int:
    """Read after how many minutes the vault is locked.

    Raises:
        Unfit: it is no whole number from 1 to 30.
    """
    if (minutes := _whole(typed)) is None or not 1 <= minutes <= MOST_MINUTES:
        raise Unfit(say("Write a whole number from 1 to {most}.", most=MOST_MINUTES))
    return minutes


def _whole(typed: str) -> int | None:
    text = typed.strip()
    short = len(text) <= len(str(MOST_DAYS))
    return int(text) if short and text.isascii() and text.isdigit() else None


def _about_logo(clinic: Clinic) -> str:
    if clinic.logo:
        return say("It stands on each paper like this, small, on white.")
    return say("No logo is set. Choose a PNG or JPEG picture.")


def _keeping(years: int | None) -> str:
    if years is None:
        return say("There is no rule on how long consultations are kept.")
    return say_count(
        "Consultations are kept for {n} year. Nothing is erased by itself.",
        "Consultations are kept for {n} years. Nothing is erased by itself.",
        years,
    )
