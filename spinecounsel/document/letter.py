"""The letter to the referring doctor: who, what was found, what was talked about and decided."""

from spinecounsel.dates import day
from spinecounsel.document.clinic import again_words, write_clinic
from spinecounsel.document.flow import Row, Rule, Stack
from spinecounsel.document.fonts import Fonts
from spinecounsel.document.letter_parts import (
    FACT,
    HEAD,
    PLAIN,
    QUIET,
    STRESSED,
    write_case,
    write_decision,
    write_next,
    write_options,
    write_talk,
)
from spinecounsel.document.look import BODY, TITLE
from spinecounsel.document.page import LETTER
from spinecounsel.document.sealed import write_seal
from spinecounsel.document.sheet import Sheet
from spinecounsel.frozen import replaced
from spinecounsel.record.record import ConsentRecord
from spinecounsel.wording import say

SIZE = 10.0


def written_letter(fonts: Fonts, record: ConsentRecord) -> Sheet:
    """Write the letter on a new sheet."""
    sheet = Sheet(fonts, SIZE / BODY.size, LETTER)
    _write_head(sheet, record)
    write_decision(sheet, record)
    write_case(sheet, record)
    write_options(sheet, record)
    write_talk(sheet, record)
    write_next(sheet, record)
    sheet.paragraph(again_words(record), PLAIN)
    _write_red_flag(sheet, record)
    _write_close(sheet, record)
    write_seal(sheet, record, HEAD)
    return sheet


def _write_head(sheet: Sheet, record: ConsentRecord) -> None:
    """Write who sends the letter, when, to whom and about whom."""
    write_clinic(sheet, record, STRESSED, stacked=False)
    who = record.clinician
    number = say("Registration {number}", number=who.registration) if who.registration else ""
    sender = [
        sheet.text(text, style, sheet.node("P"))
        for text, style in ((who.name, STRESSED), (who.role, QUIET), (number, QUIET))
        if text
    ]
    when = sheet.text(day(record.sealed.date()), FACT, sheet.node("P"))
    when.to_right = True
    width = sheet.page.width
    wide = width * 0.62
    top = Row([(0, wide, Stack(sender)), (wide, width - wide, when)])
    top.spaceAfter = 6
    rule = Rule()
    rule.spaceAfter = 14
    sheet.add(top, rule)
    sheet.paragraph(_addressee(record), replaced(PLAIN, after=12))
    sheet.heading(1, record.patient.name, replaced(TITLE, size=16, leading=20, after=1))
    patient = record.patient
    known = (
        say("Born {day}", day=day(patient.born)) if patient.born else "",
        say("Hospital number {number}", number=patient.number) if patient.number else "",
    )
    sheet.paragraph("  ·  ".join(filter(None, known)), replaced(PLAIN, after=7))
    sheet.paragraph(
        say(
            "This letter tells what was talked about and decided on {day}. The numbers that were "
            "shown, with their sources, are in the record of the talk. The whole record is inside "
            "this file (record.json). A print of the letter needs the record beside it.",
            day=day(record.started.date()),
        ),
        replaced(PLAIN, after=8),
    )


def _addressee(record: ConsentRecord) -> str:
    """Give the lines of the address, as on an envelope."""
    to = record.referrer
    name = to.name.strip() or say("To the referring doctor")
    lines = (each.strip() for each in to.practice.splitlines())
    return "\n".join([name, *filter(None, lines)])


def _write_red_flag(sheet: Sheet, record: ConsentRecord) -> None:
    """Write what the patient's copy says to get help for."""
    if record.red_flag:
        told = say("The patient’s copy says: {words}", words=record.red_flag)
        sheet.framed(say("Get help at once"), told, mark="warning", role="amber_edge")


def _write_close(sheet: Sheet, record: ConsentRecord) -> None:
    """Write who answers for the letter."""
    who = record.clinician
    role = f", {who.role}" if who.role else ""
    name = sheet.text(
        ((who.name, STRESSED), (role, QUIET)), replaced(STRESSED, before=8), sheet.node("P")
    )
    name.keepWithNext = 1
    sheet.add(name)
    by = say("Sealed by the program, not signed by hand.")
    sheet.paragraph(by, replaced(FACT, colour="ink2"))
