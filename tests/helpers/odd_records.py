"""Records of every shape for Hypothesis: nobody's talk, but all that a sealed record may hold.

What stands in them is written in every script that the bundled fonts have, with marks, markup,
addresses of files and words that end a PDF.
"""

import datetime as dt
import unicodedata
from functools import cache

from hypothesis import strategies as st
from msgspec import UNSET

from spinecounsel.case.case import Side
from spinecounsel.case.patient import Patient
from spinecounsel.discussion.decision import Consent, Decision, Postponement
from spinecounsel.discussion.people import (
    Attendee,
    AttendeeRole,
    Clinician,
    Mode,
    Referrer,
    Representative,
)
from spinecounsel.frozen import replaced
from spinecounsel.record.clinic import MOST_DAYS, Clinic
from spinecounsel.record.record import (
    Line,
    RecordedLeftOut,
    RecordedOption,
    RecordedQuestion,
    RecordedScore,
)
from spinecounsel.record.signature import Method, SignerRole, Stroke
from tests.helpers import records
from tests.helpers.logos import clinic
from tests.helpers.odd_pages import aheads, comparisons
from tests.helpers.record_parts import estimate, minutes, topic, written

NAMES = {
    "Latin": "Zoë Łukasiewicz-Ørsted",
    "Vietnamese": "Nguyễn Thị Ánh Đào",
    "Greek": "Θεοδώρα Παπαδοπούλου",
    "Cyrillic": "Наталья Щербакова",
    "Arabic": "محمد عبد الله الأنصاري",
    "Hebrew": "נועה כהן",
    "Devanagari": "राम शर्मा क्षत्रिय",
    "Armenian": "Արամ Խաչատրյան",
    "Georgian": "ნინო ჯაფარიძე",
    "marks": "Ọlábísí Adékọ́ya",
    "marks apart": "Zoe\u0308 Nguye\u0302\u0303n",
    "marks on Cyrillic": "Лю\u0301ди Фили\u0301пп",
    "both ways": "Dr נועה כהן (Cohen), 12 לחודש",
}
MARKUP = (
    "<img src='file:///etc/passwd'/>",
    '<a href="file:///C:/Windows/win.ini">x</a>',
    "<b>bold</b> <para> <br/> & &amp; &lt;",
    "<font size=40 color=red>",
    "file:///etc/passwd",
    "%%EOF",
    "endstream endobj xref 0 1 trailer",
    "stream) Tj ET EMC Q",
    "\\(\\) \\n <</S /JavaScript>>",
    "{name} %s %(x)d ${HOME}",
)
WITHOUT_A_FONT = ("Lea 👨‍👩‍👧", "例え", "ไทย", "\ue000", "🙂", "ক", "\U0001f1e9\U0001f1ea")
_SCRIPTS = (
    *("LATIN", "GREEK", "CYRILLIC", "ARMENIAN", "GEORGIAN", "HEBREW", "ARABIC", "DEVANAGARI"),
    *("NKO", "LAO", "TIFINAGH", "COMBINING"),
)
_BASES = ("Body", "Source", "DejaVu", "Arabic", "Devanagari")
_STATES = ("discussed", "set aside", "not opened", "not discussed")
_TOPICS = ("about", "benefit", "risk", "course", "not known", "alternatives")


@cache
def letters():
    """The characters that the bundled fonts draw, plain and bold, by script."""
    from spinecounsel.document.fonts import font

    plain, bold = (
        {code for base in _BASES for code in font(base + weight).face.charToGlyph}
        for weight in ("", "-Bold")
    )
    found = {}
    for code in sorted(plain & bold):
        char = chr(code)
        if unicodedata.category(char)[0] in "LMNPS" and unicodedata.normalize("NFC", char) == char:
            script = unicodedata.name(char, "?").split()[0]
            found.setdefault(script if script in _SCRIPTS else "others", []).append(char)
    return {script: "".join(chars) for script, chars in found.items()}


@cache
def odd_texts():
    """Names, markup, letters of one script by chance, and mixtures."""
    by_chance = st.sampled_from(sorted(letters())).flatmap(
        lambda script: st.text(letters()[script] + " ", max_size=24)
    )
    one = st.one_of(st.sampled_from([*NAMES.values(), *MARKUP]), by_chance)
    return st.lists(one, min_size=1, max_size=3).map(" ".join)


