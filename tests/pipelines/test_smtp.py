"""Handing a message over, for everything a mail server can do: what became of it, and what is never certain."""

import asyncio
import socket
from email import message_from_bytes, policy
from email.message import EmailMessage
from typing import Any

import pytest
from aiosmtpd.controller import Controller

from pipelines.gateways import smtp
from pipelines.gateways.smtp import FAILURES_TO_REST, Resting, SmtpMailer, compose
from tests.pipelines.fault_server import DROP, STALL, FaultServer, serving
from tests.servers.throwaway import free_port

pytestmark = pytest.mark.asyncio


def letter(
    recipient: str = "ann@example.com", subject: str = "Order CW-10001 is confirmed", text: str = "Yours."
) -> EmailMessage:
    return compose(
        sender="Cartwright <shop@example.com>",
        recipient=recipient,
        subject=subject,
        text=text,
        html=f"<p>{text}</p>",
        message_id="<order-confirmed.cw-10001.1@example.com>",
        written_at=1_796_040_000_123,
    )


@pytest.mark.parametrize(
    ("faults", "state", "maybe_duplicate", "words"),
    [
        ({}, "sent", False, ""),
        ({"banner": STALL}, "again", False, "no connection"),
        ({"banner": DROP}, "again", False, "no connection"),
        ({"banner": "421 too busy"}, "again", False, "too busy"),
        ({"MAIL": "451 later"}, "again", False, "451 later"),
        ({"MAIL": "550 not from you"}, "again", False, "550 not from you"),
        ({"RCPT": "450 box is locked"}, "again", False, "450 box is locked"),
        ({"RCPT": "550 no such person"}, "undeliverable", False, "550 no such person"),
        ({"RCPT": DROP}, "again", False, ""),
        ({"DATA": "452 disk full"}, "again", False, "452 disk full"),
        ({"DATA": "554 no"}, "undeliverable", False, "554 no"),
        ({"body": "452 disk full"}, "again", False, "452 disk full"),
        ({"body": "554 spam"}, "undeliverable", False, "554 spam"),
        ({"body": DROP}, "again", True, "lost"),
        ({"body": STALL}, "again", True, "lost"),
    ],
)
async def test_what_becomes_of_a_message(
    faults: dict[str, str], state: str, maybe_duplicate: bool, words: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    if STALL in faults.values():  # for such servers only: on a busy machine others are late, too
        monkeypatch.setattr(smtp, "CONNECT_SECONDS", 2)
        monkeypatch.setattr(smtp, "COMMAND_SECONDS", 2)
    async with serving(FaultServer(**faults)) as server:
        outcome = await SmtpMailer(server.url).hand_over(letter())
    assert (outcome.state, outcome.maybe_duplicate) == (state, maybe_duplicate)
    assert words in outcome.words
    assert len(server.taken) == (state == "sent" or maybe_duplicate or "body" in faults)


@pytest.mark.parametrize("faults", [{}, {"RCPT": "550 no such person"}, {"body": "452 disk full"}, {"QUIT": DROP}])
async def test_the_session_ends_with_quit(faults: dict[str, str]) -> None:
    async with serving(FaultServer(**faults)) as server:
        await SmtpMailer(server.url).hand_over(letter())
    assert server.said_goodbye == 1


async def test_a_server_that_does_not_answer_quit_has_taken_the_message(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(smtp, "QUIT_SECONDS", 0.2)
    async with serving(FaultServer(QUIT=STALL)) as server:
        assert (await SmtpMailer(server.url).hand_over(letter())).state == "sent"


async def test_what_is_sent_has_seven_bits_short_lines_and_the_date_of_its_writing() -> None:
    """The server offers no 8BITMIME."""
    text = "Grüße aus Köln, 日本 und \U0001f6d2. " * 60
    async with serving(FaultServer()) as server:
        await SmtpMailer(server.url).hand_over(letter(subject="Über Größe 42", text=text))
    [body] = server.bodies
    assert body.isascii()
    assert max(map(len, body.split(b"\r\n"))) <= 998
    read = message_from_bytes(body, policy=policy.default)
    assert read["Date"] == "Mon, 30 Nov 2026 12:00:00 +0000"
    assert read["Subject"] == "Über Größe 42"
    plain = read.get_body(("plain",))
    assert plain is not None
    assert plain.get_content().strip() == text.strip()
    assert {part["Content-Transfer-Encoding"] for part in read.iter_parts()} <= {"quoted-printable", "base64"}


async def test_each_attempt_sends_the_same_bytes() -> None:
    async with serving(FaultServer(body="452 disk full")) as server:
        for _ in range(3):
            await SmtpMailer(server.url).hand_over(letter(text="Grüße"))
    assert len(server.bodies) == 3
    assert len(set(server.bodies)) == 1


async def test_a_refused_connection_is_tried_again() -> None:
    with socket.socket() as deaf:  # its port is nobody else's, and nobody listens on it
        deaf.bind(("127.0.0.1", 0))
        outcome = await SmtpMailer(f"smtp://127.0.0.1:{deaf.getsockname()[1]}").hand_over(letter())
    assert (outcome.state, outcome.maybe_duplicate) == ("again", False)
    assert "no connection" in outcome.words


async def test_the_breaker_rests_after_five_failed_connections_and_asks_nobody(monkeypatch: Any) -> None:
    async with serving(FaultServer(banner="421 too busy")) as server:
        mailer = SmtpMailer(server.url)
        for _ in range(FAILURES_TO_REST):
            assert (await mailer.hand_over(letter())).state == "again"
        with pytest.raises(Resting) as rest:
            await mailer.hand_over(letter())
        assert server.connections == FAILURES_TO_REST
        assert 0 < rest.value.seconds <= 60
        server.faults.clear()
        mailer._rests_until = 0.0  # its minute is over
        assert (await mailer.hand_over(letter())).state == "sent"


async def test_a_good_connection_ends_the_count_of_failures() -> None:
    async with serving(FaultServer(banner="421 too busy")) as server:
        mailer = SmtpMailer(server.url)
        for _ in range(3):
            for _ in range(FAILURES_TO_REST - 1):
                await mailer.hand_over(letter())
            server.faults = {"RCPT": "450 later"}
            assert "450" in (await mailer.hand_over(letter())).words
            server.faults = {"banner": "421 too busy"}


class Box:
    """A real server's handler: keeps what it is given."""

    def __init__(self) -> None:
        self.envelopes: list[Any] = []

    async def handle_DATA(self, server: Any, session: Any, envelope: Any) -> str:
        self.envelopes.append(envelope)
        return "250 kept"


def server_of(box: Any, **options: Any) -> Controller:
    """A real server, not started yet, on a free port; a busy machine may take its time to start it."""
    return Controller(box, hostname="127.0.0.1", port=free_port(), ready_timeout=60, **options)


async def test_a_real_server_gets_the_message_whole() -> None:
    box = Box()
    controller = server_of(box)
    await asyncio.to_thread(controller.start)
    try:
        outcome = await SmtpMailer(f"smtp://127.0.0.1:{controller.port}").hand_over(letter(subject="Über Größe 42"))
    finally:
        await asyncio.to_thread(controller.stop)
    assert outcome.state == "sent"
    [envelope] = box.envelopes
    assert (envelope.mail_from, envelope.rcpt_tos) == ("shop@example.com", ["ann@example.com"])
    for part in (
        b"Message-ID: <order-confirmed.cw-10001.1@example.com>",
        b"text/html",
        b"Auto-Submitted: auto-generated",
    ):
        assert part in envelope.content


@pytest.mark.parametrize("bad", ["Hello\r\nBcc: eve@example.com", "Hello\nBcc: eve@example.com"])
async def test_line_breaks_get_into_no_header(bad: str) -> None:
    with pytest.raises(ValueError, match=r"linefeed|newline|carriage"):
        letter(subject=bad)
    with pytest.raises(ValueError, match=r"linefeed|newline|carriage|CR or LF"):
        letter(recipient=f"ann@example.com{bad[5:]}")
