"""Conditional requests: which preconditions hold for an entity tag, in the order of RFC 9110, section 13.2.2."""

import hashlib
import re
from collections.abc import Mapping
from datetime import datetime
from typing import NamedTuple

from werkzeug.http import parse_date

from web.representations.content_codings import CODINGS

TAG = re.compile(r'(W/)?"([\x21\x23-\x7e\x80-\xff]*)"')
TAG_LENGTH = 20  # hexadecimal digits
DATE = re.compile(r"[A-Z][a-z]{2,8}, [0-9]{2}[ -][A-Z][a-z]{2}[ -][0-9]{2,4} [0-9:]{8} GMT"
                  r"|[A-Z][a-z]{2} [A-Z][a-z]{2} [0-9 ][0-9] [0-9:]{8} [0-9]{4}")  # fmt: skip
NAMES = ("If-Match", "If-None-Match", "If-Modified-Since", "If-Unmodified-Since")


class EntityTag(NamedTuple):
    """An entity tag without its quotes."""

    opaque: str
    is_weak: bool = False


def tag_of_body(body: bytes) -> str:
    """The strong entity tag of these bytes, with quotes."""
    return f'"{hashlib.sha256(body).hexdigest()[:TAG_LENGTH]}"'


def tags_in(header: str) -> list[EntityTag]:
    """The entity tags of a header; what is not one is left out."""
    return [EntityTag(opaque, bool(weak)) for weak, opaque in TAG.findall(header)]


def coded_tag(tag: str, coding: str) -> str:
    """The tag of the same content in another coding: a strong one has to differ (RFC 9110, 8.8.3.3)."""
    return tag if not coding or tag.startswith("W/") else f'{tag[:-1]}-{coding}"'


def matches(header: str, tag: str) -> bool:
    """Whether If-None-Match contains the tag, weak or strong."""
    if header.strip() == "*":
        return True
    return any(given.opaque == own.opaque for own in tags_in(tag) for given in tags_in(header))


def matches_strongly(header: str, tag: str) -> bool:
    """Whether If-Match or If-Range contains the tag, and both are strong."""
    if header.strip() == "*":
        return True
    return any(given == own and not own.is_weak for own in tags_in(tag) for given in tags_in(header))


def excludes(if_match: str, tag: str) -> bool:
    """Whether If-Match forbids to change what has this tag, in whatever coding it was read."""
    return bool(if_match) and not any(matches_strongly(if_match, coded_tag(tag, coding)) for coding in ("", *CODINGS))


def refusal_of(headers: Mapping[str, str], *, tag: str, modified: str, is_read: bool) -> int | None:
    """304 or 412 if a precondition fails for the selected representation; None if all hold.

    Args:
        headers: the request's, by the names of NAMES; several of one name are joined by commas.
        tag, modified: ETag and Last-Modified of the representation; empty without one.
        is_read: whether the method is GET or HEAD.
    """
    changed_at = _date(modified)
    if if_match := headers.get("If-Match", ""):
        holds = matches_strongly(if_match, tag) if is_read else not excludes(if_match, tag)
        if not holds:
            return 412
    elif _is_after(changed_at, headers.get("If-Unmodified-Since", "")):
        return 412
    if if_none_match := headers.get("If-None-Match", ""):
        if matches(if_none_match, tag):
            return 304 if is_read else 412
    elif is_read and (since := _date(headers.get("If-Modified-Since", ""))) and changed_at and changed_at <= since:
        return 304
    return None


def _date(header: str) -> datetime | None:
    """The date in one of the three forms there are; what is none, or two, is to be ignored (RFC 9110, 13.1.3)."""
    return parse_date(header) if DATE.fullmatch(header) else None


def _is_after(changed_at: datetime | None, header: str) -> bool:
    since = _date(header)
    return since is not None and changed_at is not None and changed_at > since
