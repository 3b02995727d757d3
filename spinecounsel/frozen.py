"""The base of every value in the program: frozen, typed, with unknown fields refused.

A value is never changed; a participle function gives a new one.  The same types are read from TOML
(content pack, example cases) and from JSON (vault), so a wrong field is caught in one place.
"""

from typing import Any, TypeVar

from msgspec import Struct
from msgspec.structs import replace


class Frozen(Struct, frozen=True, forbid_unknown_fields=True):
    """A value: compared by its fields, hashable when its fields are, never changed.

    Write ``class Name(Frozen, frozen=True, kw_only=True)``: Struct does not hand ``kw_only`` down.
    """


Value = TypeVar("Value", bound=Frozen)


def replaced(value: Value, **changes: Any) -> Value:
    """Give a copy of ``value`` with ``changes`` made.

    ``TypeError`` for a field it does not have.
    """
    return replace(value, **changes)
