"""From the library to the page that checks files and back, with a real vault."""

import pytest
from PySide6.QtWidgets import QFileDialog, QWidget

from tests.helpers import records
from tests.helpers.programs import PASSPHRASE, program_in, quick_vault
from tests.helpers.sealed import pem, roots, sealed
from ui.widgets.text import Text


@pytest.fixture
def program(qtbot, tmp_path, clock):
    """The program with the library on its screen; the clinic's root is trusted."""
    (tmp_path / "roots").mkdir()
    (tmp_path / "roots" / "clinic.pem").write_bytes(pem(roots()[0]))
    quick_vault(tmp_path, clock())
    clock.forward(days=1)
    with program_in(tmp_path, clock) as made:
        failures = []
        made.session.cabinet.unlock(PASSPHRASE, done=lambda _: None, failed=failures.append)
        settle(made)
        made.desk.go_to_library()
        made.window.resize(1366, 768)
        made.window.show()
        settle(made)
        assert not failures
        yield made


def settle(program):
    for _ in range(4):  # an answer may ask for more
        program.session.cabinet.worker.settle()


def part(program, name, kind=QWidget):
    return program.window.findChild(kind, name)


def words(program):
    return [text.text() for text in program.desk.verify.findChildren(Text) if text.isVisible()]


def choose(program, *files):
    part(program, "library.verify").click()
    part(program, "verify.choose").click()
    dialog = part(program, "verify.files", QFileDialog)
    dialog.filesSelected.emit([str(file) for file in files])
    dialog.close()
    settle(program)


def two_files(folder):
    good, bad = folder / "good.pdf", folder / "bad.pdf"
    good.write_bytes(sealed())
    bad.write_bytes(sealed() + b"\n")
    return good, bad


def test_chosen_files_are_checked_one_by_one(program, tmp_path):
    choose(program, *two_files(tmp_path))
    assert part(program, "verify.row.1").accessibleName() == "good.pdf: As it was sealed"
    assert part(program, "verify.row.2").accessibleName() == "bad.pdf: Changed"
    assert records.given().id in words(program)
    assert "2 files: 1 changed, 1 as sealed." in words(program)


def test_what_this_installation_sealed_is_trusted(program, tmp_path):
    filed = []
    program.session.cabinet.file(records.given(), done=filed.append, failed=filed.append)
    settle(program)
    (tmp_path / "own.pdf").write_bytes(filed[0].document)
    for root in (tmp_path / "roots").glob("*.pem"):
        root.unlink()
    choose(program, tmp_path / "own.pdf")
    assert part(program, "verify.row.1").accessibleName() == "own.pdf: As it was sealed"


def test_a_refusal_is_called_one(program, tmp_path):
    filed = []
    program.session.cabinet.file(records.refused(), done=filed.append, failed=filed.append)
    settle(program)
    (tmp_path / "own.pdf").write_bytes(filed[0].document)
    choose(program, tmp_path / "own.pdf")
    assert "Consent record: Refused" in words(program)


def test_a_broken_root_is_named(program, tmp_path):
    (tmp_path / "roots" / "other.pem").write_text("no", "utf-8")
    choose(program, *two_files(tmp_path))
    said = [text.text() for text in program.window.findChildren(Text)]
    assert any("“other.pem” holds no root certificate" in each for each in said)
    assert part(program, "verify.row.1") is None
    assert not any("Checking" in each for each in words(program))


def test_back_in_the_library_and_locked_nothing_is_left(program, tmp_path):
    choose(program, *two_files(tmp_path))
    part(program, "verify.close").click()
    settle(program)
    assert part(program, "library.verify").isVisibleTo(program.window)
    choose(program, *two_files(tmp_path))
    program.desk.checking.check(two_files(tmp_path))
    program.desk.lock()
    settle(program)
    left = [text.text() for text in program.desk.verify.findChildren(Text)]
    assert not any("good.pdf" in text for text in left if text)
