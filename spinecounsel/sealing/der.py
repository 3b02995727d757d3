"""DER, read strictly: one way to write each value, and nothing behind the last one."""

from spinecounsel.frozen import Frozen


class NotCanonical(Exception):
    """Bytes that are no DER, or not written as we write them."""


class Value(Frozen, frozen=True, kw_only=True):
    """One value: its tag, what it holds, and both with the length between them."""

    tag: int
    inside: bytes
    whole: bytes


def values(data: bytes) -> tuple[Value, ...]:
    """Give the values that follow each other in ``data``; ``NotCanonical`` for anything else."""
    found: list[Value] = []
    place = 0
    while place < len(data):
        value = _value(data, place)
        found.append(value)
        place += len(value.whole)
    return tuple(found)


def only(data: bytes, tag: int) -> tuple[Value, ...]:
    """Give the values inside the one value of ``data``, which has ``tag``."""
    (value,) = expect(values(data), tag)
    return values(value.inside)


def expect(found: tuple[Value, ...], *tags: int) -> tuple[Value, ...]:
    """Give ``found`` if it has these tags in this order."""
    if tuple(value.tag for value in found) != tags:
        raise NotCanonical
    return found


def _value(data: bytes, place: int) -> Value:
    head = data[place : place + 2]
    if len(head) < 2 or head[0] & 0x1F == 0x1F:
        raise NotCanonical
    start, length = place + 2, head[1]
    if length & 0x80:
        count = length & 0x7F
        digits = data[start : start + count]
        length = int.from_bytes(digits, "big")
        if not 0 < count <= 3 or len(digits) < count or not digits[0] or length < 0x80:
            raise NotCanonical
        start += count
    if start + length > len(data):
        raise NotCanonical
    return Value(
        tag=head[0], inside=data[start : start + length], whole=data[place : start + length]
    )
