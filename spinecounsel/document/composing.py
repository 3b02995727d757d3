"""From a sealed record to its paper."""

import io
from functools import partial

from reportlab import rl_config
from reportlab.platypus import BaseDocTemplate, Frame, PageTemplate

from spinecounsel.document.closing import write_closing
from spinecounsel.document.finish import finished
from spinecounsel.document.fonts import Fonts
from spinecounsel.document.front import write_front
from spinecounsel.document.furniture import RecordCanvas
from spinecounsel.document.look import BOTTOM, MARGIN, PAGE, TOP, WIDTH
from spinecounsel.document.metadata import About
from spinecounsel.document.options import write_options
from spinecounsel.document.sheet import Sheet
from spinecounsel.document.words import title
from spinecounsel.errors import CharacterMissing
from spinecounsel.record.record import ConsentRecord
from spinecounsel.wording import say

LANGUAGE = "en"
_SHOWN = 8  # characters named in a sentence


def composed(record: ConsentRecord) -> bytes:
    """Give the paper of ``record``; ``CharacterMissing`` before anything is made."""
    fonts = Fonts()
    sheet = Sheet(fonts)
    write_front(sheet, record)
    write_options(sheet, record)
    write_closing(sheet, record)
    if fonts.missing:
        raise missing_characters(fonts.missing)
    return finished(_pages(sheet, record, fonts), sheet.root, _about(record))


def _pages(sheet: Sheet, record: ConsentRecord, fonts: Fonts) -> bytes:
    rl_config.useA85 = 0  # bytes as text are slower and larger
    out = io.BytesIO()
    frame = Frame(MARGIN, BOTTOM, WIDTH, PAGE[1] - TOP - BOTTOM, 0, 0, 0, 0)
    template = BaseDocTemplate(out, pagesize=PAGE, lang=LANGUAGE, invariant=1)
    template.addPageTemplates([PageTemplate(frames=[frame])])
    template.build(sheet.story, canvasmaker=partial(RecordCanvas, record, fonts))
    return out.getvalue()


def _about(record: ConsentRecord) -> About:
    """Say what the file is about without a name in it: file lists and mail show that."""
    return About(
        title=say("Consent record: {outcome}", outcome=title(record.decision.consent)),
        subject=say("Record {id}", id=record.id),
        author=record.program,
        program=record.program,
        producer="ReportLab, pikepdf",
        language=LANGUAGE,
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
