from spinecounsel.storage import Setting
from tests.spinecounsel.storage.conftest import NOON


def changes(vault):
    return [each.payload for each in vault.events("") if each.kind == "setting changed"]


def test_what_was_set_comes_back_after_the_vault_was_closed(shelf):
    vault = shelf.create()
    assert vault.settings.all() == {}
    vault.settings.keep(Setting.CLINIC, "Klinik Süd", now=NOON)
    vault.settings.keep(Setting.IDLE_MINUTES, 12, now=NOON)
    vault.close()
    kept = {Setting.CLINIC: "Klinik Süd", Setting.IDLE_MINUTES: 12}
    assert shelf.open().settings.all() == kept


def test_what_was_taken_back_is_as_if_it_had_never_been_set(shelf):
    vault = shelf.create()
    vault.settings.keep(Setting.CONFIRM_AFTER, 60, now=NOON)
    vault.settings.keep(Setting.CONFIRM_AFTER, None, now=NOON)
    assert vault.settings.all() == {}


def test_the_trail_tells_what_was_set_with_numbers_but_without_words(shelf):
    vault = shelf.create()
    for setting, value in (
        (Setting.CONFIRM_AFTER, 60),
        (Setting.CONFIRM_AFTER, None),
        (Setting.JURISDICTION, "Example State"),
    ):
        vault.settings.keep(setting, value, now=NOON)
    assert changes(vault) == [
        {"setting": "clinic.confirm_after", "value": 60},
        {"setting": "clinic.confirm_after", "value": None},
        {"setting": "clinic.jurisdiction"},
    ]


def test_where_a_first_start_goes_on_is_kept_without_an_event_until_its_end(shelf):
    vault = shelf.create()
    assert vault.settings.first_start == ""
    vault.settings.keep_first_start("clinic")
    vault.close()
    vault = shelf.open()
    assert vault.settings.first_start == "clinic"
    assert vault.settings.all() == {}
    vault.settings.keep_first_start("")
    assert vault.settings.first_start == ""
    assert changes(vault) == []


def test_setting_the_same_again_is_no_event(shelf):
    vault = shelf.create()
    vault.settings.keep(Setting.IDLE_MINUTES, None, now=NOON)
    vault.settings.keep(Setting.IDLE_MINUTES, 9, now=NOON)
    vault.settings.keep(Setting.IDLE_MINUTES, 9, now=NOON)
    assert len(changes(vault)) == 1
