"""Which key seals, chosen in the window, with a real vault and a real certificate file."""

import pytest
from PySide6.QtWidgets import QFileDialog, QLineEdit, QWidget

from spinecounsel.sealing.roots import read_root
from spinecounsel.sealing.verdict import Seen
from spinecounsel.sealing.verify import verify
from tests.helpers import certificates, records
from tests.helpers.programs import PASSPHRASE, program_in, quick_vault
from ui.widgets.text import Text


@pytest.fixture
def program(qtbot, tmp_path, clock):
    """The program with the page that checks files on its screen."""
    quick_vault(tmp_path, clock())
    (tmp_path / "clinic.p12").write_bytes(certificates.site()[0])
    with program_in(tmp_path, clock) as made:
        failures = []
        made.session.cabinet.unlock(PASSPHRASE, done=lambda _: None, failed=failures.append)
        settle(made)
        made.desk.go_to_library()
        made.window.resize(1366, 768)
        made.window.show()
        press(made, "library.verify")
        assert not failures
        yield made


def settle(program):
    for _ in range(4):  # an answer may ask for more
        program.session.cabinet.worker.settle()


def part(program, name, kind=QWidget):
    return program.window.findChild(kind, name)


def press(program, name):
    part(program, name).click()
    settle(program)


def words(program):
    card = program.desk.verify.sealer
    return "\n".join(text.text() for text in card.findChildren(Text) if text.isVisible())


def sealed_by_hand(program):
    made, failed = [], []
    program.session.cabinet.file(records.given(), done=made.append, failed=failed.append)
    settle(program)
    assert not failed
    return made[0].document


def give_file(program, path, password):
    part(program, "site.file", QLineEdit).setText(str(path))
    part(program, "site.password", QLineEdit).setText(password)
    press(program, "site.use")


def use_clinic(program, folder):
    press(program, "verify.site")
    give_file(program, folder / "clinic.p12", "pass")


def save_root(program, path):
    press(program, "verify.root")
    dialog = part(program, "verify.root.file", QFileDialog)
    dialog.fileSelected.emit(str(path))
    dialog.close()
    settle(program)
    return read_root(path.read_bytes(), path.name)


def test_the_root_is_saved_for_readers_and_checks_what_is_sealed(program, tmp_path):
    assert "when the first document is sealed" in words(program)
    root = save_root(program, tmp_path / "root.pem")
    assert f"Saved: {tmp_path / 'root.pem'}." in words(program)
    assert "A key of this installation seals." in words(program)
    found = verify(sealed_by_hand(program), (root,), now=program.session.clock())
    assert found.state is Seen.SEALED


def test_the_clinic_takes_over_and_gives_back(program, tmp_path):
    own = save_root(program, tmp_path / "own.pem")
    before = sealed_by_hand(program)
    use_clinic(program, tmp_path)
    assert part(program, "site") is None or not part(program, "site").isVisible()
    for each in ("The clinic’s certificate seals from now on.", "Spine Hospital", "Hospital root"):
        assert each in words(program)
    clinic = save_root(program, tmp_path / "clinic.pem")
    made = []
    cabinet = program.session.cabinet
    cabinet.document(records.given(), "copy", done=made.append, failed=made.append)
    cabinet.trusted_roots(done=made.append, failed=made.append)
    settle(program)
    document, trusted = made
    now = program.session.clock()
    assert verify(document, (clinic,), now=now).signer == "Spine Hospital"
    assert all(verify(each, trusted, now=now).state is Seen.SEALED for each in (before, document))

    press(program, "verify.own")
    press(program, "messages.no")
    assert "Spine Hospital" in words(program)
    press(program, "verify.own")
    part(program, "messages.yes").click()
    settle(program)
    assert "This installation’s own key seals from now on." in words(program)
    assert save_root(program, tmp_path / "again.pem") == own


def test_a_wrong_password_stays_in_the_dialog_and_changes_nothing(program, tmp_path):
    press(program, "verify.site")
    give_file(program, tmp_path / "clinic.p12", "other")
    dialog = part(program, "site")
    assert "The certificate file could not be opened." in "".join(
        text.text() for text in dialog.findChildren(Text) if text.isVisible()
    )
    assert part(program, "site.file", QLineEdit).text() == str(tmp_path / "clinic.p12")
    dialog.close()
    settle(program)
    assert "Spine Hospital" not in words(program)


def test_what_is_read_for_a_dialog_that_was_closed_is_not_used(program, tmp_path):
    press(program, "verify.site")
    part(program, "site.file", QLineEdit).setText(str(tmp_path / "clinic.p12"))
    part(program, "site.password", QLineEdit).setText("pass")
    part(program, "site.use").click()
    part(program, "site.cancel").click()
    settle(program)
    program.desk.sealing.show()
    settle(program)
    assert "Spine Hospital" not in words(program)


def test_locked_the_page_says_nothing_of_the_key(program, tmp_path):
    press(program, "verify.site")
    program.desk.lock()
    settle(program)
    assert words(program) == ""
    dialog = part(program, "site")
    assert dialog is None or not dialog.isVisible()
