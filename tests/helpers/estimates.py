"""Estimates as a pack should not hold them, to see what becomes of them."""

import msgspec

from spinecounsel.discussion.agenda import Topic, TopicKind
from spinecounsel.viewing.walk_blocks import Block, blocks_of
from tests.helpers.packs import shipped_pack

BASE = "wound-infection-metastases"

ODD = {
    "value only": {"percent": None, "denominator": None, "value": "a median of 7 days"},
    "nothing": {"percent": None, "denominator": None},
    "two people": {"percent": 50.0, "events": 1, "total": 2},
    "nobody counted": {"percent": 0.0, "events": 0, "total": 0},
    "none": {"percent": 0.0, "events": 0, "total": 38},
    "all": {"percent": 100.0},
    "all of two": {"percent": 100.0, "events": 2, "total": 2},
    "wide range": {"percent": 43.0, "ci95": (-5.0, 130.0)},
    "turned range": {"percent": 43.0, "ci95": (60.0, 20.0)},
    "operations": {"percent": 43.0, "unit": "operations", "ci95": (30.0, 52.0)},
    "tumours": {"percent": 4.0, "unit": "treated tumours"},
    "fewer than 1 of 100": {"percent": 0.2},
    "fewer than 1 of 1,000": {"percent": 0.02, "denominator": 1000},
    "nearly all": {"percent": 99.9},
    "of 1,000": {"percent": 0.6, "denominator": 1000, "ci95": (0.2, 1.4)},
    "2,000 letters": {"percent": 12.0, "plain": "This is told at length. " * 83 + "The end."},
    "one long word": {"percent": 12.0, "plain": "pneumonoultramicroscopic" * 4},
}
"""What each of them has that is not usual."""


def odd_block(case: str) -> Block:
    """Give the block of one estimate that is odd in the way of ``case``."""
    bare = {"events": None, "total": None, "ci95": None, "value": "", "framing": "The other side."}
    (block,) = blocks_with({BASE: bare | ODD[case]}, BASE)
    return block


def blocks_with(changes: dict[str, dict[str, object]], *idents: str) -> tuple[Block, ...]:
    """Give the blocks of a topic with ``idents``, each estimate with its ``changes``."""
    pack = shipped_pack()
    replace = msgspec.structs.replace
    estimates = {ident: replace(pack.estimates[ident], **new) for ident, new in changes.items()}
    topic = Topic(
        key="k",
        option="surgery-decompression",
        kind=TopicKind.RISK,
        title="A topic",
        estimates=idents,
    )
    changed = replace(pack, estimates=pack.estimates | estimates)
    return blocks_of(changed, topic)
