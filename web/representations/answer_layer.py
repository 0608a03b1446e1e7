"""The layer around every answer that is whole in memory: coding, entity tag, preconditions, ranges, HEAD.

What is streamed passes untouched. An answer that ranges may be asked of says `Accept-Ranges: bytes` by itself; one that
has a content coding already keeps it.
"""

from collections.abc import Awaitable, Callable
from typing import Any

from werkzeug.datastructures import Headers

from web.http import request_heads
from web.http.envelope import REQUEST_ID
from web.representations import preconditions
from web.representations.byte_ranges import partial, ranges_in
from web.representations.content_codings import (
    CODINGS,
    SMALLEST_COMPRESSED,
    best_coding,
    encoded,
    is_compressible,
)

READS = ("GET", "HEAD")
OF_CONTENT = ("Content-Type", "Content-Length", "Content-Encoding", "Content-Language", "Accept-Ranges")
JSON = "application/json"

Send = Callable[[Any], Awaitable[None]]


class AnswerLayer:
    """Wraps an ASGI application."""

    def __init__(self, inner: Any) -> None:
        self._inner = inner

    async def __call__(self, scope: Any, receive: Any, send: Send) -> None:
        if scope["type"] != "http":
            await self._inner(scope, receive, send)
            return
        await self._inner(scope, receive, _Answer(scope, send).take)


class _Answer:
    """One answer, held back until it is whole."""

    def __init__(self, scope: Any, send: Send) -> None:
        self._scope, self._send = scope, send
        self._status, self._headers = 0, Headers()
        self._pieces: list[bytes] | None = None

    async def take(self, message: Any) -> None:
        """The `send` of the application inside."""
        if message["type"] == "http.response.start":
            self._begin(message)
            if self._pieces is None:
                await self._send(message)
        elif self._pieces is None:
            await self._send(message)
        else:
            self._pieces.append(message.get("body", b""))
            if not message.get("more_body", False):
                await self._finish(b"".join(self._pieces))

    def _begin(self, message: Any) -> None:
        headers = Headers([(name.decode("latin-1"), value.decode("latin-1")) for name, value in message["headers"]])
        is_read = self._scope["method"] in READS and message["status"] == 200
        if "Content-Length" in headers and (is_read or is_compressible(headers.get("Content-Type", ""))):
            self._status, self._headers, self._pieces = message["status"], headers, []

    async def _finish(self, body: bytes) -> None:
        headers, is_read = self._headers, self._status == 200 and self._scope["method"] in READS
        if is_read and "ETag" not in headers and headers.get("Content-Type") == JSON:
            headers["ETag"] = preconditions.tag_of_body(body)
        coding = self._choose_coding(len(body))
        refusal = self._precondition() if is_read else None
        if refusal == 304:
            await self._send_304()
        elif refusal is not None:
            await self._refuse(refusal)
        elif (part := self._part(body)) == 416:
            headers["Content-Range"] = f"bytes */{len(body)}"
            await self._refuse(416)
        elif part is not None:
            await self._tell(206, part)
        else:
            await self._tell(self._status, encoded(body, coding))

    def _choose_coding(self, length: int) -> str:
        """The coding of the body, with the headers it means."""
        headers = self._headers
        if "Content-Encoding" in headers or not is_compressible(headers.get("Content-Type", "")):
            return ""
        vary(headers, "Accept-Encoding")
        coding = best_coding(self._asked("Accept-Encoding"), CODINGS) if length >= SMALLEST_COMPRESSED else ""
        if coding:
            headers["Content-Encoding"] = coding
            if "ETag" in headers:
                headers["ETag"] = preconditions.coded_tag(headers["ETag"], coding)
        return coding

    def _precondition(self) -> int | None:
        asked = {name: self._asked(name) for name in preconditions.NAMES}
        if not any(asked.values()):
            return None
        tag, modified = (self._headers.get(name, "") for name in ("ETag", "Last-Modified"))
        return preconditions.refusal_of(asked, tag=tag, modified=modified, is_read=True)

    def _part(self, body: bytes) -> Any:
        """The body of a 206 whose headers are set, 416, or None for the whole."""
        headers, asked = self._headers, self._asked("Range")
        is_possible = self._scope["method"] == "GET" and headers.get("Accept-Ranges") == "bytes"
        if not asked or self._status != 200 or not is_possible or not self._is_of_range():
            return None
        spans = ranges_in(asked, len(body))
        if not spans:
            return None if spans is None else 416
        part = partial(body, spans, headers.get("Content-Type", "application/octet-stream"))
        headers[part.header[0]] = part.header[1]
        return part.body

    def _is_of_range(self) -> bool:
        """Whether If-Range, if it is there, names this very representation."""
        asked = self._asked("If-Range")
        tag, modified = self._headers.get("ETag", ""), self._headers.get("Last-Modified", "")
        return not asked or preconditions.matches_strongly(asked, tag) or (modified != "" and asked == modified)

    async def _send_304(self) -> None:
        for name in OF_CONTENT:
            self._headers.pop(name, None)
        await self._start(304)
        await self._end(b"")

    async def _refuse(self, status: int) -> None:
        body, told = request_heads.document(status, self._scope[REQUEST_ID])
        kept = [pair for pair in self._headers if pair[0].lower() in ("vary", "content-range", "set-cookie")]
        headers = Headers([(name.decode(), value.decode()) for name, value in told if name != b"connection"])
        self._headers = Headers([*headers, *kept])
        await self._tell(status, body)

    async def _tell(self, status: int, body: bytes) -> None:
        self._headers["Content-Length"] = str(len(body))
        await self._start(status)
        await self._end(b"" if self._scope["method"] == "HEAD" else body)

    async def _start(self, status: int) -> None:
        headers = [(name.lower().encode("latin-1"), value.encode("latin-1")) for name, value in self._headers]
        await self._send({"type": "http.response.start", "status": status, "headers": headers})

    async def _end(self, body: bytes) -> None:
        await self._send({"type": "http.response.body", "body": body, "more_body": False})

    def _asked(self, name: str) -> str:
        wanted = name.lower().encode()
        return ", ".join(value.decode("latin-1") for key, value in self._scope["headers"] if key.lower() == wanted)


def vary(headers: Headers, *names: str) -> None:
    """Say that the answer depends on these request headers."""
    said = [name.strip() for value in headers.getlist("Vary") for name in value.split(",")]
    known = {name.lower() for name in said}
    headers["Vary"] = ", ".join([*said, *(name for name in names if name.lower() not in known)])
