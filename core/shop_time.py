"""The shop's time zone: where its days begin and end, and times in words for people.

What is stored and what programs are told stays in UTC; here times are epoch milliseconds. Each process sets the zone
once, at its start.
"""

import functools
import zoneinfo
from datetime import UTC, date, datetime, timedelta, tzinfo
from datetime import time as clock_time

OLDEST, LATEST = 2000, 2200  # the years a date can be in
NOT_PLACES = {"Factory", "localtime", "posixrules"}  # files beside the zones that name none
EPOCH = date(1970, 1, 1)


class _Shop:
    zone: tzinfo = UTC
    zone_name = "UTC"


def time_zone(text: str) -> str:
    """The name of a zone in the IANA database. Raises ValueError with what is expected."""
    if text not in _zone_names():
        raise ValueError(f"must be a time zone of the IANA database such as Europe/Berlin, not {text!r}")
    return text


def set_time_zone(name: str) -> None:
    """Make this the shop's zone in this process; the name has been checked by `time_zone`."""
    _Shop.zone, _Shop.zone_name = zoneinfo.ZoneInfo(name), name


def zone_name() -> str:
    """The shop's zone by its name in the IANA database."""
    return _Shop.zone_name


def local(milliseconds: int) -> datetime:
    """The time on the shop's clock."""
    return datetime.fromtimestamp(milliseconds / 1000, _Shop.zone)


def day_of(milliseconds: int) -> date:
    """The shop's day in which this time lies."""
    return local(milliseconds).date()


def start_of_day(day: date) -> int:
    """The first moment of a day: later than midnight where the clock skips it, and the first of two midnights."""
    return _milliseconds(datetime.combine(day, clock_time(), _Shop.zone))


def offset_at(milliseconds: int) -> int:
    """How far the shop's clock is ahead of UTC at this time, in milliseconds."""
    ahead = local(milliseconds).utcoffset()
    return int((ahead or timedelta()).total_seconds() * 1000)


def first_moment(text: str) -> int:
    """Where a range begins that is said to begin at this date or time; a time without a zone is the shop's.

    Raises ValueError.
    """
    return _read(text, whole_days=0)


def end_moment(text: str) -> int:
    """Where a range ends, itself excluded: at the end of a date, or at a time. Raises ValueError."""
    return _read(text, whole_days=1)


def moment(milliseconds: int) -> str:
    """A time for people: 23 Nov 2026, 06:28:07 CET."""
    at = local(milliseconds)
    return f"{at.day} {at:%b %Y, %H:%M:%S} {abbreviation(at)}"


def moment_in_mail(milliseconds: int) -> str:
    """A time for readers of mail: 23 November 2026, 06:28 CET."""
    at = local(milliseconds)
    return f"{at.day} {at:%B %Y, %H:%M} {abbreviation(at)}"


def day_in_words(milliseconds: int) -> str:
    """The shop's day of this time for people: 23 Nov 2026."""
    at = local(milliseconds)
    return f"{at.day} {at:%b %Y}"


def abbreviation(at: datetime) -> str:
    """CET or CEST; UTC-03 for a zone whose time has no name of its own."""
    name = at.tzname() or "UTC"
    return f"UTC{name}" if name[0] in "+-" else name


def _read(text: str, *, whole_days: int) -> int:
    try:
        day = date.fromisoformat(text)
    except ValueError:
        at = datetime.fromisoformat(text)
        _require_year(at.year)
        return _milliseconds(at if at.tzinfo else at.replace(tzinfo=_Shop.zone))
    _require_year(day.year)
    return start_of_day(day + timedelta(days=whole_days))


def _require_year(year: int) -> None:
    if not OLDEST <= year <= LATEST:
        raise ValueError(f"a year from {OLDEST} to {LATEST}")


def _milliseconds(at: datetime) -> int:
    return round(at.timestamp() * 1000)


@functools.cache
def _zone_names() -> frozenset[str]:
    return frozenset(zoneinfo.available_timezones() - NOT_PLACES)
