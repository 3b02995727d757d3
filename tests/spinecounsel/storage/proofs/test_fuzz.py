"""Anything at all in the files of a vault: a sentence, or it opens with all that was in it."""

import json
import shutil

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from spinecounsel.errors import UserError
from spinecounsel.storage import open_vault, vault_state, wait_before_next_try
from tests.spinecounsel.storage.proofs.conftest import counted
from tests.spinecounsel.storage.proofs.writer import NOW, PASSPHRASES, QUICK, entry

FUZZED = settings(
    max_examples=counted(60, 3_000),
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
LARGEST_READ = 5_000_000  # bytes; a file of keys has some thousand
JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=9),
    lambda inside: st.lists(inside, max_size=4) | st.dictionaries(st.text(max_size=9), inside),
    max_leaves=20,
)
DEEP = b'{"format":' + b"[" * 100_000
PIECES = st.lists(st.tuples(st.integers(0, 4_095), st.binary(min_size=1, max_size=40)), max_size=5)


@pytest.fixture(scope="module")
def whole(tmp_path_factory):
    """The files of a closed vault with one draft."""
    from spinecounsel.storage import create_vault

    path = tmp_path_factory.mktemp("whole") / "clinic.vault"
    vault = create_vault(path, PASSPHRASES[0], now=NOW, cost=QUICK)
    vault.save_draft(entry("the draft", 1))
    vault.close()
    return {file.name: file.read_bytes() for file in path.parent.glob("clinic.*")}


@pytest.fixture
def put(whole, tmp_path):
    """Lay the vault out with other bytes in one of its files; give its path."""

    def lay_out(**changed):
        folder = tmp_path / "there"
        shutil.rmtree(folder, ignore_errors=True)
        folder.mkdir()
        for name, data in (
            whole | {f"clinic.{end}": data for end, data in changed.items()}
        ).items():
            (folder / name).write_bytes(data)
        return folder / "clinic.vault"

    return lay_out


def is_sentence(text):
    return "said" if text.endswith(".") else f"no sentence: {text}"


def said_or_opened(path):
    try:
        vault_state(path)
        vault = open_vault(path, PASSPHRASES[0], now=NOW, cost=QUICK)
    except UserError as error:
        return is_sentence(str(error))
    assert vault.draft("the draft").body == entry("the draft", 1).body
    vault.close()
    return "opened"


@FUZZED
@given(data=st.binary(max_size=300) | JSON.map(lambda made: json.dumps(made).encode()))
@example(data=DEEP)
@example(data=b"\xff" * 10)
@example(data=b'{"format":1e999}')
def test_any_key_file(put, data):
    assert said_or_opened(put(keys=data)) == "said"


@FUZZED
@given(
    path=st.sampled_from([("format",), ("vault",), ("created",), ("entries",), ("sha256",)])
    | st.tuples(
        st.just("entries"),
        st.just(0),
        st.sampled_from(
            ["user", "kdf", "time_cost", "memory_kib", "lanes", "salt", "nonce", "key"]
        ),
    ),
    value=JSON,
)
def test_a_key_file_with_something_else_in_a_field(put, whole, path, value):
    keys = json.loads(whole["clinic.keys"])
    *way, last = path
    place = keys
    for step in way:
        place = place[step]
    place[last] = value
    assert said_or_opened(put(keys=json.dumps(keys).encode())) in {"said", "opened"}


@FUZZED
@given(data=st.binary(max_size=1_100) | st.binary(min_size=1_024, max_size=1_024))
def test_any_anchor(put, data):
    assert said_or_opened(put(anchor=data)) == "said"


@FUZZED
@given(data=st.binary(max_size=200) | JSON.map(lambda made: json.dumps(made).encode()))
@example(data=DEEP)
@example(data=b'{"failed":1e999,"last":"2026-11-24T12:00:00Z"}')
@example(data=b'{"failed":99999999999999999999,"last":"2026-11-24T12:00:00Z"}')
@example(data=b'{"failed":4,"last":"0001-01-01T00:00:00+14:00"}')
@example(data=b'{"failed":4,"last":"9999-12-31T23:59:59-14:00"}')
def test_any_count_of_tries(put, data):
    path = put(attempts=data)
    assert 0.0 <= wait_before_next_try(path, NOW) <= 3_600.0
    assert said_or_opened(path) in {"said", "opened"}


@FUZZED
@given(pieces=PIECES)
def test_any_beginning_of_the_vault_file(put, whole, pieces):
    data = bytearray(whole["clinic.vault"])
    for place, piece in pieces:
        data[place : place + len(piece)] = piece
    assert said_or_opened(put(vault=bytes(data))) in {"said", "opened"}


@FUZZED
@given(data=st.binary(max_size=9_000))
@example(data=b"")
@example(data=b"SQLite format 3\0" + bytes(4_080))
def test_any_vault_file(put, data):
    assert said_or_opened(put(vault=data)) == "said"


@pytest.mark.parametrize("end", ["keys", "anchor", "attempts"])
def test_a_huge_file_is_not_read_into_memory(put, end):
    import tracemalloc

    path = put()
    with (path.with_suffix(f".{end}")).open("wb") as file:
        file.truncate(1_000_000_000)
    tracemalloc.start()
    try:
        assert said_or_opened(path) in {"said", "opened"}
        assert tracemalloc.get_traced_memory()[1] < LARGEST_READ
    finally:
        tracemalloc.stop()
