import hashlib
import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from spinecounsel.storage import Added, NoLongerDraft, NotInVault, VaultDamaged
from spinecounsel.storage.database import schema
from tests.spinecounsel.storage.conftest import NOON, Shelf
from tests.spinecounsel.storage.test_opening import alter

NUMBERS = itertools.count()
KINDS = ("addendum", "withdrawal", "supersession")


def added(ident="a1", **changes):
    fields = {
        "id": ident,
        "record_id": "c1",
        "kind": "addendum",
        "at": NOON,
        "sha256": "ab" * 32,
        "body": b'{"text":"later"}',
        "document": b"%PDF later",
    }
    return Added(**(fields | changes))


@pytest.fixture
def vault(shelf, entry):
    vault = shelf.create()
    vault.file_record(entry(), b"%PDF", "seal")
    return vault


@pytest.fixture(scope="module")
def one_vault(tmp_path_factory, draw_up):
    shelf = Shelf(tmp_path_factory.mktemp("vault"))
    vault = shelf.create()
    vault.file_record(draw_up(), b"%PDF", "seal")
    yield vault
    shelf.close()


@given(
    kind=st.sampled_from(KINDS),
    body=st.binary(max_size=5000),
    document=st.binary(max_size=5000),
)
def test_an_addition_comes_back_and_never_changes_a_byte_of_its_record(
    one_vault, kind, body, document
):
    before = one_vault.record("c1"), _stored(one_vault)
    new = added(f"a{next(NUMBERS)}", kind=kind, body=body, document=document)
    one_vault.later.file(new)
    assert one_vault.later.of("c1")[-1] == new
    assert (one_vault.record("c1"), _stored(one_vault)) == before


def _stored(vault):
    """What is stored of the record: all columns, and its line in the list but for the mark."""
    with vault._store.reading() as db:
        row = db.execute("SELECT * FROM record").fetchone()
        columns = "place, id, sealed, updated, consulted_on, status, fields, words, options"
        listed = db.execute(f"SELECT {columns} FROM listing").fetchone()  # noqa: S608
    return hashlib.sha256(repr((row, listed)).encode()).hexdigest()


def test_the_list_and_the_trail_say_so(vault):
    assert vault.search()[0].later == ()
    vault.later.file(added("a1", kind="withdrawal", body=b"Maria changed her mind"))
    vault.later.file(added("a2"))
    assert vault.search("maria")[0].later == ("addendum", "withdrawal")
    events = [each for each in vault.events("c1") if each.kind == "added to record"]
    assert [each.payload["kind"] for each in events] == ["withdrawal", "addendum"]
    assert not any("Maria" in repr(each) for each in events)
    assert vault.check().problems == ()


def test_filing_the_same_twice_is_harmless_and_another_under_its_id_is_refused(vault):
    vault.later.file(added())
    vault.later.file(added())
    with pytest.raises(NoLongerDraft):
        vault.later.file(added(body=b"other"))
    assert vault.later.of("c1") == (added(),)


def test_nothing_is_added_to_what_is_no_record(vault, entry):
    vault.save_draft(entry("c2"))
    for ident in ("c2", "c9"):
        with pytest.raises(NotInVault):
            vault.later.file(added(record_id=ident))


def test_a_new_record_and_the_word_that_it_replaces_another_are_filed_together(vault, entry):
    replacing = added("a1", kind="supersession")
    vault.file_record(entry("c2"), b"%PDF", "seal", replacing=replacing)
    assert vault.later.of("c1") == (replacing,)
    with pytest.raises(NotInVault):
        vault.file_record(entry("c3"), b"%PDF", "seal", replacing=added("a2", record_id="zz"))
    with pytest.raises(NotInVault):
        vault.record("c3")


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE addition SET body = x'00'",
        "UPDATE addition SET kind = 'withdrawal'",
        "DELETE FROM addition",
        "UPDATE listing SET later = ''",
    ],
)
def test_an_addition_that_is_not_what_was_filed_is_noticed(shelf, vault, statement):
    vault.later.file(added())
    vault.close()
    protection = [name for name in schema.TRIGGERS if name.startswith(("addition", "listing"))]
    alter(
        shelf,
        *(f"DROP TRIGGER {name}" for name in protection),
        statement,
        *(schema.TRIGGERS[name] for name in protection),
    )
    again = shelf.open()
    with pytest.raises(VaultDamaged):
        again.later.of("c1")
    assert len(again.check().problems) == 1
