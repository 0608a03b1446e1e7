"""The kind of a request: for a page for people, or for a document for programs."""

import re

from quart import has_request_context, request

PROBES = ("/livez", "/readyz")
POLL = re.compile(r"/orders/(\w+)/status")
BY_HEADER = re.compile(r"/(api|metrics|ops)(/|$)")


def is_for_programs() -> bool:
    """Whether the caller names itself in the Authorization header and is answered with problem documents."""
    return has_request_context() and (request.path in PROBES or BY_HEADER.match(request.path) is not None)


def asks_by_itself() -> bool:
    """Whether an open page asks again on its own, with nobody at the keys."""
    is_poll = request.path.startswith("/admin") or POLL.fullmatch(request.path) is not None
    return request.method == "GET" and is_from_htmx() and is_poll


def polled_order() -> str | None:
    """The id of the order whose open page asks whether anything has changed."""
    found = POLL.fullmatch(request.path) if "v" in request.args else None
    return found[1] if found else None


def is_from_htmx() -> bool:
    """Whether the answer will be swapped into a page."""
    return request.headers.get("HX-Request") == "true"