def texts():
    """What people may type: mostly odd, at times plain; never empty."""
    plain = st.sampled_from(["Most of it", "Not known.", "To walk to my garden, every day.", "A"])
    return st.one_of(plain, odd_texts()).filter(lambda text: text.strip() != "")


def _or_empty(of):
    return st.one_of(st.just(""), of)


def _some(of, most=3):
    return st.lists(of, max_size=most).map(tuple)


def lines():
    """Labels and what stands beside them."""
    return st.builds(Line, label=_or_empty(texts()), text=texts())


@st.composite
def estimates(draw, ident):
    """An estimate with or without a number, a range, people that are drawn."""
    out_of = draw(st.sampled_from([100, 100, 1000, 0]))
    if not out_of:
        return estimate(
            ident,
            draw(_kinds()),
            draw(texts()),
            draw(texts()),
            None,
            value=draw(_or_empty(texts())),
        )
    count = draw(st.integers(0, out_of))
    low, high = draw(
        st.one_of(
            st.just((None, None)),
            st.tuples(st.integers(0, count), st.integers(count, out_of)),
        )
    )
    return estimate(
        ident,
        draw(_kinds()),
        draw(texts()),
        draw(texts()),
        (count, out_of),
        framing=draw(_or_empty(texts())),
        low=low,
        high=high,
        unit=draw(st.sampled_from(["people", "people", "treated tumours"])),
        option=draw(_or_empty(texts())),
        population=draw(texts()),
        horizon=draw(_or_empty(texts())),
        certainty=draw(st.sampled_from(["high", "moderate", "low", "very low"])),
        certainty_why=draw(_or_empty(texts())),
        source=draw(texts()),
        caution=draw(_or_empty(texts())),
    )


def _kinds():
    return st.sampled_from(["benefit", "risk", "course"])


@st.composite
def topics(draw, name):
    """A topic, at times with two arms of one study."""
    kind, state = draw(st.sampled_from(_TOPICS)), draw(st.sampled_from(_STATES))
    count = draw(st.integers(0, 3))
    inside = [draw(estimates(f"{name}e{number}")) for number in range(count)]
    if count > 1 and draw(st.booleans()):
        inside[0] = replaced(inside[0], pair=inside[1].id)
        inside[1] = replaced(inside[1], pair=inside[0].id)
    made = topic(
        kind,
        draw(texts()),
        *draw(_some(lines())),
        *inside,
        state=state,
        wish=draw(_or_empty(texts())),
        material=draw(st.booleans()),
    )
    return replaced(made, key=name)


@st.composite
def options(draw, name):
    """An option, topics of one kind beside each other as the agenda has them; one at least."""
    made = [draw(topics(f"{name}t{number}")) for number in range(draw(st.integers(1, 3)))]
    return RecordedOption(
        id=name,
        name=draw(texts()),
        usual=draw(st.sampled_from([True, False, None])),
        why=draw(_some(lines(), 2)),
        topics=tuple(sorted(made, key=lambda each: _TOPICS.index(each.kind))),
    )


@st.composite
def signatures(draw):
    """A signature by any means, in any role."""
    made = written(
        draw(st.sampled_from(SignerRole)),
        draw(texts()),
        method=draw(st.sampled_from(Method)),
        aspect=draw(st.sampled_from([1.0, 3.0, 9.0])),
        on_behalf_of=draw(_or_empty(texts())),
    )
    if made.strokes and draw(st.booleans()):
        dots = ((0.0, 1.0, 0, 0.0), (1.0, 0.0, 9, 1.0))
        made = replaced(made, strokes=(Stroke(device="touch", points=dots[: draw(_one_or_two())]),))
    return made


def _one_or_two():
    return st.integers(1, 2)


@st.composite
def decisions(draw, names):
    """Any outcome, and the lines that say it."""
    consent = draw(st.sampled_from(Consent))
    chosen = draw(st.lists(st.sampled_from(names), unique=True)) if names else []
    return Decision(
        consent=consent,
        options=tuple(chosen) if consent is Consent.PROVIDED else (),
        levels=draw(st.sampled_from([(), ("T10",), ("C1", "L5")])),
        side=draw(st.sampled_from([None, *Side])),
        postponement=draw(st.sampled_from(Postponement)) if consent is Consent.POSTPONED else None,
        reason=draw(_or_empty(texts())),
        words=draw(_or_empty(texts())),
    )


