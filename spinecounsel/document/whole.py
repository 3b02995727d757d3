"""The consent record as a whole: all that was shown, said, decided and signed."""

from spinecounsel.document.closing import write_closing
from spinecounsel.document.compact import OPTION, TEXT, Compact
from spinecounsel.document.fonts import Fonts
from spinecounsel.document.front import write_front
from spinecounsel.document.options import write_options
from spinecounsel.document.references import References
from spinecounsel.document.sealed import write_seal
from spinecounsel.document.sheet import Sheet
from spinecounsel.record.record import ConsentRecord

_MUCH = 20  # numbers: where there are more of them, the text is as small as it may be
_LARGER = 1.08


def written_record(fonts: Fonts, record: ConsentRecord) -> Sheet:
    """Write the record on a new sheet."""
    numbers = sum(len(topic.estimates) for option in record.options for topic in option.topics)
    paper, references = Compact(fonts, 1 if numbers > _MUCH else _LARGER), References()
    write_front(paper, record, references)
    write_options(paper, record, references)
    write_closing(paper, record)
    references.write(paper)
    with paper.kept():
        write_seal(paper.sheet, record, OPTION, TEXT)
    return paper.sheet
