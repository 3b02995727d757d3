"""The pieces of the installers, without building: what is left out, papers, scripts, sums."""

import _bz2
import json
import shutil
import struct
import subprocess
import sys
from pathlib import Path

import pytest

import build_installer
from installer import clean, debian, desktop, icu, installed, needs, papers, payload, screen, twice
from installer.steps import Stop
from tests.helpers.bundle import small_bundle

ROOT = Path(__file__).resolve().parents[1]


needs_binutils = pytest.mark.skipif(not shutil.which("readelf"), reason="binutils are not here")


@pytest.fixture
def made(tmp_path):
    return small_bundle(tmp_path)


def entry(name, kind="BINARY"):
    return (name, f"/nowhere/{name}", kind)


def test_nothing_that_could_reach_a_network_is_packed(tmp_path):
    names = ["PySide6/Qt/lib/libQt6Network.so.6", "PySide6/Qt/plugins/tls/libqopensslbackend.so"]
    kept = "PySide6/Qt/plugins/platforms/libqxcb.so"
    binaries, datas = payload.pruned([entry(name) for name in (*names, kept)], [], tmp_path)
    assert [name for name, _, _ in binaries] == [kept]
    assert datas == []


def test_all_that_the_program_reads_is_packed():
    packed = {target for _, target in payload.data_files(ROOT)}
    for folder in ("content", "examples", "fonts", "icons", "licences", "theme"):
        assert f"spinecounsel/resources/{folder}" in packed


@pytest.mark.skipif(sys.platform != "linux", reason="made by dpkg-deb")
def test_the_package_is_the_same_twice_and_says_what_it_needs(made, tmp_path):
    (file,) = debian.build(made)
    first = file.read_bytes()
    assert debian.build(made)[0].read_bytes() == first
    shown = subprocess.run(
        ["dpkg-deb", "--info", str(file)], capture_output=True, text=True, check=True
    ).stdout
    assert "Version: 1.2.3" in shown
    assert "Depends: fontconfig, libc6 (>= " in shown
    listed = subprocess.run(
        ["dpkg-deb", "--contents", str(file)], capture_output=True, text=True, check=True
    ).stdout
    assert "./usr/bin/spinecounsel\n" in listed
    assert "./usr/share/applications/spinecounsel.desktop" in listed


@needs_binutils
def test_what_the_libraries_of_a_bundle_load_is_what_its_package_asks_for(tmp_path):
    shutil.copy(_bz2.__file__, tmp_path / "_bz2.so")
    asked = needs.packages(tmp_path)
    assert "libbz2-1.0" in asked
    assert any(name.startswith("libc6 (>= 2.") for name in asked)


@needs_binutils
def test_a_library_that_no_known_package_has_is_named(tmp_path, monkeypatch):
    shutil.copy(_bz2.__file__, tmp_path / "_bz2.so")
    monkeypatch.setattr(needs, "_PACKAGES", {})
    with pytest.raises(Stop, match="libbz2"):
        needs.packages(tmp_path)


def table(name):
    return icu.Table(b"icudt73l/" + name, name * 5)


def packed(*names):
    header = bytearray(144)
    struct.pack_into("<HBBHHBBBB4s", header, 0, 144, 0xDA, 0x27, 20, 0, 0, 0, 2, 0, b"CmnD")
    return icu.written(bytes(header), [table(name) for name in names])


@needs_binutils
def test_of_the_unicode_data_only_what_is_asked_for_stays(tmp_path):
    names = (b"coll/sv.res", b"coll/ucadata.icu", b"gb18030.cnv", b"region/de.res", b"root.res")
    library = tmp_path / "libicudata.so.73"
    library.write_bytes(b"ELF" * 100 + packed(*names))
    made = Path(icu.reduced(str(library), tmp_path))
    _, tables = icu.read(made.read_bytes())
    assert [each.name for each in tables] == [
        b"icudt73l/" + name for name in (names[0], names[1], names[4])
    ]
    assert tables[0].data.startswith(b"coll/sv.res" * 5)
    assert made.name == "libicudata.so.73"


def test_unicode_data_of_another_shape_stops_the_build(tmp_path):
    library = tmp_path / "libicudata.so.99"
    library.write_bytes(b"something else")
    with pytest.raises(Stop, match="new shape"):
        icu.reduced(str(library), tmp_path)


