"""The time with an option, from getting ready to the checks years later, in parts."""

from enum import StrEnum


class Station(StrEnum):
    """A part of the time with an option, in the order in which people live through it."""

    READY = "ready"
    VISITS = "visits"
    HOSPITAL = "hospital"
    PAIN = "pain"
    RECOVERY = "recovery"
    DAILY = "daily"
    CHECKS = "checks"


STATION_OF = {
    "preparation": Station.READY,
    "visits-and-time": Station.VISITS,
    "hospital-and-recovery": Station.HOSPITAL,
    "daily-life": Station.DAILY,
    "follow-up": Station.CHECKS,
}
"""The part of the time with an option that facts of a kind tell of, unless they say otherwise."""
