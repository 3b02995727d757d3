"""The card of the walk as a patient sees it on their own screen: no sources, no notes, no marks."""

from spinecounsel.content.model import ContentPack
from spinecounsel.discussion.agenda import ILLNESS, Agenda, Topic
from spinecounsel.discussion.discussion import Discussion
from spinecounsel.frozen import Frozen, replaced
from spinecounsel.viewing.walk_blocks import Block, Fact
from spinecounsel.viewing.walk_card import CardState, card_view
from spinecounsel.wording import say


class PlainPart(Frozen, frozen=True, kw_only=True):
    """Sentences under one heading; ``mark`` is a kind's mark or empty."""

    heading: str
    sentences: tuple[str, ...]
    mark: str = ""


class PatientCard(Frozen, frozen=True, kw_only=True):
    """What is shown of a topic; a shut one has ``shut`` and nothing else.

    ``option`` is the name of the option, ``kind`` the mark and ``kind_word`` its word; ``numbers``
    is the ``NumberView`` that the patient likes.
    """

    option: str = ""
    title: str = ""
    kind: str = ""
    kind_word: str = ""
    numbers: str = ""
    blocks: tuple[Block, ...] = ()
    parts: tuple[PlainPart, ...] = ()
    shut: str = ""


def patient_card(
    pack: ContentPack, discussion: Discussion, agenda: Agenda, topic: Topic
) -> PatientCard:
    """Give the card of ``topic``; of a shut one or one set aside nothing is told."""
    card = card_view(pack, discussion, topic)
    if card.state is CardState.ASIDE:
        return PatientCard(shut=say("You would rather not know this. That is fine."))
    if card.state is not CardState.OPEN:
        return PatientCard(shut=say("This part stays shut unless you wish to see it."))
    return PatientCard(
        option=_option(pack, agenda, topic),
        title=card.title,
        kind=card.kind,
        kind_word=card.kind_word,
        numbers=str(discussion.numbers),
        blocks=tuple(_block(each) for each in card.blocks),
        parts=tuple(
            PlainPart(heading=each.heading, sentences=each.sentences, mark=each.mark)
            for each in card.parts
        ),
    )


def _option(pack: ContentPack, agenda: Agenda, topic: Topic) -> str:
    if topic.option != ILLNESS:
        return pack.option(topic.option).name
    return next(each.title for each in agenda.chapters if each.option == ILLNESS)


def _block(block: Block) -> Block:
    """Leave out what is for the clinician: cautions, sources, technical values and reasons."""
    return replaced(
        block,
        cautions=(),
        sources=(),
        facts=tuple(filter(None, (_fact(each) for each in block.facts))),
    )


def _fact(fact: Fact) -> Fact | None:
    if fact.label == say("In the study"):
        return None
    if fact.label == say("Time span"):
        return replaced(fact, label=say("When"))
    if not any(each.level for each in fact.said):
        return fact
    levels = {each.level for each in fact.said}
    said = tuple(replaced(each, text="") for each in fact.said)
    if len(levels) == 1:  # the reasons differ, how sure it is does not
        said = (replaced(said[0], of=""),)
    return replaced(fact, said=said)
