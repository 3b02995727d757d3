"""Windows and macOS: what is packed, what the scripts install, what stays when all is removed."""

import json
import plistlib
import re
import shutil
import subprocess
import sys
from pathlib import Path
from xml.etree import ElementTree

import pytest
from PIL import Image

from installer import macos, payload, rehearsal, trial, whole, windows
from installer.steps import Stop
from tests.helpers.bundle import small_bundle

ROOT = Path(__file__).resolve().parents[1]
PROGRAMS = ("makensis", "7z", "wixl", "msiextract")

# from PySide6's wheel for Windows, and how PyInstaller names what it gathers
STAYS = """
PySide6/Qt6Core.dll PySide6/Qt6DBus.dll PySide6/Qt6Gui.dll PySide6/Qt6PrintSupport.dll
PySide6/Qt6Test.dll PySide6/Qt6Widgets.dll PySide6/QtCore.pyd PySide6/QtDBus.pyd PySide6/QtGui.pyd
PySide6/QtPrintSupport.pyd PySide6/QtTest.pyd PySide6/QtWidgets.pyd PySide6/pyside6.abi3.dll
PySide6/msvcp140.dll PySide6/msvcp140_1.dll PySide6/vcruntime140.dll PySide6/vcruntime140_1.dll
PySide6/plugins/platforms/qwindows.dll PySide6/plugins/platforms/qoffscreen.dll
PySide6/plugins/styles/qmodernwindowsstyle.dll shiboken6/Shiboken.pyd shiboken6/shiboken6.abi3.dll
VCRUNTIME140.dll VCRUNTIME140_1.dll python3.dll python311.dll libcrypto-3.dll libffi-8.dll
pikepdf/_core.cp311-win_amd64.pyd pikepdf.libs/qpdf30-14efc7eef6c9cae2095b94960308fa11.dll
pypdfium2_raw/pdfium.dll sqlcipher3/_sqlite3.cp311-win_amd64.pyd _ctypes.pyd _ssl.pyd winsound.pyd
"""
GOES = """
PySide6/Qt6Network.dll PySide6/Qt6OpenGL.dll PySide6/Qt6Qml.dll PySide6/Qt6Quick.dll
PySide6/Qt6Sql.dll PySide6/Qt6Svg.dll PySide6/opengl32sw.dll PySide6/plugins/platforms/qminimal.dll
PySide6/plugins/platforms/qdirect2d.dll PySide6/plugins/tls/qschannelbackend.dll
PySide6/plugins/tls/qopensslbackend.dll PySide6/plugins/tls/qcertonlybackend.dll
PySide6/plugins/networkinformation/qnetworklistmanager.dll PySide6/plugins/imageformats/qjpeg.dll
PySide6/plugins/platforminputcontexts/qtvirtualkeyboardplugin.dll
PySide6/plugins/generic/qtuiotouchplugin.dll PySide6/plugins/iconengines/qsvgicon.dll
PySide6/translations/qtbase_de.qm
"""


@pytest.fixture
def made(tmp_path):
    bundle = small_bundle(tmp_path)
    Image.new("RGBA", (16, 16)).save(bundle.icons / "spinecounsel.ico", sizes=[(16, 16)])
    Image.new("RGB", (164, 314)).save(bundle.icons / "spinecounsel-setup.bmp")
    return bundle


@pytest.mark.parametrize("separator", ["/", "\\"])
def test_of_what_windows_gathers_stays_what_opens_a_window(monkeypatch, tmp_path, separator):
    monkeypatch.setattr("sys.platform", "win32")
    names = f"{GOES} {STAYS}".split()
    gathered = [(name.replace("/", separator), f"C:/{name}", "BINARY") for name in names]
    kept, _ = payload.pruned(gathered, [], tmp_path)
    assert [name.replace("\\", "/") for name, _, _ in kept] == sorted(STAYS.split())


@pytest.mark.skipif(
    not all(shutil.which(name) for name in PROGRAMS), reason=f"needs {', '.join(PROGRAMS)}"
)
def test_both_installers_hold_every_file_and_no_other(made):
    files, payload_folder = rehearsal.compiled(made, made.work / "windows")
    packed = trial.contents(payload_folder)
    names = {"spinecounsel.exe", "spinecounsel", "THIRD-PARTY.txt", "spinecounsel.ico"}
    inside = {f"_internal/{name}" for name in ("a & b.txt", "fonts/übung.ttf")}
    assert set(packed) == names | inside
    first, msi = files[0].read_bytes(), files[1]
    assert msi.suffix == ".msi"
    (made.folder / "spinecounsel").touch()
    again = rehearsal.compiled(made, made.work / "windows")[0][0]
    assert again.read_bytes() == first


