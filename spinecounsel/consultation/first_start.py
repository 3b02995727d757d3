"""The first start of a vault: how far its guide has come is kept in the vault, so none loses it."""

import datetime as dt
from contextlib import suppress
from pathlib import Path

from spinecounsel.errors import UserError
from spinecounsel.storage import Vault, create_vault
from spinecounsel.viewing.first_start import Stage


def make_vault(path: Path, passphrase: str, *, name: str, title: str, now: dt.datetime) -> Vault:
    """Create a vault as ``create_vault`` does; who made it is guided through a first start."""
    vault = create_vault(path, passphrase, name=name, title=title, now=now)
    with suppress(UserError):  # the vault is made: without the mark, only the guide can be lost
        keep_stage(vault, stage=Stage.CLINIC)
    return vault


def stage(vault: Vault) -> Stage | None:
    """Give where the guide goes on; None where it came to its end, or was never begun."""
    kept = vault.settings.first_start
    return next((each for each in Stage if each == kept), None)


def keep_stage(vault: Vault, *, stage: Stage | None) -> None:
    """Keep where the guide goes on after an interruption; None at its end."""
    vault.settings.keep_first_start(str(stage or ""))
