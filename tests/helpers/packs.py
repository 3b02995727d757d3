"""Content packs for tests: the shipped one, read once, and a tiny one that keeps every rule.

The tiny pack has two options, "watch" and "beam", with one honest comparison between them (can
walk), one risk, one group shown together, and a gap and a core risk for each.  Its people and
numbers are invented.
"""

from functools import cache
from pathlib import Path

from spinecounsel.content.loader import load_pack
from spinecounsel.content.model import ContentPack
from spinecounsel.content.score import GRADE_SCALES, SINS_ITEMS

SHIPPED = Path(__file__).parents[2] / "resources" / "content" / "spinal-tumours-en"
CLASSES = '["metastatic", "primary-bone", "intradural-extramedullary", "intramedullary"]'


@cache
def shipped_pack() -> ContentPack:
    """Give the pack that the program ships."""
    return load_pack(SHIPPED)


def tiny_pack(folder: Path) -> ContentPack:
    """Write the tiny pack into ``folder`` (empty or not there) and load it."""
    return load_pack(tiny_folder(folder))


def tiny_folder(folder: Path, **replacements: tuple[str, str]) -> Path:
    """Write the tiny pack's files into ``folder`` and give it.

    ``replacements`` gives for a file (``pack``, ``beam`` ...) a text to replace once, and the new.
    """
    for name, text in TINY.items():
        stem = Path(name).stem
        written = text
        if stem in replacements:
            old, new = replacements[stem]
            assert text.count(old), f"{name} has no {old!r}"
            written = text.replace(old, new, 1)
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(written, "utf-8")
    return folder


def _score(ident: str, kind: str, rows: str) -> str:
    return f"""
[[score]]
id = "{ident}"
name = "{ident.capitalize()}"
kind = "{kind}"
tumour_class = ["any"]
use_for = "Tests."
not_for = "Anything else."
plain = "A scale of tests."
sources = ["study"]
{rows}"""


def _item(ident: str) -> str:
    return f"""
[[score.item]]
id = "{ident}"
label = "{ident.capitalize()}"
level = [{{id = "none", label = "None", points = 0}}, {{id = "some", label = "Some", points = 3}}]
"""


def _grades(ident: str, grades: tuple[str, ...]) -> str:
    levels = "".join(
        f'\n[[score.level]]\nid = "{grade}"\nlabel = "Grade {grade}"\norder = {order}\n'
        for order, grade in enumerate(grades)
    )
    return _score(ident, "grade", levels)


