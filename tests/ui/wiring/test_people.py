"""The people of the vault, from the window, with a real vault."""

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QDialog, QLineEdit, QWidget

from spinecounsel.storage.doors.second_factor import _totp
from tests.helpers.programs import PASSPHRASE, program_in, quick_vault
from ui.widgets.choice import ChoiceRow
from ui.widgets.text import Text

FIRST, OWN = "first words for Nora", "words of her own"


@pytest.fixture
def program(qtbot, tmp_path, clock):
    quick_vault(tmp_path, clock())
    with program_in(tmp_path, clock) as made:
        made.desk.start()
        yield made


def part(program, name, kind=QWidget):
    return program.window.findChild(kind, name)


def settle(program):
    program.session.cabinet.worker.settle()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def fill(program, **typed):
    for name, text in typed.items():
        part(program, name.replace("__", "."), QLineEdit).setText(text)


def press(program, name):
    part(program, name).click()
    settle(program)


def unlock(program, passphrase=PASSPHRASE, code=""):
    fill(program, unlock__passphrase=passphrase, unlock__code=code)
    press(program, "unlock.go")


def lock(program):
    press(program, "frame.lock")


def is_shown(program, name):
    found = part(program, name)
    return found is not None and found.isVisibleTo(program.window)


def words(program):
    return [text.text() for text in program.window.findChildren(Text)]


def at_people(program):
    unlock(program)
    press(program, "frame.vault")
    press(program, "vault.section.people")


def add_nora(program, role="nurse"):
    press(program, "people.add")
    fill(program, person_new__name="Nora Sample", person_new__passphrase=FIRST)
    part(program, f"person_new.role.{role}").click()
    press(program, "person_new.use")


def ident_of(program, name):
    rows = program.desk.people._rows.values()
    return next(row.id for row in rows if row.name == name)


def choose(program, name):
    box = program.desk.unlock._fields.person._box
    box.setCurrentText(name)
    box.activated.emit(box.currentIndex())


def name_ada(program):
    press(program, "frame.clinician")
    fill(program, clinician__name="Dr Ada", clinician__role="Surgeon")
    press(program, "clinician.use")


def test_somebody_is_added_and_chooses_a_passphrase_of_her_own(program):
    unlock(program)
    name_ada(program)
    press(program, "frame.vault")
    add_nora(program)
    assert "Nora Sample can open the vault from now on." in words(program)
    card = part(program, f"people.row.{ident_of(program, 'Nora Sample')}")
    assert card.accessibleName() == "Nora Sample. Nurse. Has not chosen a passphrase yet."
    lock(program)
    choose(program, "Nora Sample")
    unlock(program, FIRST)
    assert "Choose a passphrase of your own" in words(program)
    assert not is_shown(program, "library.new")
    fill(program, unlock__fresh=OWN, unlock__repeat="something else")
    press(program, "unlock.go")
    assert any("differ" in text for text in words(program))
    fill(program, unlock__fresh=OWN, unlock__repeat=OWN)
    press(program, "unlock.go")
    assert is_shown(program, "library.new")
    lock(program)
    choose(program, "Nora Sample")
    unlock(program, OWN)
    assert part(program, "frame.clinician").text() == "Nora Sample"
    press(program, "frame.vault")
    assert not is_shown(program, "people.add")
    assert not is_shown(program, "people.rekey")
    assert is_shown(program, "people.own_factor")


def test_what_is_wrong_with_a_new_person_is_said_in_the_form(program):
    at_people(program)
    press(program, "people.add")
    fill(program, person_new__name="Nora", person_new__passphrase=FIRST)
    press(program, "person_new.use")
    assert "Please choose at least one role." in words(program)
    assert part(program, "person_new", QDialog).isVisible()
    part(program, "person_new.role.reader").click()
    press(program, "person_new.use")
    assert part(program, "person_new") is None


def test_roles_and_passphrase_are_changed_and_somebody_is_removed(program, qtbot):
    unlock(program)
    name_ada(program)
    press(program, "frame.vault")
    add_nora(program)
    nora, ada = ident_of(program, "Nora Sample"), ident_of(program, "Dr Ada")
    press(program, f"people.roles.{nora}")
    part(program, "person_roles.role.auditor").click()
    press(program, "person_roles.use")
    assert any(row.roles == "Nurse, Auditor" for row in program.desk.people._rows.values())
    press(program, f"people.passphrase.{nora}")
    fill(program, **{"person_passphrase.new": "given to Nora today"})
    press(program, "person_passphrase.use")
    assert any("has a new passphrase" in text for text in words(program))
    assert not is_shown(program, f"people.passphrase.{ada}")
    assert not is_shown(program, f"people.remove.{ada}")
    press(program, f"people.roles.{ada}")
    part(program, "person_roles.role.administrator").click()
    press(program, "person_roles.use")
    assert any("this is the last one" in text for text in words(program))
    press(program, "person_roles.cancel")
    press(program, f"people.remove.{nora}")
    press(program, "messages.yes")
    assert part(program, f"people.row.{nora}") is None
    lock(program)
    assert not is_shown(program, "unlock.person"), "one person has nothing to choose"


