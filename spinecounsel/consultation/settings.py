"""What a clinic has set, out of its vault and into it; each change gives what holds then."""

import base64
import datetime as dt
from collections.abc import Callable
from pathlib import Path

from spinecounsel.consultation.reading import read_file
from spinecounsel.document.logo import MOST_BYTES, read_logo
from spinecounsel.record.clinic import Clinic
from spinecounsel.storage import Setting, Vault
from spinecounsel.viewing.settings import (
    CONFIRM_AFTER,
    IDLE,
    IDLE_MINUTES,
    JURISDICTION,
    NAME,
    Settings,
    read_days,
    read_minutes,
    read_words,
)

_FIELDS: dict[str, tuple[Setting, Callable[[str], str | int | None]]] = {
    NAME: (Setting.CLINIC, read_words),
    JURISDICTION: (Setting.JURISDICTION, read_words),
    CONFIRM_AFTER: (Setting.CONFIRM_AFTER, read_days),
    IDLE: (Setting.IDLE_MINUTES, read_minutes),
}


def settings(vault: Vault) -> Settings:
    """Give what holds now."""
    found = vault.settings.all()
    days, minutes = found.get(Setting.CONFIRM_AFTER), found.get(Setting.IDLE_MINUTES)
    clinic = Clinic(
        name=str(found.get(Setting.CLINIC, "")),
        logo=base64.b64decode(str(found.get(Setting.LOGO, ""))),
        jurisdiction=str(found.get(Setting.JURISDICTION, "")),
        confirm_after=days if isinstance(days, int) else None,
    )
    return Settings(
        clinic=clinic,
        idle_minutes=minutes if isinstance(minutes, int) else IDLE_MINUTES,
        years=vault.retention.years,
    )


def write(vault: Vault, *, key: str, typed: str, now: dt.datetime) -> Settings:
    """Set the field ``key`` to what was typed.

    Raises:
        Unfit: that cannot be set; what was set before stays.
    """
    setting, read = _FIELDS[key]
    vault.settings.keep(setting, read(typed) or None, now=now)
    return settings(vault)


def use_logo(vault: Vault, *, path: Path, now: dt.datetime) -> Settings:
    """Use the picture in a file as the logo from now on.

    Raises:
        CannotRead, NotALogo: it cannot be used; what was set before stays.
    """
    logo = read_logo(read_file(path, MOST_BYTES + 1))
    vault.settings.keep(Setting.LOGO, base64.b64encode(logo).decode(), now=now)
    return settings(vault)


def remove_logo(vault: Vault, *, now: dt.datetime) -> Settings:
    """Use no logo any more."""
    vault.settings.keep(Setting.LOGO, None, now=now)
    return settings(vault)
