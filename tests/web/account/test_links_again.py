"""Links by mail that are asked for again: after one was used, and after the job that was to mail one died."""

import re
from collections.abc import AsyncIterator
from typing import Any

import pytest
import pytest_asyncio
from quart import Quart

from models.accounts.email_links import MINUTE_MS
from models.audit.audit_log import command
from models.catalog.seed import seed_demo
from models.database import Transaction, write
from models.jobs.admin import job_actions
from models.jobs.ledger.job_kinds import KINDS
from models.mail import mail_dead_letters
from pipelines.gateways.smtp import SmtpMailer, install_mailer
from tests.journeys import story
from tests.pipelines.fault_server import FaultServer, serving
from tests.web.account.test_email_addresses import VICTIM, confirm, link, mails, order_as_guest, orders_of, register
from tests.web.clients import Api

pytestmark = pytest.mark.asyncio
SECRET = re.compile(r"token=([\w-]{43})")


@pytest_asyncio.fixture
async def server() -> AsyncIterator[FaultServer]:
    """A mail server that takes nothing for now."""
    async with serving(FaultServer(RCPT="450 later")) as server:
        install_mailer(SmtpMailer(server.url))
        try:
            yield server
        finally:
            install_mailer(None)


async def within_one_minute(api: Api) -> Any:
    """Ask for a link in the same minute as all links before: what their jobs are named after is now this minute."""

    async def work(tx: Transaction) -> None:
        for job in await tx.fetch("SELECT id, dedupe_key FROM job WHERE kind = 'mail.address'"):
            parts = job["dedupe_key"].split(":")
            parts[3] = str(tx.now // MINUTE_MS)
            await tx.execute("UPDATE job SET dedupe_key = ? WHERE id = ?", ":".join(parts), job["id"])

    await write(work)
    answer = await api.call("POST", "/auth/email/verification")
    await story.drain()
    return answer


async def test_a_link_that_was_used_is_followed_by_another_in_the_same_minute(app: Quart) -> None:
    await write(seed_demo)
    api = await register(app)
    assert (await confirm(api, (await link())[1])).status_code == 200
    order = await order_as_guest(app)
    assert await orders_of(api) == []
    assert (await within_one_minute(api)).status_code == 202
    assert len(await mails(VICTIM, "email.verify")) == 2
    assert (await confirm(api, (await link())[1])).status_code == 200
    assert await orders_of(api) == [order["id"]]


async def test_a_link_that_was_not_used_is_not_mailed_twice_in_a_minute(app: Quart) -> None:
    api = await register(app)
    assert (await within_one_minute(api)).status_code == 202
    assert len(await mails(VICTIM, "email.verify")) == 1


async def wear_out(kind: str) -> None:
    for _ in range(KINDS[kind].max_attempts):
        await story.later()
        await story.drain()


@pytest.mark.parametrize("kind", ["mail.address", "mail.reset"])
async def test_a_link_is_struck_out_of_mail_that_was_given_up_and_a_retry_mails_a_new_one(
    app: Quart, server: FaultServer, kind: str
) -> None:
    api = await register(app)
    if kind == "mail.reset":
        await wear_out("mail.address")
        await Api(app).call("POST", "/auth/password/forgot", {"email": VICTIM})
        await story.drain()
    mail_kind = "email.verify" if kind == "mail.address" else "password.reset"
    [written] = await mails(VICTIM, mail_kind)
    old = SECRET.search(written["text"])
    assert old
    await wear_out(kind)
    [dead] = await mails(VICTIM, mail_kind)
    assert (dead["state"], SECRET.search(dead["text"] + dead["html"])) == ("dead", None)
    server.faults.clear()
    job = await story.one(f"SELECT public_id FROM job WHERE kind = '{kind}'")
    await write(lambda tx: job_actions.run_again(tx, job["public_id"], actor=command("test")))
    await story.drain()
    assert [row["state"] for row in await mails(VICTIM, mail_kind)] == ["withdrawn", "sent"]
    body = server.bodies[-1].replace(b"=\r\n", b"").replace(b"=3D", b"=").decode()
    new = SECRET.search(body)
    assert new
    assert new[1] != old[1]
    if kind == "mail.address":
        assert (await confirm(api, new[1])).status_code == 200
    else:
        body_of_reset = {"token": new[1], "new_password": "amber-lantern-meadow-17"}
        assert (await Api(app).call("POST", "/auth/password/reset", body_of_reset)).status_code == 204


async def test_a_link_is_struck_out_when_the_job_died_without_saying_so(app: Quart, server: FaultServer) -> None:
    await register(app)
    job = await story.one("SELECT id, kind, subject_id, payload FROM job WHERE kind = 'mail.address'")
    values = (job["id"], job["kind"], job["subject_id"], job["payload"], "killed")
    await write(lambda tx: mail_dead_letters.mark_undeliverable(tx, *values))
    [dead] = await mails(VICTIM)
    assert (dead["state"], SECRET.search(dead["text"] + dead["html"])) == ("dead", None)
