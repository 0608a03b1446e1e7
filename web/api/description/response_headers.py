"""Descriptions of the API's headers."""

from typing import Any


def _asked(name: str, words: str, *, required: bool = False) -> dict[str, Any]:
    return {"name": name, "in": "header", "required": required, "schema": {"type": "string"}, "description": words}


def _answered(words: str) -> dict[str, Any]:
    return {"schema": {"type": "string"}, "description": words}


ASKED = {
    header["name"]: header
    for header in (
        _asked("Idempotency-Key", "1 to 255 visible ASCII characters; a repeat with the same key is the same request."),
        _asked("If-None-Match", "The entity tag that is known: 304 while it holds."),
        _asked("If-Match", "Change only what still has this entity tag."),
        _asked("Prefer", "`wait=N`: hold the answer for up to N (30) seconds, until there is news."),
        _asked("Last-Event-ID", "The sequence of the last event that is known."),
        _asked("X-Order-Token", "The access token of a guest's order."),
        _asked("X-Cart-Token", "The token of a guest's cart."),
    )
}
LIMITED = {
    "Retry-After": {"schema": {"type": "integer"}, "description": "Seconds until the limit lets a request through."},
    "RateLimit": _answered("What is left of the limit, and in how many seconds it is whole again."),
    "RateLimit-Policy": _answered("The limits that count for this request."),
}
BUSY = {"Retry-After": {"schema": {"type": "integer"}, "description": "Seconds after which to try again."}}
ANSWERED = {
    "ETag": _answered("Changes with every visible change."),
    "Location": _answered("Where the new thing is."),
    "Retry-After": _answered("Seconds until there may be news; while an order is undecided."),
    "Preference-Applied": _answered("The wait that was granted."),
    "Idempotency-Replayed": _answered("`true` when this answer was given before."),
}
