"""A forgotten password: the same answer for every address, and a link that works once, for an hour."""

import asyncio
import re
from typing import Any

import pytest
from quart import Quart

from models.accounts import accounts
from models.database import read, write
from pipelines.gateways.smtp import SmtpMailer, install_mailer
from tests.journeys import story
from tests.models.operations.ages import purged
from tests.pipelines.fault_server import FaultServer, serving
from tests.web.clients import PASSWORD, Api, Browser, code_of, make_user

pytestmark = pytest.mark.asyncio
MASKED_TOKEN = re.compile(r"\b[0-9a-f]{64}\b")  # other characters in each answer
EMAIL, NEW = "ann@example.com", "amber-lantern-meadow-17"
LINK = re.compile(r"http://localhost:5566(/auth/reset-password\?token=([\w-]{43}))\s")


async def link(email: str = EMAIL) -> tuple[str, str]:
    """Path and secret of the newest link mailed to an address."""
    rows = (await story.mails("recipient = ?", email))[::-1]
    found = LINK.search(rows[0]["text"])
    assert found, rows[0]["text"]
    assert f'href="http://localhost:5566{found[1]}"' in rows[0]["html"]
    return found[1], found[2]


async def ask(app: Quart, email: str = EMAIL) -> Any:
    """Ask for a link over the API and let the worker mail it; each time as if in another minute."""
    await write(lambda tx: tx.execute("UPDATE job SET dedupe_key = id"))
    answer = await Api(app).call("POST", "/auth/password/forgot", {"email": email})
    await story.drain()
    return answer


async def reset(app: Quart, token: str, password: str = NEW) -> Any:
    return await Api(app).call("POST", "/auth/password/reset", {"token": token, "new_password": password})


async def passes(app: Quart, password: str, email: str = EMAIL) -> bool:
    answer = await Api(app).call("POST", "/auth/login", {"email": email, "password": password})
    return int(answer.status_code) == 200


async def test_on_pages_from_the_login_to_the_new_password(app: Quart) -> None:
    await make_user()
    browser = Browser(app)
    login = await (await browser.get("/auth/login")).get_data(as_text=True)
    assert 'href="/auth/forgot-password"' in login
    sent = await browser.post("/auth/forgot-password", page="/auth/forgot-password", email="ANN@example.com")
    assert (sent.status_code, "ann@example.com" in await sent.get_data(as_text=True)) == (200, True)
    await story.drain()
    path, token = await link()
    shown = await browser.get(path)
    assert f'name="token" value="{token}"' in await shown.get_data(as_text=True)
    assert shown.headers["Cache-Control"] == "no-store"
    short = await browser.post("/auth/reset-password", page=path, token=token, new_password="short")
    assert (short.status_code, "at least 12" in await short.get_data(as_text=True)) == (422, True)
    done = await browser.post("/auth/reset-password", page=path, token=token, new_password=NEW)
    assert (done.status_code, done.headers["Location"]) == (303, "/auth/login")
    assert "Password changed" in await (await browser.get("/auth/login")).get_data(as_text=True)
    assert (await browser.log_in(EMAIL, NEW)).headers["Location"] == "/auth/profile"
    for again in (await Browser(app).get(path), await Browser(app).post("/auth/reset-password", token=token,
                                                                        new_password=PASSWORD)):  # fmt: skip
        text = await again.get_data(as_text=True)
        assert (again.status_code, 'href="/auth/forgot-password"' in text) == (410, True)
    assert await passes(app, NEW)


async def test_every_login_ends_and_the_waiting_too(app: Quart) -> None:
    await make_user(must_change_password=True)
    browser, api = Browser(app), await Api(app).log_in(EMAIL)
    await browser.log_in(EMAIL)
    for _ in range(6):
        await Api(app).call("POST", "/auth/login", {"email": EMAIL, "password": "wrong"})
    assert (await ask(app)).status_code == 202
    _, token = await link()
    answer = await reset(app, token)
    assert (answer.status_code, await answer.get_data()) == (204, b"")
    assert (await api.call("GET", "/auth/me")).status_code == 401
    swapped = await Api(app).call("POST", "/auth/refresh", {"refresh_token": api.refresh})
    assert swapped.status_code == 401
    assert (await browser.get("/auth/profile")).headers["Location"].startswith("/auth/login")
    assert not await passes(app, PASSWORD)
    assert await passes(app, NEW)
    assert (await (await (await Api(app).log_in(EMAIL, NEW)).call("GET", "/auth/me")).get_json())[
        "must_change_password"
    ] is False


async def test_every_address_gets_the_same_answer_for_the_same_work(app: Quart, statements: list[str]) -> None:
    await make_user()
    off = await make_user("off@example.com")
    await write(lambda tx: accounts.set_active(tx, off.id, is_active=False))
    seen = set()
    for email in (EMAIL, "off@example.com", "nobody@example.com"):
        browser = Browser(app)
        token = await browser.token("/auth/forgot-password")
        statements.clear()
        page = await browser.client.post("/auth/forgot-password", form={"csrf_token": token, "email": email})
        text = MASKED_TOKEN.sub("", (await page.get_data(as_text=True)).replace(email, ""))
        work = list(statements)
        await write(lambda tx: tx.execute("UPDATE job SET dedupe_key = id"))
        answer = await Api(app).call("POST", "/auth/password/forgot", {"email": email})
        seen.add((page.status_code, text, str(work), answer.status_code, await answer.get_data()))
    assert len(seen) == 1
    await story.drain()
    rows = await story.every("SELECT recipient FROM email_message")
    assert {row["recipient"] for row in rows} == {EMAIL}
    assert {row["state"] for row in await story.every("SELECT state FROM job")} == {"succeeded"}


