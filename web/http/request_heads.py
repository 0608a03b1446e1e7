"""What the head of a request has to be before anything else looks at it, and the answer to one that is not.

Method, target, Host, and the number and size of the headers are judged here, for every path: nothing behind it has to
be afraid of them.
"""

import ipaddress
import json
import re
from collections.abc import Sequence
from typing import Any, NamedTuple

METHODS = frozenset({"GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"})
LARGEST_HEAD = 16 * 1024  # bytes, request line and headers together
LARGEST_TARGET = 8 * 1024  # bytes
MOST_HEADERS = 100
SINGLE = frozenset({b"host", b"authorization", b"content-length", b"content-type", b"transfer-encoding"})
HOST = re.compile(rb"(?:(?P<name>[0-9A-Za-z_-]{1,63}(?:\.[0-9A-Za-z_-]{1,63})*)|\[(?P<ipv6>[0-9A-Fa-f:.]{2,45})\])"
                  rb"(?::(?P<port>[0-9]{0,5}))?")  # fmt: skip
LONGEST_NAME = 253  # characters of a host, as in the domain name system
HIGHEST_PORT = 65_535

Headers = Sequence[tuple[bytes, bytes]]


class Words(NamedTuple):
    """How a status is told."""

    title: str
    code: str
    detail: str


WORDS = {
    400: Words("Bad Request", "bad_request", "The request cannot be understood as HTTP."),
    405: Words("Method Not Allowed", "method_not_allowed", "This address does not take that kind of request."),
    408: Words("Request Timeout", "request_timeout", "The request took too long to arrive."),
    412: Words(
        "Precondition Failed", "precondition_failed", "It is not, or no longer, what the request's conditions say."
    ),
    414: Words("URI Too Long", "uri_too_long", f"An address has at most {LARGEST_TARGET:,} bytes."),
    415: Words(
        "Unsupported Media Type",
        "unsupported_media_type",
        "Send the body as it is: its content coding is not taken here.",
    ),
    416: Words(
        "Range Not Satisfiable",
        "range_not_satisfiable",
        "There are no such bytes; Content-Range says how many there are.",
    ),
    431: Words("Request Header Fields Too Large", "request_header_fields_too_large", "Send fewer or shorter headers."),
    500: Words("Internal Server Error", "internal_error", "Something went wrong on our side. It has been noted."),
}


def objection(scope: Any) -> int | None:
    """The status that refuses an ASGI request for its head; None for one that is in order."""
    headers: Headers = scope["headers"]
    target = len(scope.get("raw_path") or scope["path"]) + len(scope["query_string"])
    if too_large := objection_to_size(target, headers):
        return too_large
    if not scope["path"].startswith("/") or not _are_single(headers) or not _is_host(scope["http_version"], headers):
        return 400
    if scope["method"] not in METHODS:
        return 405
    return 415 if _is_coded(headers) else None


def objection_to_size(target: int, headers: Headers, largest_head: int = LARGEST_HEAD) -> int | None:
    """The status that refuses a target of so many bytes, or these headers; None if they are not too large."""
    if target > LARGEST_TARGET:
        return 414
    size = sum(len(name) + len(value) for name, value in headers)
    return 431 if len(headers) > MOST_HEADERS or target + size > largest_head else None


def is_meant_for_host(target: bytes, headers: Headers) -> bool:
    """Whether a target is a path, or an absolute URL of the same host that the Host header names (RFC 9112, 3.2.2).

    A fragment is no part of either: it stays with the client.
    """
    if b"#" in target:
        return False
    if target.startswith(b"/"):
        return True
    scheme, _, rest = target.partition(b"://")
    named = {value.lower() for name, value in headers if name == b"host"}
    return scheme.lower() in (b"http", b"https") and named == {rest.partition(b"/")[0].partition(b"?")[0].lower()}


def document(status: int, request_id: str) -> tuple[bytes, list[tuple[bytes, bytes]]]:
    """The problem document of this status, and the headers it is sent with; the connection ends behind it."""
    title, code, detail = WORDS[status]
    words = {"type": f"/problems/{code}", "title": title, "status": status, "detail": detail, "code": code}
    body = json.dumps({**words, "request_id": request_id, "errors": []}).encode()
    headers = [
        (b"content-type", b"application/problem+json"),
        (b"content-length", b"%d" % len(body)),
        (b"cache-control", b"no-store"),
        (b"connection", b"close"),
    ]
    if status == 405:
        headers.append((b"allow", ", ".join(sorted(METHODS)).encode()))
    if status == 415:
        headers.append((b"accept-encoding", b"identity"))
    return body, headers


def _are_single(headers: Headers) -> bool:
    names = [name.lower() for name, _ in headers]
    given = [name for name in names if name in SINGLE]
    return len(given) == len(set(given))


def _is_coded(headers: Headers) -> bool:
    """Whether there is a body in a content coding, which nothing here decodes (RFC 9110, 12.5.3 and 15.5.16)."""
    sizes = {value for name, value in headers if name.lower() in (b"content-length", b"transfer-encoding")}
    if not sizes - {b"0"}:
        return False
    named = b",".join(value for name, value in headers if name.lower() == b"content-encoding").lower().split(b",")
    return any(coding.strip() not in (b"", b"identity") for coding in named)


def _is_host(http_version: str, headers: Headers) -> bool:
    """Whether the Host header is there and can be one. An empty one is nobody's, which is for others to say."""
    values = [value for name, value in headers if name.lower() == b"host"]
    if not values:
        return http_version < "1.1"
    found = HOST.fullmatch(values[0])
    if found is None:
        return values[0] == b""
    return (
        len(found["name"] or b"") <= LONGEST_NAME
        and int(found["port"] or 0) <= HIGHEST_PORT
        and (found["ipv6"] is None or _is_ipv6(found["ipv6"].decode()))
    )


def _is_ipv6(text: str) -> bool:
    try:
        ipaddress.IPv6Address(text)
    except ValueError:
        return False
    return True
