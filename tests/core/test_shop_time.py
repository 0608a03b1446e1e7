"""The shop's own time: days as long as its clock makes them, and times in words."""

import sqlite3
from collections.abc import Iterator
from datetime import UTC, date, datetime

import pytest

from core import shop_time
from models.reports.report_slots import DAY_MS, HOUR_MS, days_in, slots_of, span_before


@pytest.fixture(autouse=True)
def utc_again() -> Iterator[None]:
    yield
    shop_time.set_time_zone("UTC")


def at(*parts: int) -> int:
    """A time in UTC."""
    return int(datetime(*parts, tzinfo=UTC).timestamp() * 1000)  # type: ignore[misc,arg-type]


@pytest.mark.parametrize(
    "name", ["Mars/Base", "", "../etc/passwd", "Europe", "europe/berlin", "localtime", "UTC+1", "/"]
)
def test_what_is_no_time_zone_is_refused(name: str) -> None:
    with pytest.raises(ValueError, match="Europe/Berlin"):
        shop_time.time_zone(name)


def test_a_night_in_berlin_belongs_to_its_own_day() -> None:
    shop_time.set_time_zone("Europe/Berlin")
    assert shop_time.day_of(at(2026, 11, 22, 23, 30)) == date(2026, 11, 23)
    assert shop_time.start_of_day(date(2026, 7, 1)) == at(2026, 6, 30, 22)


@pytest.mark.parametrize(
    ("zone", "moment", "words"),
    [
        ("UTC", at(2026, 11, 3, 5, 28, 7), "3 Nov 2026, 05:28:07 UTC"),
        ("Europe/Berlin", at(2026, 7, 1, 22, 0), "2 Jul 2026, 00:00:00 CEST"),
        ("Europe/Berlin", at(2026, 12, 1, 22, 0), "1 Dec 2026, 23:00:00 CET"),
        ("America/New_York", at(2026, 11, 3, 5, 0), "3 Nov 2026, 00:00:00 EST"),
        ("America/Sao_Paulo", at(2026, 11, 3, 5, 0), "3 Nov 2026, 02:00:00 UTC-03"),
        ("Asia/Kathmandu", at(2026, 11, 3, 5, 0), "3 Nov 2026, 10:45:00 UTC+0545"),
    ],
)
def test_times_are_told_with_their_zone(zone: str, moment: int, words: str) -> None:
    shop_time.set_time_zone(zone)
    assert shop_time.moment(moment) == words


@pytest.mark.parametrize(
    ("zone", "day", "hours"),
    [
        ("Europe/Berlin", date(2026, 3, 29), 23),
        ("Europe/Berlin", date(2026, 10, 25), 25),
        ("America/Havana", date(2026, 3, 8), 23),  # where the clock skips midnight itself
        ("America/Havana", date(2026, 11, 1), 25),  # and where it strikes midnight twice
        ("Australia/Lord_Howe", date(2026, 10, 4), 23.5),
        ("UTC", date(2026, 3, 29), 24),
    ],
)
def test_a_date_as_a_range_is_as_long_as_the_clock_makes_it(zone: str, day: date, hours: float) -> None:
    shop_time.set_time_zone(zone)
    begin, end = shop_time.first_moment(day.isoformat()), shop_time.end_moment(day.isoformat())
    assert (end - begin) / HOUR_MS == hours
    assert {shop_time.day_of(begin), shop_time.day_of(end - 1)} == {day}
    assert shop_time.day_of(begin - 1) < day < shop_time.day_of(end)


def test_a_time_is_the_shops_unless_it_names_its_zone() -> None:
    shop_time.set_time_zone("Europe/Berlin")
    assert shop_time.first_moment("2026-11-20T10:00") == at(2026, 11, 20, 9)
    assert shop_time.end_moment("2026-11-20T10:00Z") == at(2026, 11, 20, 10)


@pytest.mark.parametrize(
    "text", ["yesterday", "2026-13-01", "1999-12-31", "2201-01-01", "0001-01-01", "9999-12-31T23:00"]
)
def test_what_is_no_date_is_refused(text: str) -> None:
    for reader in (shop_time.first_moment, shop_time.end_moment):
        with pytest.raises(ValueError, match=r".+"):
            reader(text)


def number(sql: str, moment: int) -> int:
    """What the database would make of the expression."""
    return int(sqlite3.connect(":memory:").execute(f"SELECT {sql.replace('x', str(moment))}").fetchone()[0])


@pytest.mark.parametrize(
    "zone", ["UTC", "Europe/Berlin", "America/Havana", "Australia/Lord_Howe", "Pacific/Kiritimati"]
)
@pytest.mark.parametrize("width", ["hour", "day", "week", "month"])
def test_every_time_falls_into_the_slot_of_its_day(zone: str, width: str) -> None:
    shop_time.set_time_zone(zone)
    for first, last in ((date(2026, 3, 6), date(2026, 4, 5)), (date(2026, 10, 2), date(2026, 11, 1))):
        since, until = shop_time.start_of_day(first), shop_time.end_moment(last.isoformat())
        slots = slots_of(since, until, width)
        assert slots.starts == sorted(set(slots.starts))
        for moment in range(since, until, 5 * HOUR_MS + 1_234_567):
            found = number(slots.of("x"), moment)
            following = [*slots.starts, until][found + 1]
            assert slots.starts[found] <= moment < following


def test_weeks_begin_on_mondays_and_months_on_their_first() -> None:
    shop_time.set_time_zone("Europe/Berlin")
    since, until = shop_time.first_moment("2026-10-20"), shop_time.end_moment("2026-12-01")
    weeks = [shop_time.day_of(start) for start in slots_of(since, until, "week").starts]
    assert (weeks[0], weeks[-1], {day.weekday() for day in weeks}) == (date(2026, 10, 19), date(2026, 11, 30), {0})
    months = [shop_time.day_of(start) for start in slots_of(since, until, "month").starts]
    assert months == [date(2026, 10, 1), date(2026, 11, 1), date(2026, 12, 1)]


def test_the_span_before_has_as_many_days() -> None:
    shop_time.set_time_zone("Europe/Berlin")
    since, until = shop_time.first_moment("2026-10-25"), shop_time.end_moment("2026-10-31")
    before = span_before(since, until)
    assert before[1] == since
    assert days_in(*before) == days_in(since, until) == 7
    assert until - since == 7 * DAY_MS + HOUR_MS
