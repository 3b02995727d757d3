import datetime as dt

import pytest

from spinecounsel.storage import (
    MistypedCode,
    NobodyThere,
    NotAllowed,
    Role,
    WaitFirst,
    WeakPassphrase,
    WrongPassphrase,
    WrongRecoveryCode,
    vault_state,
)
from spinecounsel.storage.keys.codes import new_code
from tests.spinecounsel.storage.conftest import NOON, PASSPHRASE

NEW = "found the way back"


def made(shelf):
    vault = shelf.create()
    code, own = vault.recovery_code, vault.person.id
    vault.people.use_recovery_code(code, now=NOON)
    vault.close()
    return code, own


def test_the_code_made_with_the_vault_lets_a_forgotten_passphrase_be_replaced(shelf):
    code, own = made(shelf)
    vault = shelf.recover(code.lower().replace("-", " "), NEW, own)
    assert vault.person.id == own
    assert vault.search() == ()
    assert [event.kind for event in vault.events("")] == [
        "vault created", "recovery code made", "recovery code used",
    ]  # fmt: skip
    vault.close()
    with pytest.raises(WrongPassphrase):
        shelf.open(PASSPHRASE)
    assert shelf.open(NEW).recovery_code == ""


def test_a_code_holds_till_the_next_one_is_on_paper(shelf):
    code, own = made(shelf)
    lost = shelf.recover(code, NEW, own)
    assert lost.recovery_code not in {"", code}
    lost.close()  # before anybody wrote it down
    with pytest.raises(WrongRecoveryCode):
        shelf.recover(lost.recovery_code, "another try of it", own)
    vault = shelf.recover(code, "another phrase", own)
    following = vault.recovery_code
    vault.people.use_recovery_code(following, now=NOON)
    vault.close()
    with pytest.raises(WrongRecoveryCode, match="newer code"):
        shelf.recover(code, "another try of it", own, now=NOON + dt.timedelta(hours=1))
    shelf.recover(following, "yet another phrase", own, now=NOON + dt.timedelta(hours=2))


def test_a_vault_whose_code_was_never_copied_has_none(shelf):
    vault = shelf.create()
    code, own = vault.recovery_code, vault.person.id
    vault.close()
    assert not vault_state(shelf.path).has_code
    with pytest.raises(WrongRecoveryCode):
        shelf.recover(code, NEW, own)
    vault = shelf.open()
    with pytest.raises(NotAllowed):
        vault.people.use_recovery_code(code, now=NOON)
    assert not vault.people.has_recovery_code


def test_a_new_code_takes_the_place_of_the_old_once_it_is_used(shelf):
    old, own = made(shelf)
    vault = shelf.open()
    new = vault.people.offer_recovery_code()
    with pytest.raises(NotAllowed):
        vault.people.use_recovery_code(old, now=NOON)
    vault.close()
    shelf.recover(old, NEW, own).close()
    vault = shelf.open(NEW)
    new = vault.people.offer_recovery_code()
    vault.people.use_recovery_code(new, now=NOON)
    vault.close()
    with pytest.raises(WrongRecoveryCode):
        shelf.recover(old, "another phrase", own)
    shelf.recover(new, "another phrase", own)


def test_it_is_for_everybody_but_not_for_who_was_removed(shelf):
    vault = shelf.create()
    vault.people.name_oneself("Ada", "", now=NOON)
    nora = vault.people.add("Nora", "", (Role.NURSE,), "first words here", now=NOON).id
    gone = vault.people.add("Gone", "", (Role.NURSE,), "first words here", now=NOON).id
    vault.people.remove(gone, now=NOON)
    code = vault.recovery_code
    vault.people.use_recovery_code(code, now=NOON)
    vault.close()
    for ident in (gone, "nobody", ""):
        with pytest.raises(NobodyThere):
            shelf.recover(code, NEW, ident)
    vault = shelf.recover(code, NEW, nora)
    assert not vault.person.temporary
    with pytest.raises(NotAllowed):
        vault.people.offer_recovery_code()
    vault.people.use_recovery_code(vault.recovery_code, now=NOON)  # the next one is hers to copy
    vault.close()
    shelf.open(PASSPHRASE)


def test_wrong_codes_make_a_growing_wait_that_a_restart_does_not_shorten(shelf):
    code, own = made(shelf)
    other = new_code(shelf.random)[0]
    for _ in range(3):
        with pytest.raises(WrongRecoveryCode):
            shelf.recover(other, NEW, own)
    with pytest.raises(WaitFirst):
        shelf.recover(code, NEW, own)
    with pytest.raises(WaitFirst):
        shelf.open()
    shelf.recover(code, NEW, own, now=NOON + dt.timedelta(seconds=3))


def test_a_slip_or_a_weak_passphrase_counts_as_no_try(shelf):
    code, own = made(shelf)
    slip = ("A" if code[0] != "A" else "B") + code[1:]
    for _ in range(5):
        with pytest.raises(MistypedCode):
            shelf.recover(slip, NEW, own)
        with pytest.raises(WeakPassphrase):
            shelf.recover(code, "short", own)
    shelf.recover(code, NEW, own)


def test_the_code_lies_in_no_file_and_no_log(shelf, caplog):
    code, own = made(shelf)
    vault = shelf.recover(code, NEW, own)
    codes = (code, vault.recovery_code)
    vault.people.use_recovery_code(vault.recovery_code, now=NOON)
    trail = str(vault.events(""))
    for file in shelf.folder.iterdir():
        data = file.read_bytes()
        for each in codes:
            for form in (each, each.replace("-", ""), each.split("-")[0]):
                assert form.encode() not in data
                assert form not in trail + caplog.text
