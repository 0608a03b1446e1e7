"""Byte ranges (RFC 9110, section 14): which parts of a body are asked for, and the answer that has them."""

import re
import secrets
from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

UNIT = re.compile(r"\s{0,9}bytes\s{0,9}=", re.IGNORECASE)
ONE = re.compile(r"(\d{0,18})-(\d{0,18})")
MOST_RANGES = 8  # a request with more, or with overlapping ones, gets the whole body


class Span(NamedTuple):
    """Bytes from `start` to before `end`."""

    start: int
    end: int


class Part(NamedTuple):
    """The body of a 206 and the header that describes it."""

    body: bytes
    header: tuple[str, str]


def ranges_in(header: str, length: int) -> list[Span] | None:
    """The satisfiable ranges of a body of so many bytes; [] means 416, None that the header is to be ignored."""
    unit = UNIT.match(header)
    if unit is None:
        return None
    spans = []
    specs = [spec.strip() for spec in header[unit.end() :].split(",")]
    for spec in filter(None, specs):
        found = ONE.fullmatch(spec)
        if found is None or not (found[1] or found[2]) or (found[1] and found[2] and int(found[1]) > int(found[2])):
            return None
        spans.append(_span(found[1], found[2], length))
    if not spans or len(spans) > MOST_RANGES:
        return None
    kept = [span for span in spans if span.start < span.end]
    return kept if not _overlap(kept) else None


def partial(body: bytes, spans: Sequence[Span], content_type: str) -> Part:
    """The body and the header of the 206 with these ranges: one plain, several as multipart/byteranges."""
    if len(spans) == 1:
        [span] = spans
        return Part(body[span.start : span.end], ("Content-Range", _content_range(span, len(body))))
    boundary = secrets.token_hex(12)
    pieces = []
    for span in spans:
        head = (
            f"--{boundary}\r\nContent-Type: {content_type}\r\nContent-Range: {_content_range(span, len(body))}\r\n\r\n"
        )
        pieces += [head.encode("latin-1"), body[span.start : span.end], b"\r\n"]
    pieces.append(f"--{boundary}--\r\n".encode())
    return Part(b"".join(pieces), ("Content-Type", f"multipart/byteranges; boundary={boundary}"))


def _span(first: str, last: str, length: int) -> Span:
    if not first:  # the last so many bytes
        return Span(max(0, length - int(last)), length)
    return Span(int(first), min(int(last) + 1, length) if last else length)


def _overlap(spans: Sequence[Span]) -> bool:
    ordered = sorted(spans)
    return any(after.start < before.end for before, after in pairwise(ordered))


def _content_range(span: Span, length: int) -> str:
    return f"bytes {span.start}-{span.end - 1}/{length}"
