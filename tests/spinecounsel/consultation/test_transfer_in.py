"""Whatever stands in a file that is called an export: a clear sentence, and nothing filed."""

import copy
import json
import zipfile

import hypothesis.strategies as st
import pytest
from hypothesis import given

from spinecounsel.consultation import filing
from spinecounsel.consultation.transfer import export_records
from spinecounsel.consultation.transfer_in import CannotImport, import_records
from spinecounsel.storage import Taken, open_vault
from tests.helpers import records
from tests.helpers.programs import PASSPHRASE, quick_vault
from ui.wiring.program import VAULT

RECORD = records.given()
NOW = RECORD.sealed
VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=9),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=9), inner),
    max_leaves=5,
)


def go_on(_share):
    return True


def opened(folder):
    quick_vault(folder, NOW)
    return open_vault(folder / VAULT, PASSPHRASE, now=NOW)


@pytest.fixture(scope="module")
def contents(tmp_path_factory):
    """What is in an export of one record."""
    folder = tmp_path_factory.mktemp("home")
    vault = opened(folder)
    filing.file(vault, RECORD, now=NOW)
    export_records(vault, folder / "one.zip", (RECORD.id,), now=NOW, progress=go_on)
    vault.close()
    with zipfile.ZipFile(folder / "one.zip") as archive:
        return {name: archive.read(name) for name in archive.namelist()}


@pytest.fixture(scope="module")
def away(tmp_path_factory):
    vault = opened(tmp_path_factory.mktemp("away"))
    yield vault
    vault.close()


def imported(away, folder, files):
    path = folder / "odd.zip"
    with zipfile.ZipFile(path, "w") as archive:
        for name, data in files.items():
            archive.writestr(name, data)
    return import_records(away, path, now=NOW, progress=go_on)


def places_in(value, way=()):
    """Every place in a JSON value."""
    yield way
    inner = value.items() if isinstance(value, dict) else ()
    inner = enumerate(value) if isinstance(value, list) else inner
    for key, each in inner:
        yield from places_in(each, (*way, key))


@given(st.data())
def test_odd_lists_of_contents(contents, away, tmp_path_factory, data):
    name = data.draw(st.sampled_from(["index.json", "records/000001/about.json"]))
    value = copy.deepcopy(json.loads(contents[name]))
    way = data.draw(st.sampled_from([way for way in places_in(value) if way]))
    inner = value
    for key in way[:-1]:
        inner = inner[key]
    before = inner[way[-1]]
    inner[way[-1]] = after = data.draw(VALUES)
    rows = away.search()
    odd = contents | {name: json.dumps(value).encode()}
    try:
        found = imported(away, tmp_path_factory.getbasetemp(), odd)
    except CannotImport:
        assert away.search() == rows
    else:  # what nothing hangs on: another name of the record in the list, another program
        assert name == "index.json"
        assert before == after or not found.records or found.of(Taken.NEW, Taken.SAME)
        if found.records:
            assert away.record(RECORD.id).entry.body == contents["records/000001/record.json"]


@given(st.binary(max_size=300))
def test_any_bytes(contents, away, tmp_path_factory, data):
    before = away.search()
    for name in ("index.json", "records/000001/record.json", "records/000001/record.pdf"):
        with pytest.raises(CannotImport):
            imported(away, tmp_path_factory.getbasetemp(), contents | {name: data})
    assert away.search() == before


def test_what_goes_deeper_than_anybody_reads(contents, away, tmp_path):
    for name in ("index.json", "records/000001/about.json", "records/000001/record.json"):
        with pytest.raises(CannotImport):
            imported(away, tmp_path, contents | {name: b"[" * 500_000})
