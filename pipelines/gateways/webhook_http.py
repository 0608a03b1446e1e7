"""Posts one signed message to a receiver (Standard Webhooks) and says what it answered.

One connection to the address that was checked, no redirects, no proxies, 15 seconds in all, at most 64 KiB read.
"""

import asyncio
import base64
import functools
import hashlib
import hmac
import re
import ssl
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from email.utils import parsedate_to_datetime

import httptools

from pipelines.gateways import outgoing_addresses
from pipelines.gateways.outgoing_addresses import Target

TOTAL_SECONDS = 15.0
MOST_READ = 64 * 1024  # bytes
MOST_KEPT = 1024  # bytes
LONGEST_RETRY_AFTER = 24 * 3600.0
STATUS_LINE = re.compile(rb"HTTP/1\.[01] ([1-5][0-9]{2})(?: [^\r\n]*+)?+\r?\n")
HEAD_END = re.compile(rb"\r?\n\r?\n")
DIGITS = re.compile(r"[0-9]{1,8}")
AGENT = "Cartwright-Webhooks/1"


class Unanswered(Exception):
    """The receiver gave no answer that can be understood."""


@dataclass(frozen=True, slots=True)
class ReceiverAnswer:
    """What the receiver said."""

    status: int
    text: str  # the first KiB
    retry_after_seconds: float | None


def sign(secrets: Sequence[str], webhook_id: str, timestamp: int, body: str) -> str:
    """The `webhook-signature`: one for each secret that is valid, newest first."""
    message = f"{webhook_id}.{timestamp}.{body}".encode()
    keys = [base64.b64decode(secret.removeprefix("whsec_")) for secret in secrets]
    return " ".join("v1," + base64.b64encode(hmac.digest(key, message, hashlib.sha256)).decode() for key in keys)


async def post(url: str, secrets: Sequence[str], webhook_id: str, body: str) -> ReceiverAnswer:
    """Send the message once.

    Raises:
        UnsafeAddress: the address may not be called.
        NoSuchHost, Unanswered: there was no answer in time.
    """
    timestamp = int(time.time())
    headers = {
        "webhook-id": webhook_id,
        "webhook-timestamp": str(timestamp),
        "webhook-signature": sign(secrets, webhook_id, timestamp, body),
    }
    found = _Collected()
    try:
        async with asyncio.timeout(TOTAL_SECONDS):
            target = await outgoing_addresses.look_up_host(url, outgoing_addresses.rules())
            return await _exchange(target, headers, body.encode(), found)
    except TimeoutError:
        if found.has_head:  # only its body does not end, which is of no use here
            return found.answer()
        raise Unanswered(f"no answer within {TOTAL_SECONDS:g} s") from None
    except (OSError, httptools.HttpParserError, httptools.HttpParserUpgrade) as error:
        raise Unanswered(f"{type(error).__name__}: {error}"[:300]) from None


@functools.cache
def trust() -> ssl.SSLContext:
    """The certificates this machine trusts; reading them takes 20 ms, so it is done once a process."""
    return ssl.create_default_context()


async def _exchange(target: Target, headers: Mapping[str, str], body: bytes, found: "_Collected") -> ReceiverAnswer:
    tls = trust() if target.scheme == "https" else None
    name = target.host if tls else None
    reader, writer = await asyncio.open_connection(target.number, target.port, ssl=tls, server_hostname=name)
    try:
        writer.write(_request(target, headers, body))
        await writer.drain()
        return await _read_answer(reader, found)
    finally:
        writer.transport.abort()  # whatever else it wants to say


def _request(target: Target, headers: Mapping[str, str], body: bytes) -> bytes:
    lines = {
        "Host": target.authority,
        "User-Agent": AGENT,
        "Content-Type": "application/json",
        "Content-Length": str(len(body)),
        "Accept-Encoding": "identity",
        "Connection": "close",
        **headers,
    }
    head = "".join(f"{name}: {value}\r\n" for name, value in lines.items())
    return f"POST {target.path} HTTP/1.1\r\n{head}\r\n".encode("ascii") + body


class _Collected:
    """What httptools found so far."""

    def __init__(self) -> None:
        self.headers: dict[str, str] = {}
        self.body = b""
        self.has_head = self.is_complete = False
        self.parser = httptools.HttpResponseParser(self)

    @property
    def _is_informational(self) -> bool:
        """Another answer follows this one (RFC 9110, 15.2); after 101 there would be another protocol."""
        return self.parser.get_status_code() in (100, 102, 103)

    def on_message_begin(self) -> None:
        self.headers.clear()

    def on_header(self, name: bytes, value: bytes) -> None:
        self.headers[name.decode("latin-1").lower()] = value.decode("latin-1")

    def on_headers_complete(self) -> None:
        self.has_head = not self._is_informational

    def on_body(self, chunk: bytes) -> None:
        self.body += chunk[: MOST_KEPT - len(self.body)]

    def on_message_complete(self) -> None:
        self.is_complete = not self._is_informational

    def answer(self) -> ReceiverAnswer:
        """What there is of it, once the head is whole."""
        text = self.body.decode("utf-8", "replace").replace("\x00", "�")
        return ReceiverAnswer(self.parser.get_status_code(), text, _retry_after(self.headers.get("retry-after", "")))


async def _read_answer(reader: asyncio.StreamReader, found: _Collected) -> ReceiverAnswer:
    """Read until the answer is whole, the connection ends or there is more than anybody needs."""
    read = b""
    while not found.is_complete and len(read) < MOST_READ:
        chunk = await reader.read(8192)
        if not chunk:
            break
        read += chunk
        try:
            found.parser.feed_data(chunk)
        except httptools.HttpParserError:  # behind its status line an answer is no less one
            if found.has_head:
                break
            if (status := _status_read(read)) is not None:
                return ReceiverAnswer(status, "", None)
            raise
    if not found.has_head:
        raise Unanswered("the connection ended before an answer")
    return found.answer()


def _status_read(answer: bytes) -> int | None:
    """The status of an answer that may be broken behind its first line; informational ones before it are no answer."""
    while (line := STATUS_LINE.match(answer)) is not None:
        if not line[1].startswith(b"1"):
            return int(line[1])
        end = HEAD_END.search(answer)
        answer = answer[end.end() :] if end else b""
    return None


def _retry_after(text: str) -> float | None:
    """The seconds the receiver asks for, as a number or until a date: one at least, at most a day."""
    try:
        seconds = float(text) if DIGITS.fullmatch(text) else parsedate_to_datetime(text).timestamp() - time.time()
    except (ValueError, OverflowError):
        return None
    return min(max(seconds, 1.0), LONGEST_RETRY_AFTER)
