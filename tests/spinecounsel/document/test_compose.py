import datetime as dt
import re
import subprocess
import sys
from functools import cache
from pathlib import Path

import pikepdf
import pytest

from spinecounsel.dates import moment_with_zone
from spinecounsel.discussion.people import Clinician
from spinecounsel.document import compose, pages_as_png
from spinecounsel.errors import CharacterMissing
from spinecounsel.frozen import replaced
from spinecounsel.record.codec import decode_record
from spinecounsel.record.record import Line, RecordedQuestion
from spinecounsel.record.signature import SignerRole
from tests.helpers import documents, records

FAMILY = "Lea 👨‍👩‍👧"
ARABIC = "محمد عبد الله الأنصاري"


@cache
def given():
    return compose(records.given())


def asked(text, answer=""):
    return RecordedQuestion(text=text, answer=answer, about="", when=records.minutes(5))


def patient(**changes):
    return replaced(records.given().patient, **changes)


def test_the_same_record_gives_the_same_bytes():
    assert compose(records.given()) == given()
    other = records.given(patient=patient(name=ARABIC))
    mixed = compose(other)
    assert compose(records.given()) == given()
    assert compose(other) == mixed


def test_every_number_has_its_sentence_people_time_certainty_and_source():
    record, words = records.given(), documents.words(given())
    for each in records.estimates(record):
        for said in (each.sentence, each.framing, each.population, each.source):
            assert said in words
        for said in (each.horizon, each.certainty_why):
            assert said in words


def test_what_two_arms_share_is_told_once_and_the_rest_by_their_numbers():
    walk = records.estimates(records.given())[1]
    words = documents.words(given())
    assert words.count(walk.source) == 1  # in the list, though under two options
    assert words.count(walk.population) == 1
    assert words.count(walk.sentence) == 1
    _, _, told = words.partition(f"As told under “{walk.option}”:")
    assert walk.title in told[:100]
    pair = records.estimates(records.given())[1:3]
    apart = tuple(replaced(each, horizon=f"{each.count} days") for each in pair)
    first, *rest = records.given().options
    topics = (replaced(first.topics[0], estimates=apart),)
    words = documents.words(compose(records.given(options=(replaced(first, topics=topics), *rest))))
    assert "84 of 100 people: 84 days; 57 of 100 people: 57 days" in words


def test_words_stay_apart_at_the_end_of_a_line():
    text = documents.text(given())
    for each in records.estimates(records.given()):
        assert each.sentence in text
        assert each.source in text


def test_everything_that_was_said_is_on_paper():
    record, words = records.given(), documents.words(given())
    lines = (
        *(record.preferences + record.capacity + record.case + record.expectations),
        *(record.values + record.understanding + record.decision_lines + record.permissions),
    )
    said = [part for line in lines for part in (line.label, line.text)]
    said += [part for each in record.questions for part in (each.text, each.answer)]
    said += [topic.title for option in record.options for topic in option.topics]
    said += [each.name for each in record.signatures]
    said += [*record.statements, record.red_flag, record.left_out[0].reason]
    said += ["registration T-1234567", "interpreter (Polish), by video", "On behalf of Zoë"]
    said += ["“Please do not tell me about wounds”", "Not opened", "Matters to the patient"]
    assert [each for each in said if each not in words] == []


def test_the_fingerprints_are_whole():
    record, words = records.given(), documents.words(given())
    assert record.sha256 in words
    assert record.content.sha256 in words


def test_the_file_carries_its_record_and_a_place_for_the_seal():
    record = records.given()
    with documents.opened(compose(record)) as pdf:
        (inside,) = pdf.attachments.values()
        assert decode_record(inside.get_file().read_bytes()) == record
        (field,) = pdf.Root.AcroForm.Fields
        assert (field.FT, field.T) == ("/Sig", "Seal")
        assert "/V" not in field


def test_every_page_says_that_no_clinic_has_approved_the_content():
    pages = documents.pages(given())
    assert all("Content not yet approved by this clinic" in page for page in pages)
    stamp = replaced(records.given().content, approved_by="Dr Ada Beispiel")
    approved = documents.words(compose(records.given(content=stamp)))
    assert "not yet approved" not in approved
    assert "Approved by Dr Ada Beispiel" in approved


def test_every_page_says_whose_it_is_and_which():
    pages = documents.pages(given())
    for number, page in enumerate(pages, 1):
        assert f"Page {number} of {len(pages)}" in page
        assert "Zoë Łukasiewicz-Nguyễn · TEST-0001" in re.sub(r"\s+", " ", page)


@pytest.mark.parametrize(
    "text",
    [
        "<img src='file:///etc/passwd'/>",
        "<b>bold</b> & <font size=40>large</font>",
        "<a href='javascript:alert(1)'>here</a>",
        "&amp; &lt; %s {name} \\",
    ],
)
def test_what_people_type_is_never_markup(text):
    record = records.given(questions=(asked(text, text),), patient=patient(name=text))
    assert documents.words(compose(record)).count(text) >= 3


