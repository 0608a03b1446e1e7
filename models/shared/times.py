"""Times as programs read them, and the spans that several packages share. All are milliseconds since 1970 in UTC."""

from datetime import UTC, datetime

DAY_MS = 24 * 3600 * 1000
WORKER_LOST_MS = 15_000  # three missed heartbeats; health, admin pages and estimates count the worker as lost


def iso(milliseconds: int) -> str:
    """A moment in ISO 8601 with milliseconds and `Z`."""
    return datetime.fromtimestamp(milliseconds / 1000, UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")
