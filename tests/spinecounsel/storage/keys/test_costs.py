import pytest

from spinecounsel.storage.keys.costs import AIM, FLOOR, LONGEST, Cost, cost_of_this_machine, tuned


def machine(speed, *, memory=10**9):
    """A machine that does so many KiB a second, and has so much memory."""

    def seconds(cost):
        if cost.memory_kib > memory:
            raise MemoryError
        return cost.work / speed

    return seconds


@pytest.mark.parametrize("speed", [40_000, 100_000, 400_000, 1_000_000, 4_000_000])
def test_a_guess_takes_between_a_third_of_a_second_and_one(speed):
    seconds = machine(speed)
    cost = tuned(seconds, lanes=2)
    assert 0.3 <= seconds(cost) <= LONGEST
    assert cost.work >= FLOOR.work


def test_a_fast_machine_pays_with_memory_first():
    assert tuned(machine(2_000_000), lanes=4) == Cost(time_cost=8, memory_kib=131072, lanes=4)


def test_a_very_slow_machine_keeps_to_the_floor():
    assert tuned(machine(1_000), lanes=2) == FLOOR
    assert (FLOOR.memory_kib, FLOOR.time_cost, FLOOR.lanes) == (19 * 1024, 2, 1)


def test_a_machine_with_little_memory_pays_with_time():
    cost = tuned(machine(400_000, memory=40_000), lanes=2)
    assert cost.memory_kib == 32 * 1024
    assert cost.work == pytest.approx(400_000 * AIM, rel=0.1)
    assert tuned(machine(400_000, memory=10), lanes=2) == FLOOR


def test_it_is_measured_once():
    assert cost_of_this_machine() is cost_of_this_machine()
