"""The consent record as a whole: all that was shown, said, decided and signed."""

from spinecounsel.document.closing import write_closing
from spinecounsel.document.compact import OPTION, TEXT, Compact
from spinecounsel.document.fonts import Fonts
from spinecounsel.document.front import write_front, write_head
from spinecounsel.document.options import write_options
from spinecounsel.document.references import References
from spinecounsel.document.sealed import write_seal
from spinecounsel.document.sheet import Sheet
from spinecounsel.record.record import ConsentRecord

_MUCH = 20  # numbers: where there are more of them, the text is dense


def written_record(fonts: Fonts, record: ConsentRecord) -> Sheet:
    """Write the record on a new sheet."""
    numbers = sum(len(topic.estimates) for option in record.options for topic in option.topics)
    paper, references = Compact(fonts, dense=numbers > _MUCH), References()
    write_head(paper, record)
    with paper.columns():
        write_front(paper, record, references)
        write_options(paper, record, references)
    write_closing(paper, record)
    with paper.kept():
        write_seal(paper.sheet, record, OPTION, TEXT)
    references.write(paper)
    return paper.sheet
