"""The pieces of the installers, without building: what is left out, papers, scripts, sums."""

import json
import plistlib
import subprocess
import sys
from pathlib import Path
from xml.etree import ElementTree

import pytest

import build_installer
from installer import debian, desktop, macos, papers, payload, recipes, selfextract, windows
from installer.bundle import Bundle

ROOT = Path(__file__).resolve().parents[1]


@pytest.fixture
def made(tmp_path):
    """A bundle of three files, as if it had been built."""
    folder = tmp_path / "build" / "bundle" / "spinecounsel"
    (folder / "_internal").mkdir(parents=True)
    program = folder / "spinecounsel"
    program.write_text("#!/bin/sh\necho started\n")
    program.chmod(0o755)
    (folder / "_internal" / "a & b.txt").write_text("data")
    (tmp_path / "dist").mkdir()
    (tmp_path / "dist" / "THIRD-PARTY.txt").write_text("licences")
    icons = tmp_path / "build" / "icons"
    icons.mkdir()
    for size in (16, 24, 32, 48, 64, 128, 256, 512):
        (icons / f"spinecounsel-{size}.png").write_bytes(b"png")
    return Bundle(
        root=tmp_path,
        folder=folder,
        out=tmp_path / "dist",
        version="1.2.3",
        moment="1700000000",
        python=Path(sys.executable),
    )


def entry(name, kind="BINARY"):
    return (name, f"/nowhere/{name}", kind)


def test_nothing_that_could_reach_a_network_is_packed():
    names = ["PySide6/Qt/lib/libQt6Network.so.6", "PySide6/Qt/plugins/tls/libqopensslbackend.so"]
    kept = "PySide6/Qt/plugins/platforms/libqxcb.so"
    binaries, datas = payload.pruned([entry(name) for name in (*names, kept)], [])
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
    assert "libxcb-cursor0" in shown
    listed = subprocess.run(
        ["dpkg-deb", "--contents", str(file)], capture_output=True, text=True, check=True
    ).stdout
    assert f"./usr/bin/spinecounsel -> /{debian.FOLDER}/spinecounsel" in listed
    assert "./usr/share/applications/spinecounsel.desktop" in listed


@pytest.mark.skipif(sys.platform != "linux", reason="installs on Linux")
def test_the_file_for_any_linux_installs_updates_and_goes_again(made, tmp_path):
    (file,) = selfextract.build(made)
    home = tmp_path / "a home with ünïcode"
    home.mkdir()
    env = {"PATH": "/usr/bin:/bin", "HOME": str(home)}

    def run(*arguments):
        return subprocess.run(
            ["sh", str(file), *arguments], env=env, capture_output=True, text=True, check=False
        )

    assert run("--check").stdout == "This file is whole.\n"
    data = home / ".local" / "share"
    vault = data / "SpineCounsel" / "consultations.vault"
    vault.parent.mkdir(parents=True)
    vault.write_text("records")
    for _ in range(2):
        assert run().returncode == 0
    program = data / "spinecounsel-program" / "spinecounsel"
    link = str(home / ".local" / "bin" / "spinecounsel")
    started = subprocess.run([link], capture_output=True, text=True, check=True)
    assert started.stdout == "started\n"
    assert str(program) in (data / "applications" / "spinecounsel.desktop").read_text()
    assert run("--remove").returncode == 0
    assert not program.exists()
    assert not (data / "applications" / "spinecounsel.desktop").exists()
    assert vault.read_text() == "records"


@pytest.mark.skipif(sys.platform != "linux", reason="installs on Linux")
def test_a_damaged_file_installs_nothing(made, tmp_path):
    (file,) = selfextract.build(made)
    file.write_bytes(file.read_bytes()[:-1] + b"!")
    home = tmp_path / "home"
    home.mkdir()
    env = {"PATH": "/usr/bin:/bin", "HOME": str(home)}
    done = subprocess.run(["sh", str(file)], env=env, capture_output=True, text=True, check=False)
    assert done.returncode == 1
    assert "nothing was installed" in done.stderr
    assert list(home.iterdir()) == []


def test_the_list_of_parts_names_each_package_with_its_licence(made, monkeypatch):
    (made.root / "NOTICE").write_text("notice")
    (made.root / "LICENSE").write_text("licence")
    made = made._replace(root=ROOT, out=made.out)
    third, sbom = papers.write(made)
    parts = json.loads(sbom.read_text())
    names = {part["name"].lower() for part in parts["components"]}
    assert {"pyside6_essentials", "sqlcipher3", "reportlab", "pyhanko"} <= names
    assert "pyinstaller" not in names
    text = third.read_text()
    assert "GNU LESSER GENERAL PUBLIC LICENSE" in text
    assert "SIL OPEN FONT LICENSE" in text.upper()


def test_sums_are_those_of_the_files(made):
    papers.write_sums(made.out, [made.out / "THIRD-PARTY.txt"])
    done = subprocess.run(
        ["sha256sum", "--check", "SHA256SUMS"], cwd=made.out, capture_output=True, check=False
    )
    assert done.returncode == 0


def test_the_msi_lists_every_file_of_the_bundle(made):
    source = windows.source_of_msi(made)
    tree = ElementTree.fromstring(source)  # noqa: S314 - written by us just now
    files = [node.get("Source") for node in tree.iter() if node.tag.endswith("}File")]
    assert sorted(files) == sorted(str(f) for f in made.folder.rglob("*") if f.is_file())
    refs = [node for node in tree.iter() if node.tag.endswith("}ComponentRef")]
    assert len(refs) == len(files)


def test_uninstalling_on_windows_keeps_the_vaults_unless_asked():
    script = (ROOT / "installer" / "setup.nsi").read_text()
    first, *sections = script.split("Section ")[1:]
    asked = [text for text in (first, *sections) if "$LOCALAPPDATA\\SpineCounsel" in text]
    assert len(asked) == 1
    assert asked[0].startswith("/o ")  # not ticked


def test_what_macos_reads_of_the_program(made):
    described = plistlib.loads(plistlib.dumps(macos.information(made)))
    assert described["CFBundleShortVersionString"] == "1.2.3"
    assert described["CFBundleExecutable"] == "spinecounsel"


def test_the_desktop_finds_the_program_and_knows_its_backups():
    assert 'Exec="/usr/lib/spinecounsel"\n' in desktop.entry("/usr/lib/spinecounsel")
    assert "*.spinebackup" in desktop.mime_type()


def test_recipes_say_that_they_were_not_built(made):
    for file in recipes.write(made):
        assert "Not built by build_installer.py" in file.read_text()


@pytest.mark.skipif(sys.platform != "linux", reason="asks for what is not for Linux")
def test_what_cannot_be_built_here_is_said_in_one_line(capsys):
    assert build_installer.main(["dmg"]) == build_installer.CANNOT_BUILD_HERE
    assert capsys.readouterr().out == "dmg can only be built on macOS.\n"
