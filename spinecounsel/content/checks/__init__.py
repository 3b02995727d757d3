"""What a pack must keep so that nothing untrue, unsourced or unfair can be shown from it.

One module per kind of rule; each raises ``ContentProblem`` for the first thing that breaks one.
They were first written for the evidence files that the shipped pack was made from.
"""

from spinecounsel.content.checks.advice import check_advice
from spinecounsel.content.checks.comparisons import check_comparisons
from spinecounsel.content.checks.coverage import check_coverage
from spinecounsel.content.checks.dying import check_dying
from spinecounsel.content.checks.estimates import check_estimates
from spinecounsel.content.checks.links import check_links
from spinecounsel.content.checks.options import check_options
from spinecounsel.content.checks.scores import check_scores
from spinecounsel.content.checks.words import check_words
from spinecounsel.content.model import ContentPack


def check_pack(pack: ContentPack) -> None:
    """Raise ``ContentProblem`` for the first rule that ``pack`` breaks, else give nothing.

    Links come first, so that the others may follow an id without asking.
    """
    check_links(pack)
    check_scores(pack)
    check_estimates(pack)
    check_comparisons(pack)
    check_options(pack)
    check_coverage(pack)
    check_words(pack)
    check_advice(pack)
    check_dying(pack)
