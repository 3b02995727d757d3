"""Dates and times as people in the room write them."""

import datetime as dt

_MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)


def day(date: dt.date | None) -> str:
    """Give ``14 March 1958``, or an empty text for None."""
    return f"{date.day} {_MONTHS[date.month - 1]} {date.year}" if date else ""


def clock(when: dt.datetime) -> str:
    """Give ``10:42`` in the zone that ``when`` carries."""
    return f"{when:%H:%M}"


def moment(when: dt.datetime) -> str:
    """Give ``24 November 2026, 10:42``."""
    return f"{day(when.date())}, {clock(when)}"


def moment_with_zone(when: dt.datetime) -> str:
    """Give ``24 November 2026, 10:42 (UTC+01:00)``; without the zone where it carries none."""
    zone = f"{when:%z}"
    return f"{moment(when)} (UTC{zone[:3]}:{zone[3:5]})" if zone else moment(when)
