"""A sealed document for tests, made once for all of them, and what people may do to one."""

import base64
import datetime as dt
import io
import random
from functools import cache

import pikepdf

from spinecounsel.document import compose
from spinecounsel.frozen import replaced
from spinecounsel.record.codec import encode
from tests.helpers import records

WHEN = dt.datetime(2026, 11, 24, 10, 42, tzinfo=dt.UTC)
NOW = WHEN + dt.timedelta(hours=1)
CLINIC = "Spine Clinic"


@cache
def key(name=CLINIC):
    """The key of an installation."""
    from spinecounsel.sealing.keys import new_seal_key

    return new_seal_key(name, now=WHEN - dt.timedelta(days=30))


def roots(name=CLINIC):
    """What a computer pins to trust that installation."""
    return (key(name).root,)


def pem(certificate):
    """A certificate as people hand it on."""
    text = base64.encodebytes(certificate).decode()
    return f"-----BEGIN CERTIFICATE-----\n{text}-----END CERTIFICATE-----\n".encode()


@cache
def unsealed():
    """The document of a record, before it is sealed."""
    return compose(records.given())


@cache
def sealed():
    """The same, sealed."""
    return resealed(unsealed())


def resealed(document, name=CLINIC, when=WHEN):
    """A document sealed by an installation."""
    from spinecounsel.sealing.seal import seal

    return seal(document, key(name), when=when)


def seal_place(document):
    """Where the digits of the seal stand: first, and behind the last."""
    start = document.index(b"/Contents <") + len(b"/Contents <")
    return start, document.index(b">", start)


def rewritten(document, change=lambda pdf: None, **options):
    """A document that another program opened, changed and saved."""
    with pikepdf.open(io.BytesIO(document)) as pdf:
        change(pdf)
        out = io.BytesIO()
        pdf.save(out, fix_metadata_version=False, **options)
        return out.getvalue()


def with_record(text, document=None):
    """An unsealed document in which another record lies."""

    def swap(pdf):
        pdf.Root.AF[0].EF.F.write(text)

    return rewritten(document or unsealed(), swap)


def other_record():
    """The record of somebody else."""
    patient = replaced(records.given().patient, name="Somebody Else")
    return records.given(patient=patient)


# ---- what people may do to a file; each takes it and a source of chance


def _flipped(document, chance, first=0, last=None):
    changed = bytearray(document)
    changed[chance.randrange(first, last or len(changed))] ^= 1 << chance.randrange(8)
    return bytes(changed)


def _flipped_in_seal(document, chance):
    return _flipped(document, chance, *seal_place(document))


def _appended(document, chance):
    return document + chance.choice([b"\n", b" ", b"%", b"\0", chance.randbytes(40)])


def _cut(document, chance):
    return document[: chance.randrange(len(document))]


def _beheaded(document, chance):
    return document[chance.randrange(1, 2_000) :]


def _inserted(document, chance):
    place = chance.randrange(len(document))
    return document[:place] + chance.randbytes(chance.randrange(1, 30)) + document[place:]


def _taken_out(document, chance):
    place = chance.randrange(len(document) - 30)
    return document[:place] + document[place + chance.randrange(1, 30) :]


def _overwritten(document, chance):
    place = chance.randrange(len(document) - 30)
    return document[:place] + chance.randbytes(30) + document[place + 30 :]


def _value_edited(document, chance):
    old, new = chance.choice(
        [
            (b">record</", b">letter</"),
            (b"/P 1\n", b"/P 3\n"),
            (b"(Seal)", b"(Deal)"),
            (b"/SigFlags 3", b"/SigFlags 0"),
            (b"Consent given", b"Consent takes"),
            (b"%%EOF\n", b"%%EOF "),
            (b"%PDF-1.7", b"%PDF-1.6"),
        ]
    )
    assert old in document
    return document.replace(old, new)


def _digits_spelled_otherwise(document, chance):
    first, last = seal_place(document)
    digits = bytearray(document[first:last])
    letters = [place for place, each in enumerate(digits) if each in b"ABCDEF"]
    for place in chance.sample(letters, chance.randrange(1, len(letters))):
        digits[place] |= 0x20
    return document[:first] + bytes(digits) + document[last:]


def _room_given_away(document, chance):
    """Fewer zeros behind the seal, blanks for them behind the bracket."""
    last = seal_place(document)[1]
    fewer = 2 * chance.randrange(1, 20)
    return document[: last - fewer] + b">" + b" " * fewer + document[last + 1 :]


def _updated(document, chance):
    """An incremental update, as programs append it."""
    from pyhanko.pdf_utils import generic
    from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter

    writer = IncrementalPdfFileWriter(io.BytesIO(document))
    kind = chance.randrange(4)
    if kind == 0:
        title = generic.pdf_string(f"Another title {chance.random()}")
        info = generic.DictionaryObject({generic.pdf_name("/Title"): title})
        writer.set_info(writer.add_object(info))
    elif kind == 1:
        writer.add_object(generic.pdf_string(f"Nobody points here {chance.random()}"))
    else:
        page = writer.find_page_for_modification(0)[0].get_object()
        drawn = b"BT /F2+0 30 Tf 100 400 Td (99 of 100) Tj ET %d" % chance.randrange(10**6)
        stream = generic.StreamObject(stream_data=drawn)
        name = "/Contents" if kind == 2 else "/PieceInfo"
        page[generic.pdf_name(name)] = writer.add_object(stream)
        writer.update_container(page)
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


def _signed_twice(document, chance):
    """The seal once more, in an update that names itself the newer one."""
    start = document.rindex(b" 0 obj\n<<\n/Contents <") + 1
    again = document[start : document.index(b"endobj", start)]
    return document + b"%d %s endobj\n%%%%EOF\n" % (900 + chance.randrange(99), again)


def _page_removed(document, chance):
    def remove(pdf):
        del pdf.pages[chance.randrange(len(pdf.pages))]

    return rewritten(document, remove)


def _saved_anew(document, chance):
    modes = pikepdf.ObjectStreamMode
    mode = chance.choice([modes.preserve, modes.generate, modes.disable])
    return rewritten(document, object_stream_mode=mode, linearize=chance.random() < 0.3)


def _attachment_swapped(document, chance):
    text = encode(other_record()) + b" " * chance.randrange(9)

    def swap(pdf):
        pdf.Root.AF[0].EF.F.write(text)

    return rewritten(document, swap)


def _sealed_by_others(document, chance):
    return resealed(unsealed(), "Somebody Else")


LIGHT = (
    *(_flipped, _flipped, _flipped, _flipped_in_seal, _flipped_in_seal, _appended, _cut),
    *(_beheaded, _inserted, _taken_out, _overwritten, _value_edited),
    *(_digits_spelled_otherwise, _room_given_away, _signed_twice),
)
HEAVY = (_updated, _page_removed, _saved_anew, _attachment_swapped, _sealed_by_others)


def changes(count, *, seed, heavy=0.1):
    """Give ``count`` changed files with the name of what was done; the same for the same seed."""
    chance = random.Random(seed)  # noqa: S311 - not for secrets
    for _ in range(count):
        change = chance.choice(HEAVY if chance.random() < heavy else LIGHT)
        yield change.__name__.strip("_"), change(sealed(), chance)
