"""Equal warnings are limited and counted; different ones, and what is no warning, never."""

import logging

import pytest

from telemetry import repeated_lines
from telemetry.repeated_lines import MOST, RepeatLimit


def _written(limit: RepeatLimit, level: int, *messages: str) -> list[str]:
    records = [logging.LogRecord("shop", level, "", 0, message, (), None) for message in messages]
    return [record.getMessage() for record in records if limit.filter(record)]


def test_a_flood_of_equal_warnings_is_a_few_lines() -> None:
    written = _written(RepeatLimit(), logging.WARNING, *["no file descriptors"] * 10_000)
    assert len(written) == MOST
    assert written[-1] == "no file descriptors (equal lines are counted from now on)"


def test_the_next_line_after_the_span_says_how_many_there_were(monkeypatch: pytest.MonkeyPatch) -> None:
    limit = RepeatLimit()
    _written(limit, logging.ERROR, *["no file descriptors"] * 1_005)
    monkeypatch.setattr(repeated_lines, "SPAN_SECONDS", 0.0)
    assert _written(limit, logging.ERROR, "no file descriptors") == [
        "no file descriptors (and 1,000 equal lines before)"
    ]


def test_warnings_that_differ_are_all_written() -> None:
    messages = [f"job {number} failed" for number in range(100)]
    assert _written(RepeatLimit(), logging.WARNING, *messages) == messages


def test_what_is_no_warning_is_written_however_often() -> None:
    assert len(_written(RepeatLimit(), logging.INFO, *["GET / 200"] * 100)) == 100
