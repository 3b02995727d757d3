"""The last pages of a patient's copy: questions, room for new ones, the words that were signed."""

from spinecounsel.dates import moment
from spinecounsel.document.plain import BOLD, CHAPTER, QUIET, SAID, Plain
from spinecounsel.document.shown import told
from spinecounsel.document.words import method, signer
from spinecounsel.frozen import replaced
from spinecounsel.record.record import ConsentRecord, Line
from spinecounsel.wording import say

_LINES = 5
_NAMED = {"benefit", "risk", "course"}  # kinds of topics with titles of their own


def write_questions(plain: Plain, record: ConsentRecord) -> None:
    """Write what was asked and answered, and lines for what comes to mind at home."""
    sheet = plain.sheet
    sheet.section(say("Your questions"), CHAPTER)
    titles = {
        topic.title
        for option in record.options
        for topic in option.topics
        if told(topic) and topic.kind in _NAMED
    }
    for each in record.questions:
        sheet.paragraph(each.text, replaced(BOLD, after=1, keep=True))
        if each.about in titles:
            about = say("About: {topic}.", topic=each.about)
            sheet.paragraph(about, replaced(QUIET, after=1, keep=True))
        sheet.paragraph(each.answer or say("No answer yet."), replaced(SAID, after=8))
    heading = sheet.heading_text(3, say("Room for new questions"))
    plain.kept([heading, *plain.writing_lines(_LINES)])


def write_signed(plain: Plain, record: ConsentRecord) -> None:
    """Write the words that were signed, what was allowed, and who signed."""
    sheet = plain.sheet
    if record.statements:
        sheet.section(say("The words that were signed"), CHAPTER)
        plain.numbered(record.statements)
    if record.permissions:
        theirs = bool(record.representative)
        sheet.heading(3, say("What was allowed") if theirs else say("What you allowed"))
        plain.pairs((say("What"), say("Answer")), record.permissions)
    rows = (
        Line(
            label=signer(each.role),
            text="\n".join(
                (
                    each.name,
                    say("{method}, {when}", method=method(each.method), when=moment(each.when)),
                )
            ),
        )
        for each in record.signatures
    )
    if record.signatures:
        sheet.heading(3, say("Who signed"))
        plain.facts(rows)
