"""Static files served from memory in front of Quart: hashed names that never expire, compressed when first asked for.

{{ asset('app.css') }}  ->  /static/app.3f2a61c09d.css
"""

import gzip
import hashlib
import mimetypes
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any, NamedTuple

import brotli
from werkzeug.http import http_date

from web.http import request_heads
from web.http.envelope import REQUEST_ID
from web.representations.content_codings import best_coding
from web.representations.preconditions import coded_tag

Headers = list[tuple[bytes, bytes]]
COMPRESSIBLE = {".css", ".js", ".svg", ".json", ".html", ".map", ".txt", ".webmanifest"}
SMALLEST_COMPRESSED = 512  # bytes
OWN_FILE = re.compile(r"""url\(["']?((?!data:|/)[^"'()]+)["']?\)""")
ELSEWHERE = [(b"access-control-allow-origin", b"*"), (b"cross-origin-resource-policy", b"cross-origin")]
METHODS = ("GET", "HEAD")
FOREVER, ASK = b"public, max-age=31536000, immutable", b"no-cache"


class Variant(NamedTuple):
    """One coding of one file."""

    coding: str
    headers: Headers
    body: bytes


@dataclass
class File:
    """What one path answers. It is compressed when first asked for, so that a start does not wait for all files."""

    tag: str
    modified: str
    caching: bytes
    suffix: str
    raw: bytes
    more: Headers

    @cached_property
    def variants(self) -> list[Variant]:
        """Best compressed first, plain last."""
        return list(_variants(self))


class Assets:
    """The files below `root`, each under its hashed name and under its plain one.

    With an `asset_url` pages load them from there: a CDN that fetches them from this shop under the same paths.
    """

    def __init__(self, root: Path, asset_url: str = "", prefix: str = "/static/") -> None:
        self._asset_url, self._prefix = asset_url, prefix
        self._files: dict[str, File] = {}
        self._urls: dict[str, str] = {}
        files = [file for file in root.rglob("*") if file.is_file() and not file.name.startswith(".")]
        for file in sorted(files, key=lambda file: (file.suffix == ".css", file)):  # a style sheet names the others
            self._add(file, file.relative_to(root).as_posix())

    def url(self, name: str) -> str:
        """The hashed URL of a file; KeyError is a broken template, found by the tests."""
        return self._asset_url + self._urls[name]

    def wrap(self, inner: Any) -> Any:
        """An ASGI application that answers for these files and hands on all else."""

        async def application(scope: Any, receive: Any, send: Any) -> None:
            file = self._files.get(scope["path"]) if scope["type"] == "http" else None
            if file is None:
                await inner(scope, receive, send)
            else:
                await _answer(file, scope, send)

        return application

    def _add(self, file: Path, name: str) -> None:
        raw = file.read_bytes()
        if file.suffix == ".css":
            raw = OWN_FILE.sub(self._hashed, raw.decode()).encode()
        digest = hashlib.sha256(raw).hexdigest()[:10]
        stem, dot, suffix = name.rpartition(".")
        hashed = f"{stem}.{digest}.{suffix}" if dot else f"{name}.{digest}"
        tag, modified = f'"{digest}"', http_date(file.stat().st_mtime)
        more = ELSEWHERE if self._asset_url else []
        for path, caching in ((hashed, FOREVER), (name, ASK)):
            self._files[self._prefix + path] = File(tag, modified, caching, file.suffix, raw, more)
        self._urls[name] = self._prefix + hashed

    def _hashed(self, found: "re.Match[str]") -> str:
        """What a style sheet loads has a name that never expires, as all else."""
        return f"url({self._urls[found[1]]})"


def _variants(file: File) -> Iterator[Variant]:
    raw = file.raw
    kind = mimetypes.guess_type(f"file{file.suffix}")[0] or "application/octet-stream"
    if kind.startswith("text/") or kind.endswith(("javascript", "json")):
        kind += "; charset=utf-8"
    bodies = [("", raw)]
    if file.suffix in COMPRESSIBLE and len(raw) > SMALLEST_COMPRESSED:
        bodies = [("br", brotli.compress(raw, quality=9)), ("gzip", gzip.compress(raw, 9, mtime=0)), *bodies]
    for coding, body in bodies:
        headers = [
            (b"content-type", kind.encode()),
            (b"content-length", b"%d" % len(body)),
            (b"cache-control", file.caching),
            (b"etag", coded_tag(file.tag, coding).encode()),
            (b"last-modified", file.modified.encode()),
            (b"accept-ranges", b"bytes"),
            (b"vary", b"accept-encoding"),
            *file.more,
        ]
        yield Variant(coding, headers + [(b"content-encoding", coding.encode())] * bool(coding), body)


async def _answer(file: File, scope: Any, send: Any) -> None:
    """The whole file, in the best coding the client takes; conditions and ranges are the answer layer's."""
    if scope["method"] not in METHODS:
        await _tell_methods(204 if scope["method"] == "OPTIONS" else 405, scope, send)
        return
    accepted = b", ".join(value for name, value in scope["headers"] if name == b"accept-encoding").decode("latin-1")
    variants = {each.coding: each for each in file.variants}
    best = variants[best_coding(accepted, [coding for coding in variants if coding])]
    await send({"type": "http.response.start", "status": 200, "headers": best.headers})
    await send({"type": "http.response.body", "body": best.body, "more_body": False})


async def _tell_methods(status: int, scope: Any, send: Any) -> None:
    """What may be asked of a file: as an answer, or with a refusal."""
    body, headers = (b"", []) if status == 204 else request_heads.document(status, scope[REQUEST_ID])
    headers = [pair for pair in headers if pair[0] not in (b"allow", b"connection")]
    headers.append((b"allow", ", ".join([*METHODS, "OPTIONS"]).encode()))
    await send({"type": "http.response.start", "status": status, "headers": headers})
    await send({"type": "http.response.body", "body": body, "more_body": False})
