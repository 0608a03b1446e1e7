"""Thirty seconds for each request: whoever waits longer for a handler is told so, and the handler is cut.

The time runs from the first gate to the finished answer. A stream that has begun has limits of its own.
"""

from quart import g

SECONDS = 30.0
WORDS = "The shop could not finish this in time. Please look whether it was done before you try again."


def allow_more(seconds: float) -> None:
    """Give the request being answered this much on top, because its client asked to wait."""
    limit = g.time_limit
    limit.reschedule(limit.when() + seconds)
