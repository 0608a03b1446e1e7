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

Headers = list[tuple[bytes, bytes]]
COMPRESSIBLE = {".css", ".js", ".svg", ".json", ".html", ".map", ".txt", ".webmanifest"}
SMALLEST_COMPRESSED = 512  # bytes
OWN_FILE = re.compile(r"""url\(["']?((?!data:|/)[^"'()]+)["']?\)""")
ELSEWHERE = [(b"access-control-allow-origin", b"*"), (b"cross-origin-resource-policy", b"cross-origin")]
FOREVER, ASK = b"public, max-age=31536000, immutable", b"no-cache"


class Variant(NamedTuple):
    """One encoding of one file."""

    encoding: bytes
    headers: Headers
    body: bytes


@dataclass
class File:
    """What one path answers. It is compressed when first asked for, so that a start does not wait for all files."""

    tag: bytes
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
            if file is None or scope["method"] not in ("GET", "HEAD"):
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
        tag = f'"{digest}"'.encode()
        more = ELSEWHERE if self._asset_url else []
        for path, caching in ((hashed, FOREVER), (name, ASK)):
            self._files[self._prefix + path] = File(tag, caching, file.suffix, raw, more)
        self._urls[name] = self._prefix + hashed

    def _hashed(self, found: "re.Match[str]") -> str:
        """What a style sheet loads has a name that never expires, as all else."""
        return f"url({self._urls[found[1]]})"


def _variants(file: File) -> Iterator[Variant]:
    raw = file.raw
    kind = mimetypes.guess_type(f"file{file.suffix}")[0] or "application/octet-stream"
    if kind.startswith("text/") or kind.endswith(("javascript", "json")):
        kind += "; charset=utf-8"
    bodies = [(b"", raw)]
    if file.suffix in COMPRESSIBLE and len(raw) > SMALLEST_COMPRESSED:
        bodies = [(b"br", brotli.compress(raw, quality=9)), (b"gzip", gzip.compress(raw, 9, mtime=0)), *bodies]
    for encoding, body in bodies:
        headers = [
            (b"content-type", kind.encode()),
            (b"content-length", b"%d" % len(body)),
            (b"cache-control", file.caching),
            (b"etag", file.tag),
            (b"vary", b"accept-encoding"),
            *file.more,
        ]
        yield Variant(encoding, headers + [(b"content-encoding", encoding)] * bool(encoding), body)


async def _answer(file: File, scope: Any, send: Any) -> None:
    asked = dict(scope["headers"])
    if file.tag in asked.get(b"if-none-match", b""):
        headers = [(b"etag", file.tag), (b"cache-control", file.caching)]
        await send({"type": "http.response.start", "status": 304, "headers": headers})
        await send({"type": "http.response.body", "body": b"", "more_body": False})
        return
    accepted = asked.get(b"accept-encoding", b"")
    best = next(each for each in file.variants if not each.encoding or each.encoding in accepted)
    await send({"type": "http.response.start", "status": 200, "headers": best.headers})
    body = b"" if scope["method"] == "HEAD" else best.body
    await send({"type": "http.response.body", "body": body, "more_body": False})
