"""Uvicorn's HTTP protocol with a bound on how long, and how large, a request may take to arrive.

Stock uvicorn waits for ever for the rest of a half-sent request. Here the head has `head_seconds`, then the body has
`body_seconds`; a head above `head_bytes`, or for another host than its own target names, is refused. Time the server
spends (a slow handler, a stream, reading paused because the application has not taken the body yet) never counts
against the client.

    uvicorn.Config(app, http=bounded(8.0, 20.0), loop="asyncio", ws="none")
"""

import asyncio
import logging
import secrets
from typing import Literal

from uvicorn.protocols.http.httptools_impl import HttpToolsProtocol

from web.http.envelope import HEADERS
from web.http.request_heads import (
    LARGEST_HEAD,
    WORDS,
    Headers,
    document,
    is_done_here,
    is_meant_for_host,
    objection_to_size,
)

Stage = Literal["head", "body"]

COMMON = tuple((name.encode(), value.encode()) for name, value in HEADERS.items())

log = logging.getLogger("cartwright.access")


class BoundedHttp(HttpToolsProtocol):
    """One connection. A request that comes in one packet never touches the timer."""

    head_seconds: float = 8.0
    body_seconds: float = 20.0
    head_bytes: int = LARGEST_HEAD
    answer_headers: Headers = COMMON

    _stage: Stage | None = "head"  # what is still awaited from the client
    _armed: Stage | None = None  # what the running timer is for
    _timer: asyncio.TimerHandle | None = None
    _heard = False  # a byte of the awaited request has come
    _excused = False  # at the last look the client was waiting for us
    _head_size = 0
    _objection = 400  # to what the parser stopped at

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]
        super().connection_made(transport)
        self._watch()

    def data_received(self, data: bytes) -> None:
        super().data_received(data)
        if self.transport.is_closing():
            return
        if self._stage == "head":  # an unfinished line reaches no callback: count bytes here
            self._head_size += len(data)
            if self._head_size > self.head_bytes:
                self._refuse(431)
                return
        elif self._stage is None and not self._answering() and self.timeout_keep_alive_task is None:
            self._stage = "head"  # blank lines between requests switched the keep-alive timer off
        self._watch()

    def connection_lost(self, exc: Exception | None) -> None:
        self._stage = None
        self._watch()
        super().connection_lost(exc)

    def on_message_begin(self) -> None:
        self._stage, self._heard, self._head_size = "head", True, 0
        super().on_message_begin()

    def on_header(self, name: bytes, value: bytes) -> None:
        super().on_header(name, value.strip(b" \t"))  # blanks around a value are no part of it (RFC 9110, 5.5)

    def on_headers_complete(self) -> None:
        self._objection = objection_to_size(len(self.url), self.headers, self.head_bytes) or 400
        if self._objection == 400 and not is_done_here(self.parser.get_method(), self.url, self.headers):
            self._objection = 501
        if self._objection != 400 or not is_meant_for_host(self.url, self.headers):
            raise ValueError("not a head that can be answered")  # the parser stops at it
        self._stage = "body"
        super().on_headers_complete()

    def on_message_complete(self) -> None:
        self._stage = self._armed = None  # _armed too: what follows in this packet is a new request
        self._heard = False
        super().on_message_complete()

    def _answering(self) -> bool:
        return self.cycle is not None and not self.cycle.response_complete

    def _watch(self) -> None:
        """Let the timer fit what is awaited now."""
        if self._timer is not None and (self._stage is None or self._stage != self._armed):
            self._timer.cancel()
            self._timer = None
        if self._timer is None and self._stage is not None:
            self._armed = self._stage
            seconds = self.head_seconds if self._stage == "head" else self.body_seconds
            self._timer = self.loop.call_later(seconds, self._late)

    def _late(self) -> None:
        self._timer = None
        waits_for_us = self.flow.read_paused or (self._stage == "head" and self._answering())
        if waits_for_us or self._excused:  # once more after a pause: it may have ended just now
            self._excused = waits_for_us
            self._watch()
        else:
            self._refuse(408)

    def send_400_response(self, msg: str) -> None:
        """What the parser stopped at; `msg` are uvicorn's words for it."""
        self._heard = True
        self._refuse(self._objection)

    def _refuse(self, status: int) -> None:
        if self.transport.is_closing():
            return
        if self._stage != "body" and self._answering():  # the one before is answered first, and is the last
            self.cycle.keep_alive = False
            self.flow.pause_reading()
            return
        if self._heard and not (self._answering() and self.cycle.response_started):
            request_id = secrets.token_hex(8)
            log.info("refused", extra={"request_id": request_id, "status": status, "client": (self.client or ("",))[0]})
            self.transport.write(refusal(status, request_id, self.answer_headers))
        self.transport.abort()  # close() would wait for a client that does not read


def refusal(status: int, request_id: str, more: Headers) -> bytes:
    """A whole answer to what never became a request: a problem document like any other."""
    body, headers = document(status, request_id)
    lines = [f"HTTP/1.1 {status} {WORDS[status].title}".encode()]
    lines += [name + b": " + value for name, value in [*headers, *more, (b"x-request-id", request_id.encode())]]
    return b"\r\n".join([*lines, b"", body])


def bounded(
    head_seconds: float, body_seconds: float, head_bytes: int = LARGEST_HEAD, headers: Headers = COMMON
) -> type[BoundedHttp]:
    """The protocol class with these bounds; `headers` go with what it answers by itself."""
    bounds = {"head_seconds": head_seconds, "body_seconds": body_seconds, "head_bytes": head_bytes}
    return type("BoundedHttp", (BoundedHttp,), {**bounds, "answer_headers": tuple(headers)})