SCORES = "".join(
    (
        _grades("steps", ("0", "1")),
        _score("sins", "sum", "".join(map(_item, SINS_ITEMS))),
        *(_grades(ident, grades) for ident, grades in GRADE_SCALES.items()),
    )
)
"""The scores of the tiny pack: those that are asked for, and one more."""
TINY = {
    "pack.toml": """
format = 1
id = "tiny"
title = "A tiny pack"
language = "en"
version = "2026.1.1"
written = 2026-01-02
expires = 2027-01-02
authors = "Tests"
reviewers = "Nobody"
certified = "No outside body has certified this content."
funding = "Nobody paid for it."
updates = "Each year."
selection = "Two readers made it up."
readability = "Grade 6."
""",
    "sources.toml": """
[[source]]
id = "study"
authors = "Doe J, Roe R"
title = "A study that nobody did"
journal = "Journal of Tests"
year = 2020
doi = "10.1000/1"
pmid = ""

[[source]]
id = "seed"
authors = "The seed"
title = "The seed document"
journal = ""
year = 0
doi = ""
pmid = ""
""",
    "concepts.toml": f"""
[vocabulary]
groups = ["walking", "late harm", "survival"]
histologies = ["breast", "lung"]
conditions = ["cord-compression", "no-symptoms", "can-walk"]

[[concept]]
id = "walk"
label = "Walking"
question = "Will I be able to walk?"
direction = "higher is better"
group = "walking"
order = 10
core = true
sensitive = false
note = "Never across studies."

[[concept]]
id = "harm"
label = "Late harm"
question = "Could it harm me later?"
direction = "lower is better"
group = "late harm"
order = 20
core = true
sensitive = false
note = ""

[[concept]]
id = "survival"
label = "Length of life"
question = "How long do people live?"
direction = "higher is better"
group = "survival"
order = 30
core = false
sensitive = true
note = ""
closed_label = "How long people live"
closed_question = "How long do people live?"

[[together]]
id = "both-arms"
estimates = ["beam-walk", "watch-walk"]
reason = "one study"

[[core_risk]]
option = "beam"
tumour_class = {CLASSES}
concept = "harm"
basis = "evidence"
reason = "people ask"
estimates = ["beam-harm"]
gap = "beam-harm-other"

[[core_risk]]
option = "watch"
tumour_class = {CLASSES}
concept = "harm"
basis = "seed"
reason = "people ask"
gap = "watch-harm"

[[gap]]
id = "beam-harm-other"
option = "beam"
tumour_class = {CLASSES}
concept = "harm"
scope = "after many years"
question = "Could it harm me years from now?"
plain = "Not known."
why = "nothing was found"

[[gap]]
id = "watch-harm"
option = "watch"
tumour_class = {CLASSES}
concept = "harm"
question = "Could waiting harm me?"
plain = "Not known for your type of tumour."
why = "nothing was found"
""",
    "options/watch.toml": """
id = "watch"
name = "Watching and waiting"
short_name = "Watching"
group = "watch"
order = 10

[[fact]]
kind = "aim"
text = "To keep an eye on the tumour."
tumour_class = ["any"]
source = "seed"
where = "first part"

[[fact]]
kind = "what-happens"
text = "Scans are done every few months."
tumour_class = ["any"]
source = "seed"
where = "first part"

[[rule]]
verdict = "usual"
reason = "A tumour without symptoms may just be watched."
all_of = ["no-symptoms"]
none_of = ["cord-compression"]
source = "seed"
where = "first part"

[[estimate]]
id = "watch-walk"
option = "watch"
kind = "course"
title = "Can walk"
outcome = "Able to walk after a year of watching"
tumour_class = ["metastatic"]
population = "adults in one trial"
horizon = "1 year"
horizon_class = "1 year"
certainty = "moderate"
certainty_why = "one trial"
source = "study"
where = "abstract"
events = 57
total = 100
percent = 57.0
plain = "About 57 in 100 people could walk."
framing = "About 43 in 100 people could not walk."
concept = "walk"
role = "comparator"
unit = "people"
pair = "beam-walk"
comparable_with = ["beam-walk"]
denominator = 100
patient_view = "only as pair"
checked = "confirmed"
""",
    "options/beam.toml": """
id = "beam"
name = "Beam treatment"
short_name = "Beam"
group = "radiation"
order = 20
other_names = ["rays"]

[[fact]]
kind = "aim"
text = "To shrink the tumour."
tumour_class = ["any"]
source = "seed"
where = "second part"

[[fact]]
kind = "what-happens"
text = "A machine sends a beam into the body."
tumour_class = ["any"]
source = "seed"
where = "second part"

[[estimate]]
id = "beam-walk"
option = "beam"
kind = "benefit"
title = "Can walk"
outcome = "Able to walk after a year"
tumour_class = ["metastatic"]
population = "adults in one trial"
horizon = "1 year"
horizon_class = "1 year"
certainty = "moderate"
certainty_why = "one trial"
source = "study"
where = "abstract"
events = 42
total = 50
percent = 84.0
ci95 = [71.0, 93.0]
plain = "About 84 in 100 people could walk. With watching it was 57 in 100."
framing = "About 16 in 100 people could not walk."
concept = "walk"
role = "treatment"
unit = "people"
pair = "watch-walk"
comparable_with = ["watch-walk"]
denominator = 100
patient_view = "only as pair"
checked = "confirmed"

[[estimate]]
id = "beam-harm"
option = "beam"
kind = "risk"
title = "Late harm"
outcome = "Late harm from the beam"
tumour_class = ["metastatic", "primary-bone"]
population = "adults treated at one centre"
horizon = "not stated"
horizon_class = "not stated"
certainty = "low"
certainty_why = "one series without comparison"
source = "study"
where = "abstract"
percent = 0.6
plain = "About 6 in 1,000 people had late harm."
framing = "About 994 in 1,000 people had no late harm."
concept = "harm"
role = "alone"
unit = "people"
denominator = 1000
patient_view = "show"
checked = "corrected"
""",
    "context.toml": """
[[estimate]]
id = "course-survival"
option = "any"
kind = "course"
title = "Length of life"
outcome = "How long people live"
tumour_class = ["metastatic"]
population = "people in a register"
horizon = "median survival"
horizon_class = "not stated"
certainty = "low"
certainty_why = "an old register"
source = "study"
where = "abstract"
value = "median 5 months"
plain = "Half of the people lived longer than 5 months."
concept = "survival"
role = "context"
unit = "people"
patient_view = "clinician only"
reason = "forecast: it would be taken as this person's own time"
checked = "confirmed"
""",
    "pathways.toml": """
[[pathway]]
id = "watch-then-beam"
name = "Watch first"
options = ["watch", "beam"]
order = "then"
text = "The tumour is watched. The beam comes when it grows."
tumour_class = ["any"]
source = "seed"
where = "third part"
""",
    "glossary.toml": """
[[glossary]]
term = "Beam"
plain = "Rays that go one way."
source = "own"
""",
    "questions.toml": """
[[question]]
topic = "time"
text = "How long does it take?"
source = "own"
""",
    "general.toml": """
[[general]]
kind = "red-flag"
text = "New weak legs: get medical help at once."
tumour_class = ["any"]
source = "seed"
where = "last part"
""",
    "values.toml": """
[[value]]
id = "walk"
text = "I want to walk for as long as I can."
concepts = ["walk"]
""",
    "scores.toml": SCORES,
}
