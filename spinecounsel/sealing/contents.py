"""What lies in a file whose every byte is vouched for: pyHanko's opinion, the record, the words."""

import datetime as dt
import io
import re
import zlib
from typing import Any

from spinecounsel.frozen import Frozen
from spinecounsel.record.kinds import file_inside
from spinecounsel.sealing.form import LARGEST
from spinecounsel.sealing.trust import context, hush

FIELD = "Seal"
_MOST_PAGES = 1_000
_BLANKS = re.compile(r"\s+")


class Contents(Frozen, frozen=True, kw_only=True):
    """What was found: whether the seal is one of ours, the record (none or one), the kind."""

    is_ours: bool
    record: bytes | None
    kind: str


def read_contents(document: bytes, root: bytes, moment: dt.datetime) -> Contents:
    """Read a file that is known to be as its signer made it; may raise anything for odd ones."""
    from pyhanko.pdf_utils.reader import PdfFileReader

    hush()
    reader = PdfFileReader(io.BytesIO(document))
    signatures = reader.embedded_signatures
    whole = (
        reader.total_revisions == 2  # ours, and the seal on it
        and not reader.encrypted
        and [each.field_name for each in signatures] == [FIELD]
        and _certifies(reader.root, signatures[0])
        and _pyhanko_agrees(signatures[0], root, moment)
    )
    info: Any = reader.trailer["/Info"]
    kind = str(info.get("/Keywords", ""))
    return Contents(is_ours=whole, record=_record(reader.root, file_inside(kind)), kind=kind)


def words_of(document: bytes) -> tuple[str, ...]:
    """Give the text of each page, without blanks and ends of lines."""
    import pypdfium2  # type: ignore[import-untyped]

    with pypdfium2.PdfDocument(document) as pdf:
        if len(pdf) > _MOST_PAGES:
            return ()
        return tuple(_words(page) for page in pdf)


def _words(page: Any) -> str:
    text = page.get_textpage()
    found = _BLANKS.sub("", text.get_text_range())
    text.close()
    page.close()
    return found


def _certifies(root: Any, signature: Any) -> bool:
    """Whether it is the certifying signature, and allows no change at all."""
    from pyhanko.sign.fields import MDPPerm

    certifying = root["/Perms"].raw_get("/DocMDP")
    lies_at = signature.sig_field.raw_get("/V")
    is_it = (certifying.idnum, certifying.generation) == (lies_at.idnum, lies_at.generation)
    return is_it and signature.docmdp_level is MDPPerm.NO_CHANGES


def _pyhanko_agrees(signature: Any, root: bytes, moment: dt.datetime) -> bool:
    from pyhanko.sign.diff_analysis import ModificationLevel
    from pyhanko.sign.validation import validate_pdf_signature
    from pyhanko.sign.validation.settings import KeyUsageConstraints
    from pyhanko.sign.validation.status import SignatureCoverageLevel

    usage = KeyUsageConstraints(
        key_usage={"digital_signature", "non_repudiation"}, match_all_key_usages=False
    )
    status = validate_pdf_signature(signature, context(root, moment), key_usage_settings=usage)
    return (
        status.bottom_line
        and status.coverage is SignatureCoverageLevel.ENTIRE_FILE
        and status.modification_level is ModificationLevel.NONE
    )


def _record(root: Any, file: str) -> bytes | None:
    """Give the record when it is the one file inside, known to the catalogue by both its ways."""
    try:
        names, associated = root["/Names"]["/EmbeddedFiles"]["/Names"], root["/AF"]
        name, spec = names[0], names[1]
        inside = spec["/EF"]
        is_one = len(names) == 2 and len(associated) == 1 and str(name) == file
        is_same = names.raw_get(1) == associated.raw_get(0) and set(inside) == {"/F", "/UF"}
        if not is_one or not is_same or inside.raw_get("/F") != inside.raw_get("/UF"):
            return None
        return _unpacked(inside["/F"])
    except (KeyError, IndexError, zlib.error):
        return None


def _unpacked(stream: Any) -> bytes | None:
    """Unpack a stream, never more than a file may be large."""
    kind = stream.get("/Filter")
    if kind is None:
        return bytes(stream.encoded_data)
    if kind != "/FlateDecode" or "/DecodeParms" in stream:
        return None
    unpacking = zlib.decompressobj()
    found = unpacking.decompress(stream.encoded_data, LARGEST)
    return found if unpacking.eof and not unpacking.unused_data else None
