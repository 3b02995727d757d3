"""Clinical scores as values: items with points, grades, bands, and how far they may be trusted."""

from spinecounsel.frozen import Frozen

SINS = "sins"
SINS_ITEMS = ("location", "pain", "lesion", "alignment", "collapse", "posterolateral")
"""The sum score that a case answers, and its items; each is a field of ``SinsAnswers``."""

GRADE_SCALES = {
    "escc": ("0", "1a", "1b", "1c", "2", "3"),
    "ais": ("A", "B", "C", "D", "E"),
    "ecog": ("0", "1", "2", "3", "4"),
    "karnofsky": ("0", "10", "20", "30", "40", "50", "60", "70", "80", "90", "100"),
}
"""The grade scores that a case answers, each with the grades that a case may have."""


class ScoreLevel(Frozen, frozen=True, kw_only=True):
    """One answer to an item of a sum score (``points``), or one grade of a scale (``order``).

    A ``sensitive`` one speaks of dying: its words are shown only when that has been opened.
    """

    id: str
    label: str
    points: int = 0
    order: int = 0
    definition: str = ""
    plain: str = ""
    seen: str = ""
    sensitive: bool = False


class ScoreItem(Frozen, frozen=True, kw_only=True):
    """One item of a sum score."""

    id: str
    label: str
    level: tuple[ScoreLevel, ...]
    help: str = ""


class ScoreBand(Frozen, frozen=True, kw_only=True):
    """A range of totals (``low`` to ``high``) or a set of grades, and what it is called."""

    label: str
    meaning: str
    plain: str = ""
    low: int | None = None
    high: int | None = None
    codes: tuple[str, ...] = ()


class ScoreNote(Frozen, frozen=True, kw_only=True):
    """A measure of reliability or accuracy, or a conflict between sources, with its source.

    A ``sensitive`` one speaks of length of life: it is shown only when that has been opened.
    """

    kind: str
    text: str
    source: str
    sensitive: bool = False


class Score(Frozen, frozen=True, kw_only=True):
    """A clinical score: it describes a case and never chooses a treatment.

    ``sensitive_not_for`` goes on after ``not_for`` where length of life has been opened.
    """

    id: str
    name: str
    kind: str
    tumour_class: tuple[str, ...]
    use_for: str
    not_for: str
    plain: str
    sources: tuple[str, ...]
    sensitive_not_for: str = ""
    computable: bool = True
    better: str = ""
    low: int | None = None
    high: int | None = None
    item: tuple[ScoreItem, ...] = ()
    level: tuple[ScoreLevel, ...] = ()
    band: tuple[ScoreBand, ...] = ()
    note: tuple[ScoreNote, ...] = ()
