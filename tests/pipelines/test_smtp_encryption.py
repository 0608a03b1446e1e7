"""Passwords and messages over encrypted links: what the URL asks for is what is done, or nothing is sent."""

import asyncio
import ssl
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import pytest
from aiosmtpd.smtp import AuthResult

from pipelines.gateways.smtp import SmtpMailer
from tests.pipelines.test_smtp import letter, server_of

pytestmark = [
    pytest.mark.asyncio,
    pytest.mark.filterwarnings("ignore:Requiring AUTH while not requiring TLS"),  # that is what is tried out
]

PASSWORD = "p@ss/word:1"
QUOTED = "p%40ss%2Fword%3A1"


class Box:
    """Keeps the messages, and the passwords it was shown."""

    def __init__(self) -> None:
        self.messages: list[bytes] = []
        self.shown: list[bytes] = []

    def authenticate(self, server: Any, session: Any, envelope: Any, mechanism: str, data: Any) -> AuthResult:
        self.shown.append(data.password)
        return AuthResult(success=data.password == PASSWORD.encode(), handled=False)  # what is wrong is answered 535

    async def handle_DATA(self, server: Any, session: Any, envelope: Any) -> str:
        self.messages.append(envelope.content)
        return "250 kept"


@asynccontextmanager
async def serving(box: Box, certificate: Path, kind: str) -> AsyncIterator[int]:
    """The port of a server that wants a password and speaks TLS at once, on demand, or never."""
    context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
    context.load_cert_chain(certificate)
    options: dict[str, Any] = {}
    wants: dict[str, Any] = {"authenticator": box.authenticate, "auth_required": True}
    if kind == "starttls":
        wants |= {"tls_context": context, "require_starttls": True}
    else:
        wants |= {"auth_require_tls": False}
    if kind == "tls":
        options["ssl_context"] = context
    controller = server_of(box, **options, **wants)
    await asyncio.to_thread(controller.start)
    try:
        yield controller.port
    finally:
        await asyncio.to_thread(controller.stop)


URLS: list[tuple[str, Callable[[int], str]]] = [
    ("tls", lambda port: f"smtps://shop:{QUOTED}@127.0.0.1:{port}"),
    ("starttls", lambda port: f"smtp://shop:{QUOTED}@127.0.0.1:{port}?tls=required"),
    ("starttls", lambda port: f"smtp://shop:{QUOTED}@127.0.0.1:{port}"),
    ("open", lambda port: f"smtp://shop:{QUOTED}@127.0.0.1:{port}?tls=off"),
]


@pytest.mark.parametrize(("kind", "url"), URLS, ids=["smtps", "required", "auto", "off"])
async def test_a_server_with_a_password_takes_the_message(
    certificate: Path, kind: str, url: Callable[[int], str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SSL_CERT_FILE", f"{certificate}.crt")
    box = Box()
    async with serving(box, certificate, kind) as port:
        outcome = await SmtpMailer(url(port)).hand_over(letter())
    assert outcome.state == "sent", outcome.words
    assert (len(box.messages), box.shown) == (1, [PASSWORD.encode()])


@pytest.mark.parametrize("kind", ["open", "starttls", "tls"])
async def test_no_password_is_shown_to_a_server_that_is_not_who_it_says(certificate: Path, kind: str) -> None:
    """Without encryption, or with a certificate that nobody vouches for."""
    box = Box()
    scheme = "smtps" if kind == "tls" else "smtp"
    ending = "" if kind == "tls" else "?tls=required"
    async with serving(box, certificate, kind) as port:
        outcome = await SmtpMailer(f"{scheme}://shop:{QUOTED}@127.0.0.1:{port}{ending}").hand_over(letter())
    assert outcome.state == "again"
    assert PASSWORD not in outcome.words
    assert (box.messages, box.shown) == ([], [])


async def test_a_wrong_password_is_tried_again_and_not_told(certificate: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SSL_CERT_FILE", f"{certificate}.crt")
    box = Box()
    async with serving(box, certificate, "starttls") as port:
        outcome = await SmtpMailer(f"smtp://shop:wrong-one@127.0.0.1:{port}?tls=required").hand_over(letter())
    assert outcome.state == "again"
    assert "535" in outcome.words
    assert "wrong-one" not in outcome.words
    assert box.messages == []
