"""Screens that are about no patient: the vault, its door, the first start; full of words."""

import datetime as dt

from PySide6.QtWidgets import QAbstractButton, QWidget

from spinecounsel.consultation.keeping import grounds
from spinecounsel.viewing.approval import approval_notice
from spinecounsel.viewing.backup import (
    BackupFacts,
    CheckedFacts,
    backup_view,
    checked_words,
    progress_words,
)
from spinecounsel.viewing.first_start import Stage, first_view
from spinecounsel.viewing.keeping import HeldThing, Keeping, erased_words, keeping_view
from spinecounsel.viewing.library import Filter, library_view
from spinecounsel.viewing.people import PersonFacts, people_view, role_words
from spinecounsel.viewing.recovery import recovery_view
from spinecounsel.viewing.sealer import Sealer, sealer_view
from spinecounsel.viewing.settings import (
    CONFIRM_AFTER,
    IDLE,
    FieldView,
    Settings,
    clinic_view,
    saved,
    settings_view,
)
from spinecounsel.viewing.trail import Happened, trail_lines
from spinecounsel.viewing.unlock import Way, unlock_view
from spinecounsel.viewing.verify import Checked, verify_view
from tests.helpers.clock import START
from tests.helpers.logos import clinic
from tests.helpers.packs import shipped_pack
from ui.pages.first.page import FirstPage
from ui.pages.library.page import LibraryPage
from ui.pages.people.section import PeopleSection
from ui.pages.recovery.page import RecoveryPage
from ui.pages.unlock import UnlockPage
from ui.pages.vault.backup import BackupSection
from ui.pages.vault.clinic_form import ClinicForm
from ui.pages.vault.keeping import KeepingSection
from ui.pages.vault.page import VaultPage
from ui.pages.vault.settings import SettingsSection
from ui.pages.vault.trail import TrailSection
from ui.pages.verify.page import VerifyPage

DAY = dt.date(2006, 3, 14)


def recovery_page() -> QWidget:
    page = RecoveryPage()
    page.show_view(recovery_view("WQWXJ-2N86X-TXFPW-XV8TE-AFFT3-PVN30-YTFKP"))
    page.findChild(QAbstractButton, "recovery.go").click()
    return page


def first_page(stage: Stage) -> QWidget:
    form = ClinicForm("first.clinic")
    form.show_view(clinic_view(Settings(clinic=clinic()), {}))
    page = FirstPage(form, form.name.edit)
    page.show_view(first_view(stage))
    return page


def people_page() -> QWidget:
    facts = [
        PersonFacts(
            id=ident,
            name=name,
            title="Neurosurgeon at the regional centre",
            roles=roles,
            temporary=ident == "c",
            second_factor=ident != "c",
        )
        for ident, name, roles in (
            ("a", "Dr Ada Beispiel", ("clinician", "administrator")),
            ("b", "Somebody with a name that goes on", tuple(role_words())),
            ("c", "Nora", ("nurse",)),
        )
    ]
    page, section = VaultPage(), PeopleSection()
    page.add_section("people", "People", section)
    for key, title in (("backup", "Backup"), ("keeping", "Keeping"), ("trail", "Trail")):
        page.add_section(key, title, QWidget())
    section.show_view(people_view(facts, own="a", keeps_people=True, has_code=False))
    section.say("Nora can open the vault from now on.")
    page.show_section("people")
    return page


def backup_page() -> QWidget:
    now = dt.datetime(2026, 11, 26, 9, 0, tzinfo=dt.UTC)
    folder = "/media/somebody/A STICK WITH A LONG NAME"
    facts = BackupFacts(
        made=now - dt.timedelta(days=4),
        made_in=folder,
        size=305_500_000,
        due=now - dt.timedelta(days=3),
        folder=folder,
        days=1,
        last=7,
        months=12,
    )
    checked = CheckedFacts(
        name="consultations-2026-11-22T090000.spinebackup",
        made=now,
        records=312,
        drafts=3,
        program="0.1.0",
        still_held=("0198ffff-8b1e-7c21-9d3f-4be2a0a1f001",),
        behind=214,
    )
    page, section = VaultPage(), BackupSection()
    page.add_section("backup", "Backup", section)
    section.show_view(backup_view(facts, now=now))
    section.say(checked_words(checked, now=now))
    section.show_course(progress_words("Making the backup:", 0.42))
    page.show_section("backup")
    return page