def test_a_second_factor_is_switched_on_asked_for_and_switched_off(program, clock):
    at_people(program)
    press(program, "people.own_factor")
    dialog = part(program, "factor_on", QDialog)
    (letters,) = [text for text in words(program) if len(text) == 39 and text.isupper()]
    secret = letters.replace(" ", "")
    fill(program, factor_on__code="000000")
    press(program, "factor_on.use")
    assert dialog.isVisible()
    fill(program, factor_on__code=code_of(secret, clock()))
    press(program, "factor_on.use")
    assert any("6 digits too" in text for text in words(program))
    lock(program)
    unlock(program)
    assert is_shown(program, "unlock.code")
    assert part(program, "unlock.passphrase", QLineEdit).text() == PASSPHRASE
    clock.forward(seconds=60)
    fill(program, unlock__code=code_of(secret, clock()))
    press(program, "unlock.go")
    assert is_shown(program, "library.new")
    press(program, "frame.vault")
    press(program, "people.own_factor")
    fill(program, factor_off__passphrase=PASSPHRASE)
    press(program, "factor_off.use")
    lock(program)
    assert not is_shown(program, "unlock.code")
    unlock(program)
    assert is_shown(program, "library.new")


def code_of(secret, now):
    return _totp(secret).generate(int(now.timestamp())).decode()


def test_a_new_code_opens_the_vault_for_who_forgot(program):
    at_people(program)
    press(program, "people.code")
    press(program, "messages.yes")
    groups = [text.text() for text in program.desk.door.recovery._groups]
    assert len(groups) == 7
    fill(program, recovery__typed="AAAAA")
    press(program, "recovery.go")
    assert any("That is not group 3" in text for text in words(program))
    fill(program, recovery__typed=f" {groups[2].lower()}")
    press(program, "recovery.go")
    assert is_shown(program, "people.code")
    assert not program.desk.door.recovery._groups, "the code stays in no widget"
    lock(program)
    press(program, "unlock.recover")
    fill(program, unlock__recovery=" ".join(groups)[:-1], unlock__fresh=OWN, unlock__repeat=OWN)
    press(program, "unlock.go")
    assert any("7 groups of 5" in text for text in words(program))
    fill(program, unlock__recovery=" ".join(groups))
    press(program, "unlock.go")
    assert is_shown(program, "recovery.typed"), "the next code"
    fill(program, recovery__typed=part(program, "recovery.group", Text).text())
    press(program, "recovery.go")
    assert is_shown(program, "library.new")
    lock(program)
    unlock(program, OWN)
    assert is_shown(program, "library.new")


def test_the_lock_takes_code_and_people_out_of_the_widgets(program):
    unlock(program)
    name_ada(program)
    press(program, "frame.vault")
    add_nora(program)
    press(program, "people.code")
    press(program, "messages.yes")
    code = [text.text() for text in program.desk.door.recovery._groups]
    program.desk.lock()
    settle(program)
    held = " ".join(
        f"{widget.accessibleName()} {getattr(widget, 'text', str)()}"
        for widget in program.window.findChildren(QWidget)
        if not isinstance(widget, QDialog)
    )
    assert "Nora" not in held
    assert not [group for group in code if group in held]


def test_the_vault_gets_another_key_from_the_window(program):
    at_people(program)
    press(program, "people.rekey")
    press(program, "messages.yes")
    assert "The vault has another key. Make a backup now." in words(program)
    lock(program)
    unlock(program)
    assert is_shown(program, "library.new")


def test_who_may_not_read_comes_to_the_vault_and_reads_only_in_an_emergency(program):
    unlock(program)
    name_ada(program)
    press(program, "frame.vault")
    add_nora(program, "administrator")
    lock(program)
    choose(program, "Nora Sample")
    unlock(program, FIRST)
    fill(program, unlock__fresh=OWN, unlock__repeat=OWN)
    press(program, "unlock.go")
    assert not is_shown(program, "library.new")
    assert is_shown(program, "vault.close")
    press(program, "vault.close")
    press(program, "emergency.use")
    assert "Please choose why." in words(program)
    reasons = part(program, "emergency.reason").findChildren(ChoiceRow)
    reasons[0].click()
    press(program, "emergency.use")
    assert program.window.screen_name == "library"
    assert not is_shown(program, "library.new"), "who reads in an emergency begins nothing"
    assert program.session.cabinet.may("read")
    lock(program)
    assert not program.session.cabinet.may("read")


def test_a_change_of_ones_own_roles_shows_at_once(program):
    at_people(program)
    assert "role of auditor" in "".join(words(program))
    assert not is_shown(program, "vault.section.trail")
    assert part(program, "vault.close").text() == "Back to all consultations"
    own = program.session.cabinet.person.id
    press(program, f"people.roles.{own}")
    part(program, "person_roles.role.clinician").click()
    part(program, "person_roles.role.auditor").click()
    press(program, "person_roles.use")
    assert is_shown(program, "vault.section.trail")
    assert not is_shown(program, "people.trail")
    assert part(program, "vault.close").text() == "Read in an emergency ..."


def test_after_the_lock_nothing_is_said_of_a_key_that_was_being_changed(program):
    at_people(program)
    press(program, "people.rekey")
    part(program, "messages.yes").click()
    program.desk.lock()
    program.desk.people._on_share(1.0)  # what was on its way
    settle(program)
    unlock(program)
    press(program, "frame.vault")
    settle(program)
    assert part(program, "people.said", Text).text() == ""
    assert part(program, "people").isEnabled()


def test_why_somebody_was_not_added_is_seen_and_the_focus_is_where_it_is_put_right(program, qtbot):
    program.window.resize(1024, 640)
    program.window.show()
    at_people(program)
    press(program, "people.add")
    fill(program, person_new__name="Nora", person_new__passphrase=FIRST)
    dialog = part(program, "person_new", QDialog)
    press(program, "person_new.use")
    assert dialog.problem.isVisible()
    assert not dialog.problem.visibleRegion().isEmpty()
    assert dialog.problem.visibleRegion().boundingRect() == dialog.problem.rect()
    first = part(program, "person_new.role.clinician")
    assert dialog.focusWidget() is first
    assert first.visibleRegion().boundingRect() == first.rect()
