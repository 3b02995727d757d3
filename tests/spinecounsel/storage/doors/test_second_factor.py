import base64
import datetime as dt
from urllib.parse import parse_qs, urlsplit

import pytest

from spinecounsel.storage import (
    CodeNeeded,
    NotAllowed,
    Role,
    WaitFirst,
    WrongPassphrase,
    WrongSecondCode,
)
from spinecounsel.storage.doors.second_factor import Factor, _totp
from tests.spinecounsel.storage.conftest import NOON, PASSPHRASE

STEP = dt.timedelta(seconds=30)
RFC = base64.b32encode(b"12345678901234567890").decode()


def code_of(secret, now):
    return _totp(secret).generate(int(now.timestamp())).decode()


@pytest.mark.parametrize(
    ("second", "code"),
    [
        (59, "287082"),
        (1111111109, "081804"),
        (1111111111, "050471"),
        (1234567890, "005924"),
        (2000000000, "279037"),
        (20000000000, "353130"),
    ],
)
def test_the_codes_are_those_of_rfc_6238(second, code):
    """Appendix B gives eight digits; six are their end."""
    now = dt.datetime.fromtimestamp(second, tz=dt.UTC)
    assert Factor(secret=RFC).step_of(code, now) == second // 30
    assert Factor(secret=RFC).step_of(f" {code[:3]} {code[3:]}", now) == second // 30


def test_the_neighbouring_steps_count_too_and_no_others():
    factor = Factor(secret=RFC)
    present = int(NOON.timestamp()) // 30
    for distance in (-1, 0, 1):
        assert factor.step_of(code_of(RFC, NOON + distance * STEP), NOON) == present + distance
    for distance in (-2, 2):
        with pytest.raises(WrongSecondCode):
            factor.step_of(code_of(RFC, NOON + distance * STEP), NOON)


@pytest.mark.parametrize("typed", ["", "12345", "0287082", "abcdef", "287082287082"])
def test_what_is_no_code_is_refused(typed):
    with pytest.raises(WrongSecondCode):
        Factor(secret=RFC).step_of(typed, dt.datetime.fromtimestamp(59, tz=dt.UTC))


def switched_on(shelf):
    vault = shelf.create()
    offer = vault.second_factor.offer()
    vault.second_factor.switch_on(offer, code_of(offer.secret, NOON), now=NOON)
    kept = vault.recovery_code, vault.person.id
    vault.people.use_recovery_code(vault.recovery_code, now=NOON)
    vault.close()
    return offer.secret, *kept


def test_it_is_on_only_after_a_right_code(shelf):
    vault = shelf.create()
    offer = vault.second_factor.offer()
    with pytest.raises(WrongSecondCode):
        vault.second_factor.switch_on(offer, "000000", now=NOON)
    assert vault.second_factor.whose() == frozenset()
    vault.second_factor.switch_on(offer, code_of(offer.secret, NOON), now=NOON)
    assert vault.second_factor.whose() == {vault.person.id}
    vault.close()
    with pytest.raises(CodeNeeded):
        shelf.open()


def test_the_address_is_what_authenticators_read(shelf):
    vault = shelf.create()
    vault.people.name_oneself("Dr Ada Ö", "", now=NOON)
    offer = vault.second_factor.offer()
    parts = urlsplit(offer.address)
    assert (parts.scheme, parts.netloc) == ("otpauth", "totp")
    assert parse_qs(parts.query) == {
        "digits": ["6"],
        "secret": [offer.secret],
        "algorithm": ["SHA1"],
        "issuer": ["SpineCounsel"],
        "period": ["30"],
    }
    assert len(base64.b32decode(offer.secret)) * 8 >= 160


def test_the_vault_opens_with_passphrase_and_code_and_each_code_counts_once(shelf):
    secret, *_ = switched_on(shelf)
    later = NOON + 4 * STEP
    code = code_of(secret, later)
    with pytest.raises(WrongPassphrase):
        shelf.open("not the passphrase", now=later, code=code)
    shelf.open(now=later, code=code).close()
    for moment in (later, later + STEP):
        with pytest.raises(WrongSecondCode, match="used before"):
            shelf.open(now=moment, code=code)
    shelf.open(now=later + STEP, code=code_of(secret, later + STEP)).close()


def test_the_code_that_switched_it_on_is_used_up(shelf):
    secret, *_ = switched_on(shelf)
    with pytest.raises(WrongSecondCode):
        shelf.open(code=code_of(secret, NOON))


def test_to_be_asked_for_the_code_is_no_wrong_try(shelf):
    secret, *_ = switched_on(shelf)
    later = NOON + 4 * STEP
    for _ in range(6):
        with pytest.raises(CodeNeeded):
            shelf.open(now=later)
    shelf.open(now=later, code=code_of(secret, later))


def test_wrong_codes_make_a_growing_wait_that_the_passphrase_alone_does_not_end(shelf):
    secret, *_ = switched_on(shelf)
    later = NOON + 4 * STEP
    for _ in range(3):
        with pytest.raises(WrongSecondCode):
            shelf.open(now=later, code="000000")
    with pytest.raises(WaitFirst):
        shelf.open(now=later)
    later += dt.timedelta(seconds=3)
    with pytest.raises(CodeNeeded):
        shelf.open(now=later)
    with pytest.raises(WrongSecondCode):
        shelf.open(now=later, code="000000")
    later += dt.timedelta(seconds=3)
    with pytest.raises(WaitFirst) as caught:
        shelf.open(now=later, code=code_of(secret, later))
    assert caught.value.seconds == 1
    later += 2 * STEP
    vault = shelf.open(now=later, code=code_of(secret, later))
    assert vault.events("")[-1].payload == {"wrong tries": 4}


def test_the_recovery_code_gets_past_it_and_switches_it_off(shelf):
    _secret, code, own = switched_on(shelf)
    vault = shelf.recover(code, "found the way back", own)
    assert vault.second_factor.whose() == frozenset()
    vault.close()
    shelf.open("found the way back")


def test_it_is_switched_off_by_oneself_with_the_passphrase(shelf):
    secret, *_ = switched_on(shelf)
    later = NOON + 4 * STEP
    vault = shelf.open(now=later, code=code_of(secret, later))
    with pytest.raises(WrongPassphrase):
        vault.second_factor.switch_off_own("not this one", now=later)
    vault.second_factor.switch_off_own(PASSPHRASE, now=later)
    assert [event.kind for event in vault.events("")][-2:] == ["vault opened", "second factor off"]
    vault.close()
    shelf.open(now=later)


def test_an_administrator_switches_it_off_for_who_lost_the_authenticator(shelf):
    vault = shelf.create()
    vault.people.name_oneself("Ada", "", now=NOON)
    admin = vault.person.id
    vault.people.add("Nora", "", (Role.NURSE,), "first words here", now=NOON)
    vault.close()
    vault = shelf.open("first words here")
    vault.change_passphrase("first words here", "words of her own", now=NOON)
    offer = vault.second_factor.offer()
    vault.second_factor.switch_on(offer, code_of(offer.secret, NOON), now=NOON)
    nora = vault.person.id
    with pytest.raises(NotAllowed):
        vault.second_factor.switch_off(admin, now=NOON)
    vault.close()
    vault = shelf.open()
    vault.second_factor.switch_off(nora, now=NOON)
    vault.close()
    assert shelf.open("words of her own").person.id == nora


def test_the_secret_lies_in_no_file_in_clear(shelf):
    secret, *_ = switched_on(shelf)
    for file in shelf.folder.iterdir():
        assert secret.encode() not in file.read_bytes()