@st.composite
def odd_records(draw):
    """A sealed record of any shape, parts of it empty."""
    made = tuple(draw(options(f"o{number}")) for number in range(draw(st.integers(0, 3))))
    stamp = records.given().content
    parts = {name: draw(_some(lines())) for name in _PARTS}
    return records.given(
        language=draw(st.sampled_from(["en", "en", "de", "vi", "el", "ru"])),
        patient=draw(_patients()),
        clinician=Clinician(
            name=draw(texts()), role=draw(_or_empty(texts())), registration=draw(_or_empty(texts()))
        ),
        referrer=Referrer(name=draw(_or_empty(texts())), practice=draw(_or_empty(texts()))),
        present=draw(_some(_attendees())),
        representative=draw(
            st.none() | st.builds(Representative, name=texts(), relation=_or_empty(texts()))
        ),
        content=replaced(stamp, approved_by=draw(_or_empty(texts())), title=draw(texts())),
        scores=draw(_some(_scores(), 2)),
        options=made,
        left_out=draw(
            _some(st.builds(RecordedLeftOut, name=texts(), why_usual=texts(), reason=texts()), 2)
        ),
        questions=draw(_some(_questions())),
        decision=draw(decisions([each.id for each in made])),
        red_flag=draw(_or_empty(texts())),
        statements=draw(_some(texts())),
        signatures=draw(_some(signatures(), 4)),
        comparison=draw(comparisons(made, texts())),
        ahead=draw(aheads(made, texts())),
        clinic=draw(_clinics()),
        **parts,
    )


_PARTS = (
    *("preferences", "capacity", "case", "expectations", "leanings", "values", "understanding"),
    *("knowledge", "sure", "decision_lines", "permissions"),
)


def _clinics():
    return st.just(UNSET) | st.builds(
        Clinic,
        name=_or_empty(texts()),
        logo=st.sampled_from([b"", clinic().logo]),
        jurisdiction=_or_empty(texts()),
        confirm_after=st.none() | st.integers(1, MOST_DAYS),
    )


def _patients():
    return st.builds(
        Patient,
        name=texts(),
        born=st.none() | st.dates(dt.date(1900, 1, 1), dt.date(2026, 1, 1)),
        number=_or_empty(texts()),
        language=st.sampled_from(["en", "ar", "vi", "xx"]),
    )


def _attendees():
    return st.builds(
        Attendee,
        name=texts(),
        role=st.sampled_from(AttendeeRole),
        language=st.sampled_from(["", "pl"]),
        mode=st.sampled_from(Mode),
    )


def _scores():
    return st.builds(
        RecordedScore,
        name=texts(),
        result=texts(),
        items=_some(lines()),
        limits=_or_empty(texts()),
        source=_or_empty(texts()),
    )


def _questions():
    return st.builds(
        RecordedQuestion,
        text=texts(),
        answer=_or_empty(texts()),
        about=_or_empty(texts()),
        when=st.integers(0, 60).map(minutes),
    )


def long_records():
    """Long records by what is long in them, each made when it is asked for."""
    return {
        "an answer": lambda: records.given(questions=(asked("Why?", words(20_000)),)),
        "40 options": lambda: of_size(40, 3),
        "200 questions": lambda: of_size(4, 200),
    }


def asked(text, answer=""):
    """A question and its answer."""
    return RecordedQuestion(text=text, answer=answer, about="", when=minutes(5))


def words(count):
    """Words of about ``count`` characters, each told from the others by its number."""
    return "".join(f"word{number:05} " for number in range(count // 10)).strip()


def of_size(options_count, questions_count):
    """The ordinary made-up record with as many options and questions as wanted."""
    whole = records.given()
    _, *kinds = whole.options
    made = [
        replaced(kinds[number % len(kinds)], id=f"o{number}", name=f"Option {number}")
        for number in range(options_count)
    ]
    questions = [
        asked(f"Question {number}: will I walk?", f"Answer {number}: nobody can promise it.")
        for number in range(questions_count)
    ]
    return records.given(
        options=(whole.options[0], *made),
        questions=tuple(questions),
    )
