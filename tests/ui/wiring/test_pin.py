"""The PIN of a token, asked for in the window: with a token made by SoftHSM, and without one."""

import pytest
from PySide6.QtWidgets import QLineEdit, QWidget

from spinecounsel.document import DocumentKind
from spinecounsel.sealing.site import SiteKey, Token
from spinecounsel.sealing.verdict import Seen
from spinecounsel.sealing.verify import verify
from tests.helpers import sealed
from tests.helpers.certificates import PIN, TOKENS, token_in
from tests.helpers.programs import PASSPHRASE, program_in, quick_vault
from tests.helpers.talks import decided, signatures
from ui.widgets.text import Text

CANCELLED = "The PIN was not typed, so nothing was sealed. Nothing is lost."


@pytest.fixture(scope="module")
def token(tmp_path_factory):
    with token_in(tmp_path_factory.mktemp("token")) as root:
        yield root


@pytest.fixture
def program(qtbot, tmp_path, clock):
    """The program with a consultation that only has to be sealed."""
    quick_vault(tmp_path, clock())
    with program_in(tmp_path, clock) as made:
        unlock(made)
        made.window.resize(1366, 768)
        made.window.show()
        made.session.resume(decided().discussion)
        settle(made)
        yield made


def unlock(program):
    failures = []
    program.session.cabinet.unlock(PASSPHRASE, done=lambda _: None, failed=failures.append)
    settle(program)
    assert not failures


def settle(program):
    for _ in range(4):  # an answer may ask for more
        program.session.cabinet.worker.settle()


def use_key(program, key):
    failures = []
    program.session.cabinet.use_site_key(key, done=lambda _: None, failed=failures.append)
    settle(program)
    program.session.cabinet.pins.forget()
    assert not failures


def use_token(program):
    """Seal with the token; its PIN is not remembered from choosing it."""
    keys = []
    cabinet = program.session.cabinet
    cabinet.read_site_token(str(TOKENS), "clinic", PIN, done=keys.append, failed=keys.append)
    settle(program)
    use_key(program, keys[0])


def use_no_token(program):
    """Seal with a token that is on no computer."""
    token = Token(library="/no/such.so", label="clinic", pin="", key=b"1", raw=False)
    key = SiteKey(certificate=sealed.key().certificate, others=(), token=token)
    use_key(program, key)


def part(program, name, kind=QWidget):
    return next(each for each in program.window.findChildren(kind, name) if each.isVisible())


def is_asked(program):
    return any(each.isVisible() for each in program.window.findChildren(QWidget, "pin"))


def words(place):
    return "\n".join(text.text() for text in place.findChildren(Text) if text.isVisible())


def give(program, pin):
    part(program, "pin.pin", QLineEdit).setText(pin)
    part(program, "pin.use").click()
    settle(program)


def finish(program):
    program.session.finish(signatures(program.session.sitting))
    settle(program)


def rows(program):
    found = []
    program.session.cabinet.search("", done=found.extend, failed=found.append)
    settle(program)
    return found


def test_a_record_waits_for_the_pin_and_the_copies_ask_no_more(program, token):
    use_token(program)
    filed = []
    program.session.filed.connect(filed.append)
    finish(program)
    assert "the token “clinic”" in words(part(program, "pin"))
    assert filed == []
    give(program, "0000")
    assert "The PIN was not accepted by the token." in words(part(program, "pin"))
    give(program, PIN)
    assert not is_asked(program)
    found = verify(filed[0].document, (token,), now=program.session.clock())
    assert (found.state, found.signer) == (Seen.SEALED, "Spine Hospital")
    part(program, f"finished.kind.{DocumentKind.COPY}").click()
    settle(program)
    assert not is_asked(program)
    assert program.desk.finished.shelf.preview.pages > 0


def test_locked_the_pin_is_forgotten(program, token):
    use_token(program)
    finish(program)
    give(program, PIN)
    (row,) = rows(program)
    program.desk.lock()
    settle(program)
    unlock(program)
    cabinet = program.session.cabinet
    cabinet.open_record(row.id, done=program.desk.paper.show, failed=pytest.fail)
    settle(program)
    program.window.show_screen("finished")
    part(program, f"finished.kind.{DocumentKind.LETTER}").click()
    settle(program)
    assert is_asked(program)
    part(program, "pin.cancel").click()
    settle(program)
    assert CANCELLED in words(program.desk.finished)
    assert program.desk.finished.shelf.kinds.chosen_key() == DocumentKind.RECORD
    part(program, f"finished.kind.{DocumentKind.LETTER}").click()
    settle(program)
    give(program, PIN)
    assert CANCELLED not in words(program.desk.finished)


def test_cancelled_the_record_stays_a_draft_and_can_be_sealed_later(program):
    use_no_token(program)
    said = []
    program.session.refused.connect(said.append)
    finish(program)
    part(program, "pin.cancel").click()
    settle(program)
    assert said == [CANCELLED]
    assert program.session.open
    assert [row.status for row in rows(program)] == ["draft"]
    finish(program)
    assert is_asked(program)
    give(program, PIN)
    assert not is_asked(program)
    assert "is not a library for tokens" in said[1]
    assert program.session.open


def test_a_lock_while_the_pin_is_asked_for_keeps_the_draft(program):
    use_no_token(program)
    finish(program)
    program.desk.lock()
    settle(program)
    assert not is_asked(program)
    assert not program.session.open
    unlock(program)
    assert [row.status for row in rows(program)] == ["draft"]