@pytest.fixture
def bundle_of_parts(made):
    """A bundle with a file each of Python, two packages, a font and the program itself."""
    made.program.unlink()
    inside = made.folder / "_internal"
    shutil.rmtree(inside)
    for name in ("reportlab/rl_config.pyc", "sqlcipher3/dbapi2.pyc", "abc.pyc", "ui/app.pyc"):
        (inside / name).parent.mkdir(parents=True, exist_ok=True)
        (inside / name).write_bytes(b"compiled")
    fonts = inside / "spinecounsel" / "resources" / "fonts"
    fonts.mkdir(parents=True)
    shutil.copy(ROOT / "resources" / "fonts" / "DejaVuSans.ttf", fonts)
    return made._replace(root=ROOT)


def test_the_papers_name_what_is_in_the_bundle_and_nothing_else(bundle_of_parts):
    third, sbom = papers.write(bundle_of_parts)
    parts = json.loads(sbom.read_text())["components"]
    versions = {part["name"]: part["version"] for part in parts}
    assert versions.keys() == {"CPython", "DejaVuSans", "reportlab", "sqlcipher3"}
    assert versions["DejaVuSans"] == "2.37"
    (database,) = (part["components"] for part in parts if part["name"] == "sqlcipher3")
    assert {part["name"] for part in database} == {"OpenSSL", "SQLCipher", "SQLite"}
    assert all(part["version"] for part in database)
    text = third.read_text()
    assert "GNU LESSER GENERAL PUBLIC LICENSE" in text
    assert "SIL OPEN FONT LICENSE" in text.upper()


def test_a_file_of_unknown_origin_stops_the_build(bundle_of_parts):
    (bundle_of_parts.folder / "_internal" / "libstray.so.1").write_bytes(b"?")
    with pytest.raises(Stop, match=r"libstray\.so\.1"):
        papers.write(bundle_of_parts)


def test_two_builds_that_differ_are_told_apart_by_file(tmp_path):
    for name in ("same", "other", "gone"):
        (tmp_path / name).write_text(name)
    before = twice.listing(tmp_path)
    assert twice.differences(before, twice.listing(tmp_path)) == []
    (tmp_path / "other").chmod(0o755)
    (tmp_path / "gone").rename(tmp_path / "new")
    found = twice.differences(before, twice.listing(tmp_path))
    assert [line.split() for line in found] == [
        ["missing", f"{tmp_path.name}/gone"],
        ["new", f"{tmp_path.name}/new"],
        ["differs", f"{tmp_path.name}/other"],
    ]


def test_what_a_program_writes_is_seen(tmp_path):
    (tmp_path / "kept").write_text("as it was")
    (tmp_path / "folder").mkdir()
    root = clean.CleanRoot(tmp_path, {})
    before = root.marks()
    (tmp_path / "folder" / "written").touch()
    assert clean.changed(before, root.marks()) == {"folder/written"}
    (tmp_path / "kept").write_text("changed")
    assert clean.changed(before, root.marks()) == {"folder/written", "kept"}


def test_a_picture_of_a_screen_holds_its_colours(tmp_path):
    points = bytes((1, 2, 3, 0)) + bytes(4)  # blue, green, red
    head = struct.pack(">25I", 100, *[0] * 3, 2, 1, *[0] * 6, 8, *[0] * 12)
    picture = screen.Picture(head + points)
    assert picture.rows == [bytes((3, 2, 1, 0, 0, 0))]
    assert picture.colours == 2
    picture.write(tmp_path / "picture.png")
    assert (tmp_path / "picture.png").read_bytes().startswith(b"\x89PNG")


def test_where_no_fresh_debian_can_be_had_that_is_said(monkeypatch, capsys):
    monkeypatch.setattr(installed, "missing", lambda: "only root can make one")
    assert build_installer.main(["installed"]) == build_installer.CANNOT_BUILD_HERE
    assert capsys.readouterr().out == "not tried in a fresh Debian: only root can make one\n"


def test_sums_are_those_of_the_files(made):
    papers.write_sums(made.out, [made.out / "THIRD-PARTY.txt"])
    done = subprocess.run(
        ["sha256sum", "--check", "SHA256SUMS"], cwd=made.out, capture_output=True, check=False
    )
    assert done.returncode == 0


def test_the_desktop_finds_the_program_and_knows_its_backups():
    assert 'Exec="/usr/lib/spinecounsel" %F\n' in desktop.entry("/usr/lib/spinecounsel")
    assert "*.spinebackup" in desktop.mime_type()


@pytest.mark.skipif(sys.platform != "linux", reason="asks for what is not for Linux")
def test_what_cannot_be_built_here_is_said_in_one_line(capsys):
    assert build_installer.main(["dmg"]) == build_installer.CANNOT_BUILD_HERE
    assert capsys.readouterr().out == "dmg can only be built on macOS.\n"
