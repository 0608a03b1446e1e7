"""Times as programs read them, lengths in words, and spans that several packages share; all milliseconds in UTC."""

from datetime import UTC, datetime

DAY_MS = 24 * 3600 * 1000
WORKER_LOST_MS = 15_000  # three missed heartbeats; health, admin pages and estimates count the worker as lost


def iso(milliseconds: int) -> str:
    """A moment in ISO 8601 with milliseconds and `Z`."""
    return datetime.fromtimestamp(milliseconds / 1000, UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")


UNITS = ((86_400, "d"), (3_600, "h"), (60, "min"), (1, "s"))


def duration(seconds: float) -> str:
    """A length in its two largest units: 5 d 18 h, 3 h, 4 min 10 s, 0 s."""
    left = max(0, int(seconds))
    for place, (length, unit) in enumerate(UNITS):
        if left >= length or length == 1:
            whole, rest = divmod(left, length)
            if place + 1 == len(UNITS):
                return f"{whole} {unit}"
            finer_length, finer = UNITS[place + 1]
            part = rest // finer_length
            return f"{whole} {unit} {part} {finer}" if part else f"{whole} {unit}"
    raise AssertionError("seconds are the last unit")


def in_minutes(seconds: float) -> str:
    """The same to the full minute, so that a text with it stays the same for a while."""
    return duration(seconds // 60 * 60) if seconds >= 60 else "less than 1 min"
