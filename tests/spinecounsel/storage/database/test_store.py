"""The connection is made anew after an error, and takes nothing for granted then."""

import pytest

from spinecounsel.storage import VaultDamaged


def test_an_older_file_under_an_open_vault_is_noticed_when_it_is_opened_anew(shelf, entry):
    """After an error the connection is made anew: what lies there by then may be another state."""
    vault = shelf.create()
    vault.close()
    older = shelf.path.read_bytes()
    vault = shelf.open()
    vault.save_draft(entry("d1"))
    vault._store._give_up()
    shelf.path.write_bytes(older)
    with pytest.raises(VaultDamaged, match="older than what was last saved"):
        vault.draft("d1")
