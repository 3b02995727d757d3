"""The content pack as values: what is known of each treatment option, and from where.

Names follow GRADE and IPDAS: an outcome is something that may happen, an estimate says how often, in
whom and by when, certainty says how far it may be trusted.  Nothing here is computed.
"""

import datetime as dt
from enum import StrEnum

from spinecounsel.frozen import Frozen


class Kind(StrEnum):
    """What an outcome is to the patient; ``COURSE`` is what happens without choosing it."""

    BENEFIT = "benefit"
    RISK = "risk"
    COURSE = "course"


class Certainty(StrEnum):
    """How sure the estimate is (GRADE)."""

    HIGH = "high"
    MODERATE = "moderate"
    LOW = "low"
    VERY_LOW = "very low"


class TumourClass(StrEnum):
    """Where the tumour began and lies; an estimate of one class never speaks for another."""

    METASTATIC = "metastatic"
    PRIMARY_BONE = "primary-bone"
    INTRADURAL_EXTRAMEDULLARY = "intradural-extramedullary"
    INTRAMEDULLARY = "intramedullary"


class PatientView(StrEnum):
    """Who may see an estimate, and how."""

    SHOW = "show"
    ONLY_AS_PAIR = "only as pair"
    CLINICIAN_ONLY = "clinician only"
    NEVER = "never"


class Role(StrEnum):
    """What an estimate is in its study."""

    TREATMENT = "treatment"
    COMPARATOR = "comparator"
    ALONE = "alone"
    CONTEXT = "context"


ANY_CLASS = "any"
SEED = "seed"
"""The id of the document that this program implements, as a source."""


class Source(Frozen, kw_only=True):
    """Where something was read; an empty text or a year of 0 means that the page did not show it."""

    id: str
    authors: str
    title: str
    journal: str
    year: int
    doi: str
    pmid: str
    pmcid: str = ""
    design: str = ""
    participants: int = 0
    read: str = ""
    note: str = ""


class Concept(Frozen, kw_only=True):
    """A question that a patient asks; a heading, not a row (see ``Estimate.comparable_with``)."""

    id: str
    label: str
    question: str
    direction: str
    group: str
    order: int
    core: bool
    sensitive: bool
    note: str


class Estimate(Frozen, kw_only=True):
    """One outcome, counted in one study.

    ``percent`` is the share as printed (0 to 100); None where the source prints none, then ``value``
    carries the fact.  ``events`` and ``total`` are people (or ``unit``), None where not printed.
    ``ci95`` is the confidence interval in percent.  ``plain`` is the sentence that a patient reads
    and ``framing`` its other side.  ``denominator`` is 100 or 1000, None where there is no picture.
    """

    id: str
    option: str
    kind: Kind
    title: str
    outcome: str
    tumour_class: tuple[str, ...]
    population: str
    horizon: str
    certainty: Certainty
    certainty_why: str
    source: str
    where: str
    plain: str
    checked: str
    concept: str
    role: Role
    patient_view: PatientView
    unit: str
    horizon_class: str
    check_note: str = ""
    events: int | None = None
    total: int | None = None
    percent: float | None = None
    ci95: tuple[float, float] | None = None
    value: str = ""
    pair: str = ""
    framing: str = ""
    denominator: int | None = None
    histology: tuple[str, ...] = ()
    condition: tuple[str, ...] = ()
    comparable_with: tuple[str, ...] = ()
    caution: str = ""
    reason: str = ""


class Fact(Frozen, kw_only=True):
    """One sourced sentence about an option (``kind`` is one of ``FACT_KINDS``)."""

    kind: str
    text: str
    tumour_class: tuple[str, ...]
    source: str
    where: str
    doubt: str = ""
    sensitive: str = ""


FACT_KINDS = (
    "aim",
    "how-it-works",
    "what-happens",
    "preparation",
    "visits-and-time",
    "hospital-and-recovery",
    "daily-life",
    "follow-up",
    "usually-discussed-when",
    "usually-not-when",
    "combined-with",
    "stops-or-changes-if",
    "ask-your-team",
    "red-flag",
)


class Rule(Frozen, kw_only=True):
    """When an option is usual to discuss, or not: all of ``all_of``, one of ``any_of``, none of ``none_of``.

    The words are findings of ``case.findings`` (cord-compression, cannot-walk ...), tumour classes and
    histologies.  ``verdict`` is ``usual`` or ``not usual``; ``reason`` says why, for the clinician and the
    patient together; ``source`` and ``where`` say who says so.  A rule describes practice; it never chooses.
    """

    verdict: str
    reason: str
    source: str
    where: str
    all_of: tuple[str, ...] = ()
    any_of: tuple[str, ...] = ()
    none_of: tuple[str, ...] = ()


class TreatmentOption(Frozen, kw_only=True):
    """A possible course, doing nothing included."""

    id: str
    name: str
    short_name: str
    group: str
    order: int
    other_names: tuple[str, ...] = ()
    part_of: str = ""
    fact: tuple[Fact, ...] = ()
    rule: tuple[Rule, ...] = ()


