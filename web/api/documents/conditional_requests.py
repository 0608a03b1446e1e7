"""Conditional requests (If-None-Match, If-Match) and waiting for changes (Prefer: wait)."""

import hashlib
import inspect
import json
import re
from typing import Any, cast

from quart import Response, current_app, request
from werkzeug.exceptions import HTTPException

from models.shared.errors import VersionConflict
from web.representations import preconditions

LONGEST_WAIT_SECONDS = 30
TAG_LENGTH = 20
CHANGES = ("PATCH", "PUT", "DELETE")
WAIT = re.compile(r'(?:^|[,;])\s*wait\s*=\s*"?(\d{1,9})"?\s*(?=$|[,;])', re.IGNORECASE)


def etag(version: int) -> str:
    """The entity tag of an order at this version.

    It is weak: the place in the queue and the estimate, which change within a version, are no news.
    """
    return f'W/"v{version}"'


def has_condition() -> bool:
    """Whether the request has If-None-Match and no condition that comes before it (RFC 9110, section 13.2.2)."""
    return "If-None-Match" in request.headers and "If-Match" not in request.headers


def is_known(version: int) -> bool:
    """Whether If-None-Match contains the tag of this version, weak or strong (RFC 9110, section 13.1.2)."""
    return preconditions.matches(header("If-None-Match"), etag(version))


def header(name: str) -> str:
    """All values of a header of the request; empty without one."""
    return ", ".join(request.headers.getlist(name))


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
    return preconditions.excludes(header("If-Match"), f'"{tag}"')


async def require_preconditions() -> None:
    """Before a change or a deletion: what is read at the same address has to be what the request's conditions say.

    Raises VersionConflict. A resource with versions checks once more where it writes.
    """
    if request.method not in CHANGES or not any(name in request.headers for name in preconditions.NAMES):
        return
    read = await _as_read()
    tag = read.headers.get("ETag") or preconditions.tag_of_body(await read.get_data(as_text=False))
    asked = {name: header(name) for name in preconditions.NAMES}
    if preconditions.refusal_of(asked, tag=tag, modified="", is_read=False) is not None:
        raise VersionConflict("It is not, or no longer, what the request's conditions say.")


async def _as_read() -> Response:
    """The answer to a GET of the same address, for the same caller."""
    try:
        endpoint, values = current_app.url_map.bind("localhost").match(request.path, method="GET")
    except HTTPException:  # it cannot be read, so it has no representation
        return Response("")
    view: Any = inspect.unwrap(current_app.view_functions[endpoint])  # without its gate: a change may do more
    read: Any = await current_app.make_response(await view(**values))
    return cast(Response, read)
