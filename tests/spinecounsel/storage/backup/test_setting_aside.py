"""A vault makes room for a restored one, whole and under another name."""

import pytest

from spinecounsel.storage import (
    CannotRestore,
    Condition,
    VaultAbsent,
    VaultInUse,
    set_aside,
    vault_state,
)
from spinecounsel.storage.backup import setting_aside
from tests.spinecounsel.storage.conftest import NOON


def test_a_vault_is_set_aside_whole(shelf, entry):
    vault = shelf.create()
    vault.file_record(entry("r"), b"%PDF", "seal")
    vault.close()
    aside = set_aside(shelf.path, now=NOON)
    assert aside == shelf.folder / "clinic-set-aside-2026-11-24T120000" / "clinic.vault"
    assert vault_state(shelf.path).condition is Condition.ABSENT
    shelf.create().close()
    assert set_aside(shelf.path, now=NOON).parent.name.endswith("120000-2")
    shelf.path = aside
    assert shelf.open().record("r").document == b"%PDF"


def test_an_open_or_absent_one_is_not(shelf):
    vault = shelf.create()
    with pytest.raises(VaultInUse):
        set_aside(shelf.path, now=NOON)
    vault.close()
    set_aside(shelf.path, now=NOON)
    with pytest.raises(VaultAbsent):
        set_aside(shelf.path, now=NOON)


@pytest.mark.parametrize("moves", range(4))
def test_cut_short_it_is_brought_to_an_end_the_next_time(shelf, monkeypatch, moves):
    shelf.create().close()
    left, real = [moves], setting_aside.Path.rename

    def rename(self, target):
        if not left[0]:
            raise PermissionError(13, "in use")
        left[0] -= 1
        return real(self, target)

    with monkeypatch.context() as patch:
        patch.setattr(setting_aside.Path, "rename", rename)
        with pytest.raises(CannotRestore, match="Close what uses it"):
            set_aside(shelf.path, now=NOON)
    shelf.path = set_aside(shelf.path, now=NOON)
    assert shelf.open().check().problems == ()
