"""The hours, days, weeks and months of a report: the shop's own, whatever its clock does in between."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from core import shop_time

HOUR_MS, DAY_MS = 3_600_000, 86_400_000
WEEK_DAYS = 7
WIDTHS = ("hour", "day", "week", "month")


@dataclass(frozen=True, slots=True)
class Slots:
    """All slots of a span. `number` is SQL for the number of the slot of a time, the first being 0; `?` is the time.

    The first and the last may reach beyond the span, which cuts them off: weeks begin on Mondays.
    """

    starts: list[int]
    number: str

    def of(self, column: str) -> str:
        """The number of the slot of this column's time, as SQL."""
        return self.number.replace("?", column)


def slots_of(since: int, until: int, width: str) -> Slots:
    """The slots of a span (epoch milliseconds, `until` exclusive and later) of a width of `WIDTHS`."""
    if width == "hour":
        first = since - (since + shop_time.offset_at(since)) % HOUR_MS
        return Slots(list(range(first, until, HOUR_MS)), f"(? - {first}) / {HOUR_MS}")
    first_day, last_day = shop_time.day_of(since), shop_time.day_of(until - 1)
    if width == "month":
        starts = [shop_time.start_of_day(day) for day in _months(first_day, last_day)]
        steps = " ".join(f"WHEN ? < {start} THEN {place}" for place, start in enumerate(starts[1:]))
        return Slots(starts, f"CASE {steps} ELSE {len(starts) - 1} END" if steps else "? * 0")
    days = 1
    if width == "week":
        first_day, days = first_day - timedelta(days=first_day.weekday()), WEEK_DAYS
    count = ((last_day - first_day).days) // days + 1
    starts = [shop_time.start_of_day(first_day + timedelta(days=place * days)) for place in range(count)]
    behind = (first_day - shop_time.EPOCH).days * DAY_MS
    return Slots(starts, f"(? + {_offset(since, until)} - {behind}) / {DAY_MS * days}")


def days_in(since: int, until: int) -> int:
    """How many of the shop's days a span touches."""
    return (shop_time.day_of(until - 1) - shop_time.day_of(since)).days + 1


def span_before(since: int, until: int) -> tuple[int, int]:
    """The span of as many days that ends where this one begins."""
    first = shop_time.day_of(since) - timedelta(days=days_in(since, until))
    return shop_time.start_of_day(first), since


def _months(first: date, last: date) -> Iterator[date]:
    month = first.replace(day=1)
    while month <= last:
        yield month
        month = (month + timedelta(days=31)).replace(day=1)


def _offset(since: int, until: int) -> str:
    """SQL for how far the shop's clock is ahead of UTC at a time of the span: it changes twice a year, or never."""
    changes = list(_changes(since, until))
    steps = " ".join(f"WHEN ? < {at} THEN {before}" for at, before in changes)
    last = shop_time.offset_at(until)
    return f"CASE {steps} ELSE {last} END" if steps else f"({last})"


def _changes(since: int, until: int) -> Iterator[tuple[int, int]]:
    """When the clock was changed, with its offset before."""
    for at in range(since, until, DAY_MS):
        low, high = at, min(at + DAY_MS, until)
        before = shop_time.offset_at(low)
        if before == shop_time.offset_at(high):
            continue
        while high - low > 1:
            middle = (low + high) // 2
            low, high = (middle, high) if shop_time.offset_at(middle) == before else (low, middle)
        yield high, before
