"""What comes from outside: taken when this program could have made it, else told why not."""

import datetime as dt

import pytest

from spinecounsel.consultation.arriving import (
    trouble_of_addition,
    trouble_of_paper,
    trouble_of_record,
)
from spinecounsel.discussion.discussion import Predecessor
from spinecounsel.document import compose
from spinecounsel.frozen import replaced
from spinecounsel.record.addition import Successor
from spinecounsel.record.codec import encode
from spinecounsel.record.kinds import AdditionKind
from spinecounsel.record.record import RecordedQuestion
from spinecounsel.sealing.seal import seal
from spinecounsel.sealing.site import read_site_file
from tests.helpers import records, sealed
from tests.helpers.additions import added, told
from tests.helpers.certificates import NOW, site
from tests.helpers.examples import PATHS, recorded
from tests.helpers.logos import clinic
from tests.helpers.talks import decided, signatures

RECORD = records.given()
YEAR_1 = dt.datetime(1, 1, 1, tzinfo=dt.timezone(dt.timedelta(hours=14)))
YEAR_9999 = dt.datetime(9999, 12, 31, 23, 59, 59, tzinfo=dt.timezone(dt.timedelta(hours=-12)))
NAIVE = dt.datetime(2026, 1, 1)  # noqa: DTZ001 - that is what is odd
SURGERY = RECORD.options[0]


def test_what_this_program_makes_is_taken():
    sitting = decided()
    real = sitting.finish(signatures(sitting), clinic())
    older = Predecessor(id="0199", sha256="00", sealed=real.sealed)
    made = (real, *map(recorded, PATHS), RECORD, records.refused(), records.postponed())
    for record in (*made, replaced(real, replaces=older)):
        assert trouble_of_record(record) == ""
        for kind in AdditionKind:
            assert trouble_of_addition(added(kind, record), record) == ""


def patient(**changes):
    return {"patient": replaced(RECORD.patient, **changes)}


def asked(when):
    return {"questions": (RecordedQuestion(text="?", answer="", about="", when=when),)}


def estimate(**changes):
    topic = next(each for each in SURGERY.topics if each.estimates)
    odd = replaced(topic, estimates=(replaced(topic.estimates[0], **changes),))
    return {"options": (replaced(SURGERY, topics=(odd,)),)}


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        *(({"started": when}, "started") for when in (YEAR_1, YEAR_9999, NAIVE)),
        *(({"sealed": when}, "sealed") for when in (YEAR_1, YEAR_9999, NAIVE)),
        ({"started": dt.datetime(1899, 12, 31, tzinfo=dt.UTC)}, "started"),
        ({"started": dt.datetime(2200, 1, 2, tzinfo=dt.UTC)}, "started"),
        (asked(YEAR_1), "when"),
        *(({"id": ident}, "number of a record") for ident in ("", "-1", "a b", "../x", "0" * 65)),
        ({"replaces": Predecessor(id="", sha256="", sealed=RECORD.sealed)},
         "number of a record"),
        ({"format": 2}, "newer version"),
        ({"format": 10**30}, "newer version"),
        ({"format": 0}, "format"),
        (patient(name="A " * 2_000_000), "name"),
        (patient(name=" "), "name"),
        (patient(name="A\x00B"), "name"),
        (patient(number="1" * 61), "number"),
        (patient(born=dt.date(1, 1, 1)), "born"),
        ({"options": (replaced(SURGERY, name="A " * 1_000),)}, "options"),
        ({"red_flag": "A" * 1_000_001}, "red_flag"),
        *(({"clinic": replaced(clinic(), confirm_after=days)}, "confirm_after")
          for days in (0, -1, 366, 3_000_000)),
        ({"clinic": replaced(clinic(), logo=b"no picture")}, "logo"),
        (estimate(count=1, out_of=10**8), "estimates"),
        (estimate(count=101, out_of=100), "estimates"),
        (estimate(count=-1, out_of=100), "estimates"),
        ({"signatures": (replaced(RECORD.signatures[0], aspect=0.0),)}, "aspect"),
    ],
)  # fmt: skip
def test_what_it_cannot_have_made_is_told(changes, words):
    assert words in trouble_of_record(replaced(RECORD, **changes))


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        *(({"when": when}, "when") for when in (YEAR_1, YEAR_9999, NAIVE)),
        ({"id": ""}, "number of a record"),
        ({"format": 2}, "newer version"),
        ({"patient": replaced(RECORD.patient, name="Somebody Else")}, "belong together"),
        ({"record": replaced(added().record, sha256="0" * 64)}, "belong together"),
        ({"record": replaced(added().record, id="0198")}, "belong together"),
        ({"matter": replaced(added().matter, withdrawal=None)}, "matter"),
        ({"matter": replaced(added().matter, text="And more.")}, "matter"),
        ({"matter": replaced(added().matter, withdrawal=told(RECORD, when=YEAR_9999))}, "when"),
        ({"when": RECORD.sealed}, "matter"),  # before the withdrawal was told
        ({"matter": replaced(
            added(AdditionKind.SUPERSESSION).matter,
            successor=Successor(id="", sha256="", started=RECORD.started, sealed=RECORD.sealed),
        )}, "number of a record"),
    ],
)  # fmt: skip
def test_so_are_additions(changes, words):
    assert words in trouble_of_addition(replaced(added(), **changes), RECORD)


def test_a_paper_is_taken_whoever_sealed_it():
    """Judged by what it is and holds: the key of another clinic is not known here."""
    body = encode(RECORD)
    assert trouble_of_paper(sealed.sealed(), body, "record") == ""
    assert trouble_of_paper(sealed.resealed(compose(RECORD), "Far Away"), body, "record") == ""
    hospital = read_site_file(site()[0], "pass", now=NOW)
    assert trouble_of_paper(seal(compose(RECORD), hospital, when=NOW), body, "record") == ""
    early = sealed.resealed(compose(RECORD), when=sealed.WHEN + dt.timedelta(days=300))
    assert trouble_of_paper(early, body, "record") == ""


def test_a_paper_of_anything_else_is_not():
    body, paper = encode(RECORD), sealed.sealed()
    assert "paper of something else" in trouble_of_paper(paper, body, "copy")
    assert "paper of something else" in trouble_of_paper(paper, body + b" ", "record")
    changed = paper[:3000] + bytes([paper[3000] ^ 1]) + paper[3001:]
    assert "changed after" in trouble_of_paper(changed, body, "record")
    assert "changed after" in trouble_of_paper(paper[:-9], body, "record")
    for document in (b"", b"PK\x03\x04", b"%PDF-1.4\n%%EOF\n", sealed.unsealed()):
        assert "no sealed document" in trouble_of_paper(document, body, "record")
