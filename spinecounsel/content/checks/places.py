"""Where in the pack's files a row stands, so that a problem can name it."""

from typing import NamedTuple

from spinecounsel.content.model import (
    ANY_OPTION,
    CoreRisk,
    Estimate,
    Fact,
    Gap,
    Rule,
    TreatmentOption,
)
from spinecounsel.errors import ContentProblem


class Place(NamedTuple):
    """A file of the pack and a table in it."""

    file: str
    table: str

    def problem(self, field: str, expected: str) -> ContentProblem:
        """Give the error to raise: ``expected`` says what should stand in ``field``."""
        return ContentProblem(self.file, self.table, field, expected)


def place_of_option(option: TreatmentOption) -> Place:
    """Give the place of an option's head."""
    return Place(f"options/{option.id}.toml", f"option {option.id}")


def place_of_fact(option: TreatmentOption, row: Fact | Rule, number: int) -> Place:
    """Give the place of the fact or rule ``number`` (from 1) of an option."""
    table = "fact" if isinstance(row, Fact) else "rule"
    return Place(f"options/{option.id}.toml", f"{table} {number}")


def place_of_estimate(estimate: Estimate) -> Place:
    """Give the place of an estimate."""
    loose = estimate.option == ANY_OPTION
    file = "context.toml" if loose else f"options/{estimate.option}.toml"
    return Place(file, f"estimate {estimate.id}")


def place_of_core_risk(row: CoreRisk) -> Place:
    """Give the place of a core risk, which is named by option, concept and tumour classes."""
    classes = "+".join(row.tumour_class)
    return Place("concepts.toml", f"core_risk {row.option}/{row.concept}/{classes}")


def place_of_gap(row: Gap) -> Place:
    """Give the place of a gap."""
    return Place("concepts.toml", f"gap {row.id}")
