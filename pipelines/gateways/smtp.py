"""Hands one message to an SMTP server and says what became of it, in three words: sent, try again, undeliverable.

SMTP cannot promise once: a server may take the body and its answer may be lost (RFC 1047). Such a hand-over is told
apart, and tried again under the same Message-ID.
"""

import contextlib
import hashlib
import time
from dataclasses import dataclass
from datetime import UTC, datetime
from email import policy
from email.message import EmailMessage
from email.utils import format_datetime, make_msgid, parseaddr
from enum import StrEnum
from typing import Protocol
from urllib.parse import unquote, urlsplit

from aiosmtplib import SMTP, SMTPException, SMTPRecipientRefused, SMTPResponseException

import telemetry

CONNECT_SECONDS = 10
COMMAND_SECONDS = 20
QUIT_SECONDS = 5
FAILURES_TO_REST = 5
REST_SECONDS = 60.0
SEVEN_BITS = policy.SMTP.clone(cte_type="7bit")
STARTTLS = {"tls=off": False, "tls=auto": None, "": None, "tls=required": True}  # None: where it is offered

__all__ = ["Handover", "Mailer", "Resting", "SmtpMailer", "install_mailer", "mailer", "make_msgid"]


class HandoverState(StrEnum):
    """What became of a message that was handed to the mail server. `AGAIN`: it is to be tried again."""

    SENT = "sent"
    RECORDED = "recorded"
    UNDELIVERABLE = "undeliverable"
    AGAIN = "again"


@dataclass(frozen=True)
class Handover:
    """What became of it. `maybe_duplicate`: the server may have taken it, its answer was lost."""

    state: str  # of HandoverState, or what the message is now
    words: str = ""
    maybe_duplicate: bool = False
    reply: int = 0  # the server's last code; 0: it said none


class Resting(Exception):
    """Too many connections failed in a row: nothing is sent for a while, and no attempt is used up."""

    def __init__(self, seconds: float) -> None:
        super().__init__(f"mail rests for {seconds:.0f} s after {FAILURES_TO_REST} failed connections")
        self.seconds = seconds


class Mailer(Protocol):
    """Somebody who takes messages."""

    async def hand_over(self, message: EmailMessage) -> Handover:
        """Raises Resting while the server is not to be asked."""
        ...


class SmtpMailer:
    """Implements `Mailer` for `smtps://` URLs and `smtp://` ones, with STARTTLS as `?tls=off|auto|required` says."""

    def __init__(self, url: str) -> None:
        parts = urlsplit(url)
        self._host, self._implicit_tls = parts.hostname or "localhost", parts.scheme == "smtps"
        self._start_tls = None if self._implicit_tls else STARTTLS[parts.query]
        self._port = parts.port or (465 if self._implicit_tls else 587 if self._start_tls else 25)
        self._user, self._password = unquote(parts.username or ""), unquote(parts.password or "")
        self._failures = 0
        self._rests_until = 0.0

    async def hand_over(self, message: EmailMessage) -> Handover:
        if (left := self._rests_until - time.monotonic()) > 0:
            raise Resting(left)
        with telemetry.outside("smtp send", **{"server.address": self._host}) as call:
            outcome = await self._hand_over(message)
            if outcome.reply:
                call.describe({"smtp.reply.class": f"{outcome.reply // 100}xx"})
            if outcome.state != HandoverState.SENT:
                call.fail(outcome.state)
        return outcome

    async def _hand_over(self, message: EmailMessage) -> Handover:
        client = SMTP(
            hostname=self._host,
            port=self._port,
            use_tls=self._implicit_tls,
            start_tls=self._start_tls,
            username=self._user or None,
            password=self._password or None,
            timeout=CONNECT_SECONDS,
        )
        try:
            await client.connect()
        except (SMTPException, OSError) as error:
            client.close()
            return self._connection_failed(error)
        self._failures = 0
        try:
            outcome = await self._send(client, message)
            if outcome.reply:
                await _quit(client)
            return outcome
        finally:
            client.close()

    def _connection_failed(self, error: Exception) -> Handover:
        self._failures += 1
        if self._failures >= FAILURES_TO_REST:
            self._rests_until = time.monotonic() + REST_SECONDS
            self._failures = 0
        return Handover(HandoverState.AGAIN, f"no connection: {error}")

    async def _send(self, client: SMTP, message: EmailMessage) -> Handover:
        try:
            await client.mail(parseaddr(str(message["From"]))[1], timeout=COMMAND_SECONDS)
            await client.rcpt(parseaddr(str(message["To"]))[1], timeout=COMMAND_SECONDS)
        except SMTPResponseException as error:
            return _refused(error, permanent_counts=isinstance(error, SMTPRecipientRefused))
        except (SMTPException, OSError) as error:
            return Handover(HandoverState.AGAIN, str(error))
        try:
            await client.data(message.as_bytes(), timeout=COMMAND_SECONDS)
        except SMTPResponseException as error:
            return _refused(error, permanent_counts=True)
        except (SMTPException, OSError) as error:
            return Handover(HandoverState.AGAIN, f"the answer was lost: {error}", maybe_duplicate=True)
        return Handover(HandoverState.SENT, reply=250)


async def _quit(client: SMTP) -> None:
    """Take leave (RFC 5321, 4.1.1.10); what became of the message is known, whatever the server says now."""
    with contextlib.suppress(SMTPException, OSError):
        await client.quit(timeout=QUIT_SECONDS)


def _refused(error: SMTPResponseException, *, permanent_counts: bool) -> Handover:
    words = f"{error.code} {error.message}"
    permanent = permanent_counts and error.code >= 500
    return Handover(HandoverState.UNDELIVERABLE if permanent else HandoverState.AGAIN, words, reply=error.code)


def compose(
    *, sender: str, recipient: str, subject: str, text: str, html: str, message_id: str, written_at: int
) -> EmailMessage:
    """The message as it goes out, the same bytes for the same words, so that each attempt sends one message.

    Its content has seven bits, which every server takes (RFC 6152). EmailMessage refuses line breaks in headers
    (ValueError). `written_at` is its date in epoch milliseconds.
    """
    message = EmailMessage(policy=SEVEN_BITS)
    message["From"], message["To"], message["Subject"] = sender, recipient, subject
    date = datetime.fromtimestamp(written_at // 1000, UTC)
    message["Message-ID"], message["Date"] = message_id, format_datetime(date)
    message["Auto-Submitted"] = "auto-generated"
    message.set_content(text)
    message.add_alternative(html, subtype="html")
    message.set_boundary(f"=_{hashlib.sha256(message_id.encode()).hexdigest()[:32]}")
    return message


_mailers: list[Mailer] = []


def install_mailer(mailer: Mailer | None) -> None:
    """Name the mailer of this process; None: messages are recorded only."""
    _mailers[:] = [mailer] if mailer else []


def mailer() -> Mailer | None:
    """The mailer of this process."""
    return _mailers[0] if _mailers else None