@pytest.mark.parametrize("text", ["例え", FAMILY, "ক", "\ue000", "ไทย"])
def test_a_character_without_a_font_is_named_before_anything_is_made(text):
    with pytest.raises(CharacterMissing, match="Nothing was lost") as refused:
        compose(records.given(questions=(asked("Who?", text),)))
    missing = refused.value.characters
    assert set(missing) <= set(text)
    assert f"U+{ord(missing[0]):04X}" in str(refused.value)


@pytest.mark.parametrize(
    "name",
    [
        ARABIC,
        "נועה כהן",
        "राम शर्मा",
        "Θεοδώρα Παπαδοπούλου",
        "Наталья Щербакова",
        "Nguyễn Thị Ánh",
        "Ọlábísí Adékọ́ya",
    ],
)
def test_a_name_in_any_script_is_read_as_it_is_written(name):
    record = records.given(patient=patient(name=name), clinician=Clinician(name=name))
    assert documents.words(compose(record)).count(name) >= 2


def test_joined_letters_say_what_they_are():
    """On the page they lie in the order of the eye; who listens hears them in reading order."""
    with documents.opened(compose(records.given(patient=patient(name=ARABIC)))) as pdf:
        said = [str(e.get("/ActualText", "")) for _, _, e in documents.elements(pdf)]
    assert ARABIC in said


@pytest.mark.parametrize("letter", ["x", "م", "क्ष", "Long "])
def test_what_is_very_long_is_laid_out(letter):
    name, answer = letter * (300 // len(letter)), letter * (5000 // len(letter))
    record = records.given(
        patient=patient(name=name),
        questions=(asked(name, answer),),
        values=(Line(label=answer, text="A lot"),),
        signatures=tuple(replaced(each, name=name) for each in records.given().signatures),
    )
    text = documents.text(compose(record))
    assert text.count(letter[0]) > 10_000 / len(letter)


def test_each_outcome_has_its_own_title():
    for record, title in (
        (records.given(), "Consent given"),
        (records.refused(), "Treatment refused"),
        (records.postponed(), "Decision postponed"),
    ):
        with documents.opened(compose(record)) as pdf:
            assert title in str(pdf.docinfo.Title)
            first = next(e for _, kind, e in documents.elements(pdf) if kind == "H1")
            assert str(first.T) == title


def test_times_are_those_of_the_record():
    with documents.opened(given()) as pdf:
        sealed = records.given().sealed.astimezone(dt.UTC)
        assert str(pdf.docinfo.CreationDate) == f"D:{sealed:%Y%m%d%H%M%SZ}"
        assert str(pdf.docinfo.ModDate) == f"D:{sealed:%Y%m%d%H%M%SZ}"


def test_the_file_about_itself_names_no_patient():
    with documents.opened(given()) as pdf:
        said = f"{dict(pdf.docinfo)}{pdf.Root.Metadata.read_bytes().decode()}"
    assert "Łukasiewicz" not in said
    assert "TEST-0001" not in said


def test_the_file_is_sound_and_small():
    with documents.opened(given()) as pdf:
        assert pdf.check_pdf_syntax() == []
    assert len(given()) < 400_000


def test_pages_become_pictures():
    pictures = pages_as_png(given(), dots_per_inch=40)
    assert len(pictures) == len(documents.pages(given()))
    assert {picture[:8] for picture in pictures} == {b"\x89PNG\r\n\x1a\n"}


def test_the_package_is_cheap_to_import():
    program = (
        "import sys, spinecounsel.document\n"
        "heavy = {'reportlab', 'pikepdf', 'PIL', 'pypdfium2', 'uharfbuzz', 'bidi'}\n"
        "sys.exit(bool(heavy & set(sys.modules)))"
    )
    root = Path(__file__).parents[3]
    assert subprocess.run([sys.executable, "-c", program], cwd=root, check=False).returncode == 0


def test_all_fonts_are_embedded():
    with documents.opened(compose(records.given(patient=patient(name=ARABIC)))) as pdf:
        fonts = [o for o in pdf.objects if isinstance(o, pikepdf.Dictionary)]
        fonts = [o for o in fonts if o.get("/Type") == "/Font"]
        assert fonts
        assert all("/FontFile2" in font.FontDescriptor for font in fonts)


def test_the_record_says_which_interpreter_was_there_and_that_it_was_not_signed():
    record = records.given()
    words = documents.words(compose(record))
    assert "read aloud before signing. Interpreter into Polish: Jan Przykład." in words
    by_role = {each.role for each in record.signatures}
    unsigned = "The interpreter did not sign."
    assert (unsigned in words) is (SignerRole.INTERPRETER not in by_role)
    others = tuple(e for e in record.signatures if e.role is not SignerRole.INTERPRETER)
    assert unsigned in documents.words(compose(records.given(signatures=others)))
    alone = documents.words(compose(records.given(present=())))
    assert "Interpreter into" not in alone
    assert unsigned not in alone


def test_the_time_of_the_seal_bears_its_zone():
    record = records.given()
    assert moment_with_zone(record.sealed) in documents.words(compose(record))
    assert moment_with_zone(record.sealed).endswith(" (UTC+01:00)")
    assert "UTC" not in moment_with_zone(record.sealed.replace(tzinfo=None))
