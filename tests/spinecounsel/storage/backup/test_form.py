"""The manifest: whatever stands there, a clear answer; only this vault's key makes it authentic."""

import io
import json
import zipfile

import hypothesis.strategies as st
import pytest
from hypothesis import given

from spinecounsel.archives import Unsound, open_archive
from spinecounsel.errors import UserError
from spinecounsel.storage import VaultNewer, check_backup
from spinecounsel.storage.backup.form import (
    KEYS,
    MANIFEST,
    VAULT,
    Manifest,
    Part,
    encoded,
    read_manifest,
)
from tests.spinecounsel.storage.conftest import NOON, PASSPHRASE

KEY = bytearray(range(32))
PARTS = {VAULT: bytes(8192), KEYS: b"{}"}
WHOLE = Manifest(
    format=1,
    vault="ab12",
    made=NOON,
    schema=3,
    program="0.1.0",
    generation=4,
    events=2,
    head="00" * 32,
    parts=(),
).with_parts((Part(name=VAULT, size=8192, sha256="x"), Part(name=KEYS, size=2, sha256="y")), KEY)
VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=9),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=9), inner),
    max_leaves=6,
)


def archive_of(path, manifest, parts=None, compression=zipfile.ZIP_STORED):
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", compression) as archive:
        for name, data in (parts or PARTS).items():
            archive.writestr(name, data)
        archive.writestr(MANIFEST, manifest)
    path.write_bytes(out.getvalue())
    return path


def read(path):
    with open_archive(path) as archive:
        return read_manifest(archive, path)


def test_only_its_key_makes_a_manifest_authentic(tmp_path):
    found = read(archive_of(tmp_path / "a", encoded(WHOLE)))
    assert found == WHOLE
    assert found.is_authentic(KEY)
    assert not found.is_authentic(bytearray(32))
    for field, value in (("events", 3), ("made", NOON.replace(year=2025)), ("vault", "cd34")):
        fields = {name: getattr(WHOLE, name) for name in WHOLE.__struct_fields__}
        assert not Manifest(**fields | {field: value}).is_authentic(KEY)


@given(st.sampled_from(sorted(Manifest.__struct_fields__)), VALUES)
def test_odd_values_are_refused_or_not_authentic(tmp_path_factory, field, value):
    fields = json.loads(encoded(WHOLE))
    if fields[field] == value:
        return
    path = tmp_path_factory.getbasetemp() / "manifest.zip"
    try:
        manifest = read(archive_of(path, json.dumps(fields | {field: value}).encode()))
    except (Unsound, VaultNewer):
        return
    assert manifest == WHOLE or not manifest.is_authentic(KEY)


@given(st.binary(max_size=200) | VALUES.map(lambda value: json.dumps(value).encode()))
def test_any_manifest_is_refused_clearly(tmp_path_factory, manifest):
    folder = tmp_path_factory.getbasetemp()
    path = archive_of(folder / "any.zip", manifest)
    with pytest.raises(UserError) as caught:
        check_backup(path, folder / "x.vault", PASSPHRASE)
    assert str(caught.value).endswith(".")


def test_other_outer_forms_are_refused(tmp_path):
    good = encoded(WHOLE)
    deep = b"[" * 60_000
    for manifest, parts, compression in (
        (good, PARTS | {"more": b""}, zipfile.ZIP_STORED),
        (good, {VAULT: PARTS[VAULT]}, zipfile.ZIP_STORED),
        (good, PARTS | {VAULT: bytes(4096)}, zipfile.ZIP_STORED),
        (good, PARTS, zipfile.ZIP_DEFLATED),
        (good + b" " * 70_000, PARTS, zipfile.ZIP_STORED),
        (deep, PARTS, zipfile.ZIP_STORED),
        (good, {f"../{name}": data for name, data in PARTS.items()}, zipfile.ZIP_STORED),
    ):
        with pytest.raises(Unsound):
            read(archive_of(tmp_path / "odd", manifest, parts, compression))


def test_a_later_format_is_told(tmp_path):
    fields = json.loads(encoded(WHOLE)) | {"format": 2, "more": 1}
    with pytest.raises(VaultNewer):
        read(archive_of(tmp_path / "later", json.dumps(fields).encode()))
