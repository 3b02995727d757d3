"""From a sealed record to its paper."""

import io
from collections.abc import Callable
from functools import partial

from reportlab import rl_config
from reportlab.platypus import BaseDocTemplate, Frame, PageTemplate

from spinecounsel.document.copy import written_copy, written_large_print
from spinecounsel.document.finish import finished
from spinecounsel.document.fonts import Fonts
from spinecounsel.document.furniture import RecordCanvas
from spinecounsel.document.furniture_plain import CopyCanvas, LargePrintCanvas, LetterCanvas
from spinecounsel.document.letter import written_letter
from spinecounsel.document.look import PAGE
from spinecounsel.document.metadata import About
from spinecounsel.document.sheet import Sheet
from spinecounsel.document.tagging import TaggedCanvas
from spinecounsel.document.whole import written_record
from spinecounsel.document.words import kind_title, title
from spinecounsel.errors import CharacterMissing
from spinecounsel.record.codec import encode
from spinecounsel.record.kinds import DocumentKind
from spinecounsel.record.record import ConsentRecord
from spinecounsel.wording import say

_SHOWN = 8  # characters named in a sentence
_WRITERS: dict[DocumentKind, Callable[[Fonts, ConsentRecord], Sheet]] = {
    DocumentKind.RECORD: written_record,
    DocumentKind.COPY: written_copy,
    DocumentKind.LARGE_PRINT: written_large_print,
    DocumentKind.LETTER: written_letter,
}
_CANVASES: dict[DocumentKind, Callable[..., TaggedCanvas]] = {
    DocumentKind.RECORD: RecordCanvas,
    DocumentKind.COPY: CopyCanvas,
    DocumentKind.LARGE_PRINT: LargePrintCanvas,
    DocumentKind.LETTER: LetterCanvas,
}


def composed(record: ConsentRecord, kind: DocumentKind) -> bytes:
    """Give the paper of ``record``; ``CharacterMissing`` before anything is made."""
    fonts = Fonts(record.language)
    sheet = _WRITERS[kind](fonts, record)
    if fonts.missing:
        raise missing_characters(fonts.missing)
    about = _about(record, kind)
    pages = pages_of(sheet, record.language, partial(_CANVASES[kind], record, fonts))
    return finished(pages, sheet.root, about, encode(record))


def pages_of(sheet: Sheet, language: str, canvas: Callable[..., TaggedCanvas]) -> bytes:
    """Give the pages of a sheet, drawn by ReportLab; ``canvas`` draws head and foot."""
    rl_config.useA85 = 0  # bytes as text are slower and larger
    out = io.BytesIO()
    page = sheet.page
    frame = Frame(page.margin, page.bottom, page.width, page.height, 0, 0, 0, 0)
    template = BaseDocTemplate(out, pagesize=PAGE, lang=language, invariant=1)
    template.addPageTemplates([PageTemplate(frames=[frame])])
    template.build(sheet.story, canvasmaker=canvas)
    return out.getvalue()


def _about(record: ConsentRecord, kind: DocumentKind) -> About:
    """Say what the file is about without a name in it: file lists and mail show that."""
    return About(
        title=say("{document}: {outcome}", document=kind_title(kind), outcome=title(record)),
        subject=say("Record {id}", id=record.id),
        author=record.program,
        program=record.program,
        producer="ReportLab, pikepdf",
        language=record.language,
        keywords=str(kind),
        when=record.sealed,
    )


def missing_characters(found: dict[str, str]) -> CharacterMissing:
    """Say which characters no font can draw, and where the first of them stands."""
    shown = list(found)[:_SHOWN]
    named = ", ".join(f"“{each}” (U+{ord(each):04X})" for each in shown)
    word = next(iter(found.values()))
    return CharacterMissing(
        tuple(found),
        say(
            "The paper cannot be made yet: no font of this program can draw {characters}, in "
            "“{word}”. Nothing was lost, and nothing was filed. Write it in other letters, such "
            "as those of a passport, or leave the sign out.",
            characters=named,
            word=word if len(word) <= 60 else f"{word[:60]}…",
        ),
    )
