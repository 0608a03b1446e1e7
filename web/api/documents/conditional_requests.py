"""What a client says it knows already (If-None-Match, If-Match), and how long it would wait for more (Prefer)."""

import hashlib
import json
import re
from typing import Any

from quart import request

LONGEST_WAIT_SECONDS = 30
TAG_LENGTH = 20
WAIT = re.compile(r'(?:^|[,;])\s*wait\s*=\s*"?(\d{1,9})"?\s*(?=$|[,;])', re.IGNORECASE)


def etag(version: int) -> str:
    """The entity tag of an order at this version, without its quotes."""
    return f"v{version}"


def has_condition() -> bool:
    """Whether the client said what it knows."""
    return "If-None-Match" in request.headers


def is_known(version: int) -> bool:
    """Whether one of the tags the client sent, weak or strong, is of this version (RFC 9110, section 13.1.2)."""
    return request.if_none_match.contains_weak(etag(version))


def preferred_wait_seconds() -> int | None:
    """How long the answer may be held, as `Prefer: wait=N` asks (RFC 7240); None when it does not."""
    found = WAIT.search(", ".join(request.headers.getlist("Prefer")))
    return min(int(found[1]), LONGEST_WAIT_SECONDS) if found else None


def tag_of(document: dict[str, Any], *versions: int) -> str:
    """An entity tag, without its quotes, that changes with these versions and with all that the document shows."""
    text = json.dumps([versions, document], sort_keys=True)
    return hashlib.sha256(text.encode()).hexdigest()[:TAG_LENGTH]


def has_moved_on(tag: str) -> bool:
    """Whether the client wants to change what had another tag than this (RFC 9110, section 13.1.1)."""
    return bool(request.if_match) and tag not in request.if_match
