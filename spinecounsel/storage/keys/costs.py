"""What one guess of a passphrase costs: measured on this machine, never below OWASP's floor.

Argon2id by RFC 9106.  The cost is kept beside what it protects, so that a vault opens on any other
machine that has the memory.
"""

import os
import time
from collections.abc import Callable
from functools import cache

import msgspec

from spinecounsel.frozen import Frozen

KEY_BYTES = 32
SALT_BYTES = 16


class Cost(Frozen, frozen=True, kw_only=True):
    """The price of one guess: passes, memory in KiB, lanes."""

    time_cost: int
    memory_kib: int
    lanes: int

    @property
    def work(self) -> int:
        """Memory times passes: what a guess costs somebody with many machines."""
        return self.time_cost * self.memory_kib


FLOOR = Cost(time_cost=2, memory_kib=19 * 1024, lanes=1)
AIM, LONGEST = 0.5, 1.0  # seconds
_MEMORIES = tuple(mib * 1024 for mib in (128, 64, 32, 19))
_FEWEST_PASSES, _MOST_PASSES = 2, 16
_MOST_LANES = 4
_LEAST = Cost(time_cost=1, memory_kib=8, lanes=1)


@cache
def cost_of_this_machine() -> Cost:
    """Give the cost at which one guess takes about half a second here; measured once."""
    return tuned(_measured, lanes=min(_MOST_LANES, os.cpu_count() or 1))


def tuned(seconds: Callable[[Cost], float], *, lanes: int) -> Cost:
    """Give the dearest cost that takes 0.3 to 1 s, or ``FLOOR`` where even that takes longer.

    Args:
        seconds: how long a guess of a cost takes; ``MemoryError`` where there is not enough.
        lanes: what can run at the same time.
    """
    for memory in _MEMORIES:
        trial = Cost(time_cost=_FEWEST_PASSES, memory_kib=memory, lanes=lanes)
        try:
            took = seconds(trial)
        except MemoryError:
            continue
        if took <= LONGEST:
            passes = round(_FEWEST_PASSES * AIM / max(took, 1e-6))
            passes = max(_FEWEST_PASSES, min(passes, _MOST_PASSES))
            return msgspec.structs.replace(trial, time_cost=passes)
    return FLOOR


def derived(secret: bytes, salt: bytes, cost: Cost) -> bytes:
    """Give the key that ``secret`` makes.

    Raises:
        MemoryError: this machine has not enough memory free for ``cost``.
    """
    from argon2.exceptions import HashingError
    from argon2.low_level import Type, hash_secret_raw

    try:
        return hash_secret_raw(
            secret,
            salt,
            time_cost=cost.time_cost,
            memory_cost=cost.memory_kib,
            parallelism=cost.lanes,
            hash_len=KEY_BYTES,
            type=Type.ID,
        )
    except HashingError:
        raise MemoryError from None


def _measured(cost: Cost) -> float:
    derived(b"", bytes(SALT_BYTES), _LEAST)  # loads the library
    took = _once(cost)
    return min(took, _once(cost)) if took > LONGEST else took  # it may have been busy


def _once(cost: Cost) -> float:
    begun = time.perf_counter()
    derived(b"a passphrase", bytes(SALT_BYTES), cost)
    return time.perf_counter() - begun
