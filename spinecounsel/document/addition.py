"""An addition on one page: what was added to which record, by whom, and its seal."""

from functools import partial
from typing import Any

from spinecounsel.dates import day, moment
from spinecounsel.document.clinic import practice_notice
from spinecounsel.document.composing import missing_characters, pages_of
from spinecounsel.document.finish import finished
from spinecounsel.document.flow import Framed, Rule, Stack
from spinecounsel.document.fonts import Fonts
from spinecounsel.document.furniture_plain import LetterCanvas, PlainCanvas
from spinecounsel.document.letter import SIZE
from spinecounsel.document.letter_parts import FACT, HEAD, PLAIN, QUIET, STRESSED
from spinecounsel.document.look import BODY, TITLE
from spinecounsel.document.metadata import About
from spinecounsel.document.page import LETTER
from spinecounsel.document.sealed import Sealing, write_seal_of
from spinecounsel.document.sheet import Sheet
from spinecounsel.document.whose import Whose
from spinecounsel.document.words import signer
from spinecounsel.frozen import replaced
from spinecounsel.record.addition import Addition
from spinecounsel.record.addition_words import addition_title, headline, lines_of
from spinecounsel.record.codec import encode
from spinecounsel.record.record import Line
from spinecounsel.wording import say

_LABEL = 0.3  # of the width, for labels


class AdditionCanvas(PlainCanvas):
    """The canvas of an addition: that of the letter, with the record that it belongs to."""

    setup, style, strong = LetterCanvas.setup, LetterCanvas.style, LetterCanvas.strong
    head, foot = LetterCanvas.head, LetterCanvas.foot

    def __init__(self, addition: Addition, fonts: Fonts, *args: Any, **kwargs: Any) -> None:
        super().__init__(fonts, *args, **kwargs)
        self._addition = addition

    def whose(self) -> Whose:
        """Give the patient and the record."""
        patient = self._addition.patient
        record = say("Record {number}", number=self._addition.record.id)
        practice = self._addition.record.practice is True
        return Whose(practice=practice, name=patient.name, number=patient.number, record=record)


def composed_addition(addition: Addition) -> bytes:
    """Give the paper of an addition; ``CharacterMissing`` before anything is made."""
    fonts = Fonts(addition.language)
    sheet = _written(fonts, addition)
    if fonts.missing:
        raise missing_characters(fonts.missing)
    canvas = partial(AdditionCanvas, addition, fonts)
    pages = pages_of(sheet, addition.language, canvas)
    return finished(pages, sheet.root, _about(addition), encode(addition))


def _written(fonts: Fonts, addition: Addition) -> Sheet:
    sheet = Sheet(fonts, SIZE / BODY.size, LETTER)
    _write_head(sheet, addition)
    _write_matter(sheet, addition)
    _write_record(sheet, addition)
    _write_signature(sheet, addition)
    write_seal_of(sheet, _sealing(addition), HEAD)
    return sheet


def _write_head(sheet: Sheet, addition: Addition) -> None:
    """Write what it is and about whom."""
    if addition.record.practice is True:
        sheet.add(practice_notice(sheet))
    title = addition_title(addition.kind)
    sheet.heading(1, title, replaced(TITLE, size=16, leading=20, after=4))
    rule = Rule()
    rule.spaceAfter = 8
    sheet.add(rule)
    patient = addition.patient
    sheet.paragraph(patient.name, replaced(STRESSED, size=13, leading=17))
    known = (
        say("Born {day}", day=day(patient.born)) if patient.born else "",
        say("Hospital number {number}", number=patient.number) if patient.number else "",
    )
    sheet.paragraph("  ·  ".join(filter(None, known)), replaced(PLAIN, after=9))


def _write_matter(sheet: Sheet, addition: Addition) -> None:
    """Write what was added, in a frame."""
    told = [sheet.text(headline(addition), replaced(STRESSED, after=4), sheet.node("P"))]
    told += [
        sheet.text(each, PLAIN, sheet.node("P"))
        for each in addition.matter.text.splitlines()
        if each.strip()
    ]
    column = sheet.page.width * _LABEL - Framed.INSIDE - 2
    rows = [sheet.fact(each.label, each.text, FACT, column=column) for each in lines_of(addition)]
    framed = Framed(Stack([*told, *rows]), "action")
    framed.spaceAfter = 8
    sheet.add(framed)


def _write_record(sheet: Sheet, addition: Addition) -> None:
    """Write which record it belongs to."""
    sheet.section(say("The record that this belongs to"), HEAD)
    record = addition.record
    lines = (
        Line(label=say("Record number"), text=record.id),
        Line(label=say("Talk of"), text=moment(record.started)),
        Line(label=say("Sealed"), text=moment(record.sealed)),
        Line(label=say("It says"), text=record.statement and f"“{record.statement}”"),
    )
    column = sheet.page.width * _LABEL
    sheet.add(
        *(sheet.fact(each.label, each.text, FACT, column=column) for each in lines if each.text)
    )
    # In a paragraph of its own, so that programs and people find it whole.
    sheet.paragraph(say("Fingerprint of that record:"), replaced(QUIET, before=2, keep=True))
    sheet.paragraph(record.sha256, FACT)
    sheet.paragraph(
        say(
            "That record stays as it was sealed: it tells what was said and decided then. Keep "
            "this paper with it."
        ),
        replaced(PLAIN, before=3),
    )


def _write_signature(sheet: Sheet, addition: Addition) -> None:
    """Write what was signed, by whom and how."""
    sheet.section(say("Signed"), HEAD)
    signed, who = addition.signature, addition.clinician
    for words in signed.statements:
        sheet.paragraph(words, PLAIN)
    sheet.paragraph(
        ((", ".join(filter(None, (who.name, who.role))), STRESSED),), replaced(FACT, before=3)
    )
    sheet.paragraph(
        say(
            "{role}. Signed by typing the passphrase once more, {when}",
            role=signer(signed.role),
            when=moment(signed.when),
        ),
        replaced(FACT, colour="ink2"),
    )


def _sealing(addition: Addition) -> Sealing:
    return Sealing(
        id=addition.id,
        sha256=addition.sha256,
        when=addition.when,
        program=addition.program,
        number=say("Number of this paper: "),
        fingerprint=say("Fingerprint of this paper (SHA-256 over all its words):"),
        code=say("Code with the number and the fingerprint of this paper."),
        signed=say(
            "This file was sealed by the program on the clinic’s computer. The seal proves that "
            "not one sign was changed since. It does not prove who signed. The time is that of "
            "the computer’s clock."
        ),
        carries=say(
            "The file also carries these words for programs to read (addition.json). A print on "
            "paper has no seal: compare its words with the file."
        ),
    )


def _about(addition: Addition) -> About:
    """Say what the file is about without a name in it: file lists and mail show that."""
    return About(
        title=addition_title(addition.kind),
        subject=say("Record {id}", id=addition.record.id),
        author=addition.program,
        program=addition.program,
        producer="ReportLab, pikepdf",
        language=addition.language,
        keywords=str(addition.kind),
        when=addition.when,
    )
