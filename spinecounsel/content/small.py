"""The small files of the pack as values: what goes together, words, questions, what matters."""

from spinecounsel.frozen import Frozen


class Pathway(Frozen, frozen=True, kw_only=True):
    """What follows an option or goes with it; ``order`` is ``then`` or ``together``.

    ``histology`` and ``condition`` say for whom, as those of an estimate.
    """

    id: str
    name: str
    options: tuple[str, ...]
    order: str
    text: str
    tumour_class: tuple[str, ...]
    source: str
    where: str
    doubt: str = ""
    histology: tuple[str, ...] = ()
    condition: tuple[str, ...] = ()


class GlossaryWord(Frozen, frozen=True, kw_only=True):
    """A word and its plain meaning; source ``own`` means our own words."""

    term: str
    plain: str
    source: str


class Question(Frozen, frozen=True, kw_only=True):
    """A question that a patient may want to ask."""

    topic: str
    text: str
    source: str


class GeneralFact(Frozen, frozen=True, kw_only=True):
    """A fact that is true of every option."""

    kind: str
    text: str
    tumour_class: tuple[str, ...]
    source: str
    where: str
    doubt: str = ""
    sensitive: str = ""


class ValueStatement(Frozen, frozen=True, kw_only=True):
    """Something that may matter to a patient, and the concepts that speak of it."""

    id: str
    text: str
    concepts: tuple[str, ...]


class Theme(Frozen, frozen=True, kw_only=True):
    """What a patient expects before the first number, and the concepts that speak of it."""

    id: str
    concepts: tuple[str, ...]
