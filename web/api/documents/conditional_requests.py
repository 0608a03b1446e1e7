"""Conditional requests (If-None-Match, If-Match) and waiting for changes (Prefer: wait)."""

import hashlib
import json
import re
from typing import Any

from quart import request

LONGEST_WAIT_SECONDS = 30
TAG_LENGTH = 20
WAIT = re.compile(r'(?:^|[,;])\s*wait\s*=\s*"?(\d{1,9})"?\s*(?=$|[,;])', re.IGNORECASE)


def etag(version: int) -> str:
    """The entity tag of an order at this version, without quotes."""
    return f"v{version}"


def has_condition() -> bool:
    """Whether the request has If-None-Match."""
    return "If-None-Match" in request.headers


def is_known(version: int) -> bool:
    """Whether If-None-Match contains the tag of this version, weak or strong (RFC 9110, section 13.1.2)."""
    return request.if_none_match.contains_weak(etag(version))


def preferred_wait_seconds() -> int | None:
    """The seconds of `Prefer: wait=N` (RFC 7240); None without it."""
    found = WAIT.search(", ".join(request.headers.getlist("Prefer")))
    return min(int(found[1]), LONGEST_WAIT_SECONDS) if found else None


def tag_of(document: dict[str, Any], *versions: int) -> str:
    """An entity tag, without quotes, that changes with these versions and with the document's content."""
    text = json.dumps([versions, document], sort_keys=True)
    return hashlib.sha256(text.encode()).hexdigest()[:TAG_LENGTH]


def has_moved_on(tag: str) -> bool:
    """Whether If-Match excludes this tag (RFC 9110, section 13.1.1)."""
    return bool(request.if_match) and tag not in request.if_match
