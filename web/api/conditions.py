"""What a client says it knows of an order already (If-None-Match), and how long it would wait for more (Prefer)."""

import re

from quart import request

LONGEST_WAIT_SECONDS = 30
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


def version_named(letter: str) -> int | None:
    """The version that `If-Match` asks for, in a tag made of `letter` and a number; None without one.

    A tag that cannot be ours names version 0, which nothing has.
    """
    if not request.if_match or request.if_match.star_tag:
        return None
    tags = [tag.removeprefix(letter) for tag in request.if_match.as_set()]
    numbers = [int(tag) for tag in tags if tag.isascii() and tag.isdigit() and len(tag) < 10]
    return numbers[0] if len(numbers) == 1 else 0