@pytest.mark.parametrize(
    ("found", "said"),
    [
        ({"a": "1"}, "1 files are missing: b"),
        ({"a": "1", "b": "2", "c": "3"}, "1 files are not ours: c"),
        ({"a": "1", "b": "3"}, "1 files are different: b"),
    ],
)
def test_another_list_of_files_stops_the_rehearsal(found, said):
    with pytest.raises(Stop, match=said):
        trial.must_be(found, {"a": "1", "b": "2"}, "Within it")


def test_the_msi_is_the_same_in_both_languages_and_lists_every_file(made):
    packed = windows.stage(made, made.work / "windows" / "payload")
    (packed / "spinecounsel.exe").write_bytes(b"program")
    trees = [
        ElementTree.fromstring(windows.source_of_msi(made, packed, for_wixl=older))  # noqa: S314
        for older in (True, False)
    ]
    older, newer = (
        [
            (node.tag.rsplit("}", 1)[-1], {k: v for k, v in node.items() if k != "Win64"})
            for part in tree.iter()
            if part.tag.endswith("}Component")
            for node in part.iter()
        ]
        for tree in trees
    )
    assert older == newer
    sources = [values["Source"] for tag, values in newer if tag == "File"]
    files = [path for path in packed.rglob("*") if path.is_file()]
    assert sorted(sources) == sorted(str(path.relative_to(packed.parent)) for path in files)
    (start,) = (values for tag, values in newer if tag == "Shortcut")
    programs = [v["Id"] for tag, v in newer if tag == "File" and v["Name"] == "spinecounsel.exe"]
    assert start["Target"] == f"[#{programs[0]}]"


def test_uninstalling_on_windows_keeps_the_vaults_unless_asked_twice():
    script = (ROOT / "installer" / "setup.nsi").read_text()
    sections = re.split(r"^Section ", script, flags=re.MULTILINE)[1:]
    deleting = [each for each in sections if "$LOCALAPPDATA\\SpineCounsel" in each]
    assert len(deleting) == 1
    assert deleting[0].startswith("/o ")  # not ticked
    assert "MB_DEFBUTTON2" in deleting[0]  # and No is what Enter says
    assert "/SD IDNO" in deleting[0]


def test_no_installer_makes_the_program_open_pdf_files():
    for script in ("setup.nsi", "starts.wxs"):
        text = (ROOT / "installer" / script).read_text()
        assert "SystemFileAssociations\\.pdf\\shell" in text  # a line in a menu
        assert "Classes\\.pdf" not in text
        assert "UserChoice" not in text
    ranks = {
        each["LSItemContentTypes"][0]: each["LSHandlerRank"]
        for each in plistlib.loads(plistlib.dumps(macos.INFORMATION))["CFBundleDocumentTypes"]
    }
    assert ranks == {"org.spinecounsel.backup": "Owner", "com.adobe.pdf": "Alternate"}


def test_a_module_or_file_that_is_not_packed_is_named():
    asked = whole.Wanted(
        modules=["a", "a.b", "_bz2", "c._core", "lacking", "c.lacking"],
        files=["spinecounsel/resources/x.toml", "spinecounsel/resources/y.toml"],
    )
    packed = [
        "spinecounsel.exe",
        "_internal/a/__init__.pyc",
        "_internal/a/b.pyc",
        "_internal/python3.11/lib-dynload/_bz2.cpython-311-x86_64-linux-gnu.so",
        "_internal/c/_core.cp311-win_amd64.pyd",
        "_internal/spinecounsel/resources/x.toml",
        "_internal/lacking.txt",
    ]
    lacking = ["lacking", "c.lacking", "spinecounsel/resources/y.toml"]
    assert whole.missing(asked, packed) == lacking


def test_what_the_program_imports_and_reads_is_found_out_by_running_it():
    done = subprocess.run(
        [sys.executable, "-m", "installer.imported", "--selftest"],
        cwd=ROOT,
        capture_output=True,
        check=True,
    )
    found = json.loads(done.stdout)
    modules, files = set(found["modules"]), set(found["files"])
    assert {"sqlcipher3._sqlite3", "reportlab.pdfgen.canvas", "PySide6.QtWidgets"} <= modules
    assert {"PySide6.QtDBus", "ui.wiring.arriving", "ui.away.sleep"} <= modules  # only named
    assert not modules & {"sys", "msvcrt", "pytest", "installer", "pysqlite3"}
    assert "spinecounsel/resources/theme/light.toml" in files
    assert not [name for name in files if name.endswith((".py", ".pyc"))]


def test_modules_that_are_named_by_a_string_are_told_to_the_packer():
    called = re.compile(r"import_module\(([^)]*)\)|__import__\(([^)]*)\)")
    sources = [path for name in ("ui", "spinecounsel") for path in (ROOT / name).rglob("*.py")]
    named = {
        match.group(0): path
        for path in sources
        for match in called.finditer(path.read_text(encoding="utf-8"))
    }
    plain = [call for call in named if '"' in call and "{" not in call]
    assert [call for call in plain if call.split('"')[1] not in payload.IMPORTED_BY_NAME] == []
