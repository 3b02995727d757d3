"""The content pack as values: what is known of each treatment option, and from where.

Names follow GRADE and IPDAS: an outcome is something that may happen, an estimate says how often,
in whom and by when, certainty says how far it may be trusted.  Nothing here is computed.
"""

from enum import StrEnum

from spinecounsel.content.imprint import Manifest as Manifest  # noqa: PLC0414 - named here too
from spinecounsel.content.score import Score as Score  # noqa: PLC0414 - named here too
from spinecounsel.content.score import ScoreBand as ScoreBand  # noqa: PLC0414
from spinecounsel.content.score import ScoreItem as ScoreItem  # noqa: PLC0414
from spinecounsel.content.score import ScoreLevel as ScoreLevel  # noqa: PLC0414
from spinecounsel.content.score import ScoreNote as ScoreNote  # noqa: PLC0414
from spinecounsel.content.small import GeneralFact as GeneralFact  # noqa: PLC0414
from spinecounsel.content.small import GlossaryWord as GlossaryWord  # noqa: PLC0414
from spinecounsel.content.small import Pathway as Pathway  # noqa: PLC0414
from spinecounsel.content.small import Question as Question  # noqa: PLC0414
from spinecounsel.content.small import Theme as Theme  # noqa: PLC0414
from spinecounsel.content.small import ValueStatement as ValueStatement  # noqa: PLC0414
from spinecounsel.content.station import Station as Station  # noqa: PLC0414
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


SEEN = (PatientView.SHOW, PatientView.ONLY_AS_PAIR)
"""The views that a patient may have."""

ANY_CLASS = "any"
ANY_OPTION = "any"
"""The ``option`` of an estimate that belongs to none: the course of the illness."""

OWN = "own"
"""As a source: our own words, no page behind them."""


class Source(Frozen, frozen=True, kw_only=True):
    """Where something was read; an empty text or a year of 0: the page did not show it.

    ``sensitive_title`` tells that the title speaks of dying: it is not cited while that is closed.
    """

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
    sensitive_title: bool = False


class Concept(Frozen, frozen=True, kw_only=True):
    """A question that a patient asks; a heading, not a row (see ``Estimate.comparable_with``).

    ``station`` is the part of the time with an option that its estimates tell of, None for none.
    ``closed_label`` and ``closed_question`` stand for a ``sensitive`` one until it is opened.
    """

    id: str
    label: str
    question: str
    direction: str
    group: str
    order: int
    core: bool
    sensitive: bool
    note: str
    closed_label: str = ""
    closed_question: str = ""
    station: Station | None = None


class Estimate(Frozen, frozen=True, kw_only=True):
    """One outcome, counted in one study.

    ``percent`` is the share as printed (0 to 100); None where the source prints none, then
    ``value`` carries the fact.  ``events`` and ``total`` are people (or ``unit``), None where not
    printed.  ``ci95`` is the confidence interval in percent.  ``plain`` is the sentence that a
    patient reads and ``framing`` its other side; ``sensitive_plain`` goes on about death or
    survival, as ``sensitive_caution`` goes on after ``caution``: both are shown only when survival
    has been opened (see ``content.closing``).  ``denominator`` is 100 or 1000, None where there is
    no picture.  ``station`` is that of the concept unless it is told here.
    ``also_had`` are options that all of the people had beside this one, as ``population`` says;
    of a comparator, what they had without it.
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
    sensitive_plain: str = ""
    denominator: int | None = None
    histology: tuple[str, ...] = ()
    condition: tuple[str, ...] = ()
    comparable_with: tuple[str, ...] = ()
    caution: str = ""
    sensitive_caution: str = ""
    reason: str = ""
    station: Station | None = None
    also_had: tuple[str, ...] = ()


class Fact(Frozen, frozen=True, kw_only=True):
    """One sourced sentence about an option (``kind`` is one of ``FACT_KINDS``).

    ``station`` is the part of the time that it tells of, where ``STATION_OF`` its kind is another.
    """

    kind: str
    text: str
    tumour_class: tuple[str, ...]
    source: str
    where: str
    doubt: str = ""
    sensitive: str = ""
    station: Station | None = None


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


USUAL, NOT_USUAL = "usual", "not usual"

FINDINGS = (
    "symptoms",
    "high-grade-compression",
    "low-grade-compression",
    "radiosensitive",
    "earlier-radiotherapy",
    "mechanical-pain",
    "potentially-unstable",
    "unstable",
    "several-levels",
    "poor-fitness",
    "aim-cure",
    "aim-control",
    "aim-comfort",
    "serious-illness",
    "weak",
)
"""What a rule may name beside the pack's conditions, its histologies and the tumour classes."""


class Rule(Frozen, frozen=True, kw_only=True):
    """When an option is usual to discuss, or not.

    It applies where all of ``all_of``, one of ``any_of`` (when it names some) and none of
    ``none_of`` hold.  The words are findings of ``case.findings`` (cord-compression, cannot-walk
    ...), tumour classes and histologies.  ``verdict`` is ``usual`` or ``not usual``; ``reason``
    says why, for the clinician and the patient together; ``source`` and ``where`` say who says so.
    A rule describes practice; it never chooses.
    """

    verdict: str
    reason: str
    source: str
    where: str
    all_of: tuple[str, ...] = ()
    any_of: tuple[str, ...] = ()
    none_of: tuple[str, ...] = ()


NO_TREATMENT = "no-treatment"
"""The id of the option that is none: it stands alone, and cannot be refused."""


class TreatmentOption(Frozen, frozen=True, kw_only=True):
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


class Together(Frozen, frozen=True, kw_only=True):
    """Estimates none of which is shown without the rest and without those ``beside`` them."""

    id: str
    estimates: tuple[str, ...]
    reason: str
    beside: tuple[str, ...] = ()


class CoreRisk(Frozen, frozen=True, kw_only=True):
    """A concept that talk about an option must not leave out silently.

    ``histology`` and ``condition`` say in whom, as those of an estimate.
    """

    option: str
    tumour_class: tuple[str, ...]
    concept: str
    basis: str
    reason: str
    estimates: tuple[str, ...] = ()
    gap: str = ""
    histology: tuple[str, ...] = ()
    condition: tuple[str, ...] = ()


class Gap(Frozen, frozen=True, kw_only=True):
    """A question without an estimate that can be shown: "not known", said aloud.

    ``histology`` and ``condition`` say of whom it is asked, as those of an estimate.
    """

    id: str
    option: str
    tumour_class: tuple[str, ...]
    concept: str
    question: str
    plain: str
    why: str
    scope: str = ""
    histology: tuple[str, ...] = ()
    condition: tuple[str, ...] = ()


class ContentPack(Frozen, frozen=True, kw_only=True):
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
    themes: tuple[Theme, ...]
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
