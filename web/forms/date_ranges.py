"""Ranges of time as people and programs ask for them, on pages and over the API alike.

A date is a whole day of the shop and both ends are included; a time is exact, is the shop's unless it names its zone,
and is not included as an end.
"""

import time
from collections.abc import Callable
from datetime import timedelta
from typing import Annotated

from pydantic import AfterValidator
from pydantic_core import PydanticCustomError
from quart import request

from core import shop_time
from models.shared.errors import FieldError, Invalid

WORDS = "Write a date such as 2026-11-23, or a time such as 2026-11-23T10:00."


def _checked(text: str) -> str:
    try:
        shop_time.first_moment(text or "2026-11-23")
    except ValueError:
        raise PydanticCustomError("moment", "Write 2026-11-23 or 2026-11-23T10:00:00Z.") from None
    return text


DateOrTime = Annotated[str, AfterValidator(_checked)]


def begin_of(text: str, field: str = "since") -> int | None:
    """Where a range begins, in epoch milliseconds; None for an empty text. Raises Invalid for this field."""
    return _read(shop_time.first_moment, text, field)


def end_of(text: str, field: str = "until") -> int | None:
    """Where a range ends, itself excluded; None for an empty text. Raises Invalid for this field."""
    return _read(shop_time.end_moment, text, field)


def range_of(since: str, until: str) -> tuple[int | None, int | None]:
    """Both ends of a range that may be open. Raises Invalid that names each end that is no date."""
    ends: list[int | None] = []
    wrong: list[FieldError] = []
    for read, text in ((begin_of, since), (end_of, until)):
        try:
            ends.append(read(text))
        except Invalid as refusal:
            wrong += refusal.errors
    if wrong:
        raise Invalid(WORDS, errors=wrong)
    return ends[0], ends[1]


def asked_range() -> tuple[str, str]:
    """The ends of a range in the query of a page, as they were written."""
    return request.args.get("since", "").strip(), request.args.get("until", "").strip()


def span_of(since: str, until: str, *, days: int) -> tuple[int, int]:
    """The span between two ends; by default so many days, up to the end of today. Raises Invalid."""
    today = shop_time.day_of(int(time.time() * 1000))
    begin, end = range_of(since, until)
    if end is None:
        end = shop_time.start_of_day(today + timedelta(days=1))
    if begin is None:
        begin = shop_time.start_of_day(shop_time.day_of(end - 1) - timedelta(days=days - 1))
    return begin, end


def _read(reader: Callable[[str], int], text: str, field: str) -> int | None:
    if not text:
        return None
    try:
        return reader(text)
    except ValueError:
        raise Invalid.field(field, "date", WORDS) from None
