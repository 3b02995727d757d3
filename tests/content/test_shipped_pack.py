"""The pack that is shipped: whole, honest, and readable for the people it is for."""

import pytest

from spinecounsel.content.model import SEEN, PatientView
from spinecounsel.paths import content_folder
from tests.helpers.packs import SHIPPED, shipped_pack
from tests.helpers.reading import grade, sentences, syllables
from tests.helpers.said_to_patients import HIGHEST

SEED_OPTIONS = {
    "observation",
    "radiotherapy-conventional",
    "radiosurgery",
    "radiotherapy-after-surgery",
    "radiotherapy-before-surgery",
    "corticosteroids",
    "pain-nerve",
    "pain-opioids",
    "pain-nsaids",
    "chemotherapy",
    "immunotherapy",
    "clinical-trial",
    "palliative-care",
    "surgery-resection",
    "surgery-decompression",
    "surgery-minimally-invasive",
    "rehabilitation",
}
BEYOND_THE_SEED = {
    "surgery-stabilisation",
    "separation-surgery",
    "vertebral-augmentation",
    "ablation",
    "embolisation",
    "proton-therapy",
    "targeted-therapy",
    "bone-medicines",
    "bracing",
    "no-treatment",
}


def patient_texts():
    """Every text of the pack that a patient may read, with its place."""
    pack = shipped_pack()
    seen = [row for row in pack.estimates.values() if row.patient_view in SEEN]
    rows = [
        *((row.id, text) for row in seen for text in (row.plain, row.framing, row.sensitive_plain)),
        *((option.id, fact.text) for option in pack.options for fact in option.fact),
        *((option.id, rule.reason) for option in pack.options for rule in option.rule),
        *((gap.id, text) for gap in pack.gaps for text in (gap.plain, gap.question)),
        *(("general", general.text) for general in pack.general),
        *((way.id, way.text) for way in pack.pathways),
        *((word.term, word.plain) for word in pack.glossary),
        *(("question", question.text) for question in pack.questions),
        *((value.id, value.text) for value in pack.value_statements),
    ]
    assert len(rows) > 1000
    return rows


def test_every_option_is_there():
    assert {option.id for option in shipped_pack().options} == SEED_OPTIONS | BEYOND_THE_SEED


def test_every_estimate_is_there():
    pack = shipped_pack()
    views = [row.patient_view for row in pack.estimates.values()]
    assert len(views) == 250
    assert views.count(PatientView.CLINICIAN_ONLY) == 49
    assert views.count(PatientView.NEVER) == 8


def test_it_is_the_pack_that_the_program_loads():
    assert [folder.name for folder in content_folder().iterdir() if folder.is_dir()] == [
        SHIPPED.name
    ]


def test_no_clinic_has_approved_it():
    assert shipped_pack().manifest.approved_by == ""


def test_what_a_patient_reads_is_plain_without_exception():
    hard = {
        place: (grade(sentence), sentence)
        for place, text in patient_texts()
        for sentence in sentences(text)
        if grade(sentence) > HIGHEST
    }
    assert hard == {}


@pytest.mark.parametrize(
    ("words", "count"),
    [
        (("spine", "months", "moved", "years"), 1),
        (("centre", "studied", "movement", "safely", "agree", "S2"), 2),
        (("calcium", "chordoma", "surgery", "easier", "T12"), 3),
        (("radiation", "denosumab", "myeloma", "EGFR"), 4),
        (("meningioma", "ependymoma", "laminectomy", "osimertinib", "chemotherapy"), 5),
        (("radiotherapy", "radiosurgery", "rehabilitation", "physiotherapist"), 6),
        (("haemangioblastoma",), 7),
    ],
)
def test_syllables_are_counted_in_full(words, count):
    """Names count like other words; a rule that forgot some would make sentences look easy."""
    assert {word: syllables(word) for word in words} == dict.fromkeys(words, count)