@pytest.mark.parametrize("email", ["", "x", "a@b.c\n", "a@example.com\r\nBcc: b@example.com", 5, None])
async def test_what_is_no_address_is_said_to_be_none(app: Quart, email: Any) -> None:
    answer = await Api(app).call("POST", "/auth/password/forgot", {"email": email})
    assert await code_of(answer) == (422, "invalid")
    page = await Browser(app).post("/auth/forgot-password", email=str(email))
    assert page.status_code == 422
    assert await story.every("SELECT * FROM job") == []


async def test_a_link_is_good_for_an_hour(app: Quart) -> None:
    await make_user()
    await ask(app)
    path, token = await link()
    await write(lambda tx: tx.execute("UPDATE password_reset SET expires_at = ?", tx.now + 600_000))
    assert (await Browser(app).get(path)).status_code == 200
    await write(lambda tx: tx.execute("UPDATE password_reset SET expires_at = ?", tx.now))
    assert (await Browser(app).get(path)).status_code == 410
    assert await code_of(await reset(app, token)) == (400, "invalid_token")
    assert await passes(app, PASSWORD)
    assert await purged("password_reset") == 1


@pytest.mark.parametrize("token", ["", "x", "0" * 43, "\u0000", "ä", "' OR 1=1"])
async def test_an_altered_link_opens_nothing(app: Quart, token: str) -> None:
    await make_user()
    await ask(app)
    answer = await reset(app, token)
    assert answer.status_code == 400
    page = await app.test_client().get("/auth/reset-password", query_string={"token": token})
    assert page.status_code == 410


async def test_one_use_also_when_two_come_at_once(app: Quart) -> None:
    await make_user()
    await ask(app)
    _, token = await link()
    answers = await asyncio.gather(*(reset(app, token, f"velvet-otter-canyon-{n}") for n in range(8)))
    assert sorted(answer.status_code for answer in answers) == [204] + [400] * 7


async def test_a_weak_password_does_not_use_the_link_up(app: Quart) -> None:
    await make_user("root@example.com", role="admin")
    await ask(app, "root@example.com")
    _, token = await link("root@example.com")
    for weak in ("short", "password1234", "k9-velvet-ott"):
        assert await code_of(await reset(app, token, weak)) == (422, "invalid")
    assert (await reset(app, token)).status_code == 204


async def test_a_changed_password_ends_the_links(app: Quart) -> None:
    await make_user()
    await ask(app)
    api = await Api(app).log_in(EMAIL)
    body = {"current_password": PASSWORD, "new_password": NEW}
    assert (await api.call("POST", "/auth/password", body)).status_code == 204
    _, token = await link()
    assert await code_of(await reset(app, token, PASSWORD)) == (400, "invalid_token")


async def test_the_database_knows_the_links_hash_and_nobody_floods_a_mailbox(app: Quart) -> None:
    await make_user()
    for _ in range(5):
        assert (await ask(app)).status_code == 202
    assert len(await story.every("SELECT id FROM email_message")) == 3
    _, token = await link()
    rows = await story.every("SELECT token_hash FROM password_reset")
    assert token not in str([tuple(row) for row in rows])
    assert token not in str([tuple(row) for row in await story.every("SELECT * FROM job")])
    await write(lambda tx: tx.execute("UPDATE job SET dedupe_key = id"))
    for _ in range(5):
        await Api(app).call("POST", "/auth/password/forgot", {"email": EMAIL})
    # one a minute; a minute may end in between
    assert 1 <= len(await story.every("SELECT id FROM job WHERE state = 'queued'")) <= 2


async def test_the_message_goes_out_once_and_our_copy_loses_the_link(app: Quart) -> None:
    await make_user()
    async with serving(FaultServer(RCPT="450 later")) as server:
        install_mailer(SmtpMailer(server.url))
        try:
            await ask(app)
            _, token = await link()
            server.faults.clear()
            await story.later()
            await story.drain()
        finally:
            install_mailer(None)
    assert len(server.taken) == 1
    [row] = await story.mails()
    assert row["state"] == "sent"
    assert token not in row["text"] + row["html"]
    assert "struck out" in row["text"]
    assert (await reset(app, token)).status_code == 204


async def test_our_copy_of_a_message_that_was_refused_for_good_loses_the_link(app: Quart) -> None:
    await make_user()
    async with serving(FaultServer(RCPT="550 no such user")) as server:
        install_mailer(SmtpMailer(server.url))
        try:
            await ask(app)
        finally:
            install_mailer(None)
    [row] = await story.mails()
    assert (row["state"], "struck out" in row["text"], "struck out" in row["html"]) == ("undeliverable", True, True)


async def test_links_lead_to_our_own_address_whatever_the_host_says(app: Quart) -> None:
    await make_user()
    body = {"email": EMAIL}
    evil = await Api(app).call("POST", "/auth/password/forgot", body, Host="evil.example")
    assert await code_of(evil) == (400, "untrusted_host")
    spoofed = await Api(app).call("POST", "/auth/password/forgot", body, **{"X-Forwarded-Host": "evil.example"})
    assert spoofed.status_code == 202
    await story.drain()
    await link()
    assert await read(lambda tx: tx.fetch("SELECT 1 FROM email_message WHERE text LIKE '%evil%'")) == []
