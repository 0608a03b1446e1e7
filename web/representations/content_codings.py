"""Choosing and applying a content coding: br or gzip, by the quality values of Accept-Encoding (RFC 9110, 12.5.3)."""

import gzip
from collections.abc import Iterable

import brotli
from werkzeug.datastructures import Accept
from werkzeug.http import parse_accept_header

CODINGS = ("br", "gzip")  # ours, best first
IDENTITY = ""
SMALLEST_COMPRESSED = 1024  # bytes; less is not worth a header
BROTLI_QUALITY, GZIP_LEVEL = 4, 6  # of what is compressed for one answer
COMPRESSIBLE = ("text/html", "application/json", "application/problem+json")


def best_coding(accept_encoding: str, offered: Iterable[str] = CODINGS) -> str:
    """The offered coding that the client likes best; identity ("") if it likes none better.

    Among equals the first one offered wins. A client that refuses even identity gets it all the same, as the RFC
    recommends where nothing is acceptable.
    """
    accepted = parse_accept_header(accept_encoding, Accept)
    plain = accepted.quality("identity") if "identity" in accepted.values() else 0
    best, best_quality = IDENTITY, plain
    for coding in offered:
        quality = accepted.quality(coding)
        if quality > best_quality or (quality and quality == best_quality and best == IDENTITY):
            best, best_quality = coding, quality
    return best


def encoded(body: bytes, coding: str) -> bytes:
    """The body in this coding."""
    if coding == "br":
        return bytes(brotli.compress(body, quality=BROTLI_QUALITY, mode=brotli.MODE_TEXT))
    return gzip.compress(body, GZIP_LEVEL, mtime=0) if coding == "gzip" else body


def is_compressible(content_type: str) -> bool:
    """Whether bodies of this type become smaller."""
    return content_type.partition(";")[0].strip().lower() in COMPRESSIBLE