def keeping_page() -> QWidget:
    held = tuple(
        HeldThing(id=f"0198ffff-8b1e-7c21-9d3f-4be2a0a1f00{number}", consulted=DAY, sealed=True)
        for number in range(3)
    )
    page, section = VaultPage(), KeepingSection(grounds())
    page.add_section("keeping", "Keeping", section)
    section.show_view(keeping_view(Keeping(years=10, due=held, unfinished=True), held))
    section.say(erased_words(3))
    page.show_section("keeping")
    return page


def settings_page() -> QWidget:
    settings = Settings(clinic=clinic(name="Spine House of a Town with a Long Name"), years=10)
    wrong = {
        IDLE: FieldView(text="45", problem="Write a whole number from 1 to 30."),
        CONFIRM_AFTER: saved("60"),
    }
    page, section = VaultPage(), SettingsSection()
    page.add_section("settings", "Settings", section)
    section.show_view(settings_view(settings, wrong))
    section.clinic.show_view(clinic_view(settings, {}, "This picture is broken."))
    page.show_section("settings")
    return page


def trail_page() -> QWidget:
    events = tuple(
        Happened(
            number=number,
            at=dt.datetime(2026, 11, 26, 9, 0, tzinfo=dt.UTC),
            by="a",
            kind="erased",
            record="0198ffff-8b1e-7c21-9d3f-4be2a0a1f001",
            payload={"grounds": "a court or an authority ordered it", "what": "record"},
        )
        for number in range(40, 0, -1)
    )
    page, section = VaultPage(), TrailSection()
    page.add_section("trail", "Trail", section)
    section.show_lines(trail_lines(events, {"a": "Dr Ada Beispiel"}, dt.UTC), more=True)
    page.show_section("trail")
    return page


def unlock_page(way: Way) -> QWidget:
    page = UnlockPage()
    notice = approval_notice(shipped_pack().manifest)
    problem = "The file of the vault is damaged. Please take the last copy of it."
    people = (("a", "Dr Ada Beispiel"), ("b", "Nora Sample"))
    view = unlock_view(
        way, notice=notice, problem=problem, people=people, asks_code=True, has_code=True
    )
    page.show_view(view)
    return page


def verify_page() -> QWidget:
    fingerprint = " ".join(("f54eda77",) * 8)
    checked = (
        Checked(
            name="2026-11-24 consent TEST-0001.pdf",
            state="as sealed",
            reason="This file is as it was sealed by Spine Clinic, 24 November 2026, 10:42.",
            number="01978f3c-7d1e-7a52-9b1d-2f0c3a5e9d11",
            kind="copy",
        ),
        Checked(name="b.pdf", state="changed", reason="Something was added behind the seal."),
        Checked(name="c.pdf", state="not trusted", reason=f"The root must be {fingerprint}."),
        Checked(name="d.pdf", state="not ours", reason="This is not a PDF."),
    )
    page = VerifyPage()
    page.show_view(verify_view(checked, waiting=1))
    page.sealer.show_view(
        sealer_view(
            Sealer(
                is_site=True,
                name="Hospital with a long name, Department of Spinal Surgery",
                ends=START.date(),
                token="Clinic seals",  # noqa: S106 - its name
                root_name="Hospital with a long name, root for everything that is signed",
                fingerprint=fingerprint,
                problem="The certificate ended on 1 November 2026. Ask for a new one.",
            )
        )
    )
    page.sealer.say("This installation’s own key seals from now on.")
    return page


def verify_at_the_door() -> QWidget:
    page = verify_page()
    page.sealer.clear()
    page.stand_alone(alone=True)
    return page


def empty_library() -> QWidget:
    page = LibraryPage()
    page.show_view(library_view((), text="", chosen=Filter.EVERYTHING, now=START))
    return page