class Together(Frozen, kw_only=True):
    """Estimates none of which is shown without the rest and without those ``beside`` them."""

    id: str
    estimates: tuple[str, ...]
    reason: str
    beside: tuple[str, ...] = ()


class CoreRisk(Frozen, kw_only=True):
    """A concept that talk about an option must not leave out silently."""

    option: str
    tumour_class: tuple[str, ...]
    concept: str
    basis: str
    reason: str
    estimates: tuple[str, ...] = ()
    gap: str = ""


class Gap(Frozen, kw_only=True):
    """A question without an estimate that can be shown: "not known", said aloud."""

    id: str
    option: str
    tumour_class: tuple[str, ...]
    concept: str
    question: str
    plain: str
    why: str
    scope: str = ""


class Pathway(Frozen, kw_only=True):
    """What follows an option or goes with it; ``order`` is ``then`` or ``together``."""

    id: str
    name: str
    options: tuple[str, ...]
    order: str
    text: str
    tumour_class: tuple[str, ...]
    source: str
    where: str
    doubt: str = ""


class GlossaryWord(Frozen, kw_only=True):
    """A word and its plain meaning; source ``own`` means our own words."""

    term: str
    plain: str
    source: str


class Question(Frozen, kw_only=True):
    """A question that a patient may want to ask."""

    topic: str
    text: str
    source: str


class GeneralFact(Frozen, kw_only=True):
    """A fact that is true of every option."""

    kind: str
    text: str
    tumour_class: tuple[str, ...]
    source: str
    where: str
    doubt: str = ""
    sensitive: str = ""


class ValueStatement(Frozen, kw_only=True):
    """Something that may matter to a patient, and the concepts that speak of it."""

    id: str
    text: str
    concepts: tuple[str, ...]


class ScoreLevel(Frozen, kw_only=True):
    """One answer to an item of a sum score (``points``), or one grade of a scale (``order``)."""

    id: str
    label: str
    points: int = 0
    order: int = 0
    definition: str = ""
    plain: str = ""
    seen: str = ""


class ScoreItem(Frozen, kw_only=True):
    """One item of a sum score."""

    id: str
    label: str
    level: tuple[ScoreLevel, ...]
    help: str = ""


class ScoreBand(Frozen, kw_only=True):
    """A range of totals (``low`` to ``high``) or a set of grades, and what it is called."""

    label: str
    meaning: str
    plain: str = ""
    low: int | None = None
    high: int | None = None
    codes: tuple[str, ...] = ()


class ScoreNote(Frozen, kw_only=True):
    """A measure of reliability or accuracy, or a conflict between sources, with its source."""

    kind: str
    text: str
    source: str


class Score(Frozen, kw_only=True):
    """A clinical score: it describes a case and never chooses a treatment."""

    id: str
    name: str
    kind: str
    tumour_class: tuple[str, ...]
    use_for: str
    not_for: str
    plain: str
    sources: tuple[str, ...]
    computable: bool = True
    better: str = ""
    low: int | None = None
    high: int | None = None
    item: tuple[ScoreItem, ...] = ()
    level: tuple[ScoreLevel, ...] = ()
    band: tuple[ScoreBand, ...] = ()
    note: tuple[ScoreNote, ...] = ()


class Manifest(Frozen, kw_only=True):
    """Who wrote the pack, when, in which language, and who approved it."""

    format: int
    id: str
    title: str
    language: str
    version: str
    written: dt.date
    expires: dt.date
    authors: str
    reviewers: str
    certified: str
    approved_by: str = ""


class ContentPack(Frozen, kw_only=True):
    """Everything that the program may say, checked and hashed.

    ``sha256`` is the hex digest over the pack's files (``content.manifest.digest``).
    """

    manifest: Manifest
    sha256: str
    sources: dict[str, Source]
    concepts: tuple[Concept, ...]
    options: tuple[TreatmentOption, ...]
    estimates: dict[str, Estimate]
    together: tuple[Together, ...]
    core_risks: tuple[CoreRisk, ...]
    gaps: tuple[Gap, ...]
    pathways: tuple[Pathway, ...]
    glossary: tuple[GlossaryWord, ...]
    questions: tuple[Question, ...]
    general: tuple[GeneralFact, ...]
    value_statements: tuple[ValueStatement, ...]
    scores: dict[str, Score]
    histologies: tuple[str, ...]
    conditions: tuple[str, ...]
    groups: tuple[str, ...]

    def option(self, ident: str) -> TreatmentOption:
        """Give the option of that id; ``KeyError`` when there is none."""
        for option in self.options:
            if option.id == ident:
                return option
        raise KeyError(ident)

    def concept(self, ident: str) -> Concept:
        """Give the concept of that id; ``KeyError`` when there is none."""
        for concept in self.concepts:
            if concept.id == ident:
                return concept
        raise KeyError(ident)
