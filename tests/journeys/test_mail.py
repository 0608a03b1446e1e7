"""Mail about an order: handed over until it is taken, always as the same message, and never in the order's way."""

import random
from dataclasses import replace

import pytest

from models.audit.audit_log import command
from models.checkout.checkout import Placed
from models.database import read, write
from models.jobs.admin import job_actions
from models.jobs.ledger import rescue
from models.jobs.ledger.job_kinds import KINDS, MAIL_ORDER
from models.mail import mail_dead_letters, mail_resends
from models.shared.errors import IllegalTransition
from pipelines.gateways.smtp import FAILURES_TO_REST, SmtpMailer, install_mailer
from pipelines.mail import delivery
from pipelines.mail.mail_sender import Outbox
from pipelines.mail.order_letters import order_letter
from tests.journeys import story
from tests.models.operations.ages import purged
from tests.pipelines.fault_server import DROP, STALL, FaultServer, serving
from tests.web.clients import make_user
from workers.job_attempt import attempt

pytestmark = [pytest.mark.asyncio, pytest.mark.usefixtures("open_shop")]


async def mail() -> dict[str, object]:
    return dict(await story.one("SELECT * FROM email_message"))


async def test_a_message_is_sent_once_and_the_order_says_so() -> None:
    async with serving(FaultServer()) as server:
        install_mailer(SmtpMailer(server.url))
        placed = await story.order(await story.shopper(), SKU_0001=1)
        await story.drain()
    order = await story.see(placed)
    assert (order.is_settled, order.steps[-1].state) == (True, "done")
    row = await mail()
    assert (row["state"], row["attempts"], row["maybe_duplicate"]) == ("sent", 1, 0)
    assert (server.taken, server.recipients) == ([row["message_id"]], ["ann@example.com"])


async def test_an_address_that_is_none_is_told_on_the_order_and_not_tried_again() -> None:
    async with serving(FaultServer(RCPT="550 no such person")) as server:
        install_mailer(SmtpMailer(server.url))
        placed = await story.order(await story.shopper(), SKU_0001=1)
        await story.drain()
        await story.later()
        assert await story.drain() == 0
    order = await story.see(placed)
    assert (order.status, order.is_settled) == ("confirmed", True)
    assert order.steps[-1].state == "failed"
    event = order.events[-1]
    assert event["type"] == "mail.confirmed.undeliverable"
    assert "ann@example.com" in event["detail"]
    assert "no such person" in event["detail"]
    assert (await mail())["state"] == "undeliverable"


async def test_an_answer_that_was_lost_is_tried_again_as_the_same_message_and_counted() -> None:
    async with serving(FaultServer(body=DROP)) as server:
        install_mailer(SmtpMailer(server.url))
        placed = await story.order(await story.shopper(), SKU_0001=1)
        await story.drain()
        order = await story.see(placed)
        assert (order.status, order.is_settled) == ("confirmed", False)
        row = await mail()
        assert (row["state"], row["attempts"], row["maybe_duplicate"]) == ("queued", 1, 1)
        server.faults.clear()
        await story.later()
        await story.drain()
    row = await mail()
    assert (row["state"], row["attempts"], row["maybe_duplicate"]) == ("sent", 2, 1)
    assert server.taken == [row["message_id"]] * 2
    assert (await story.see(placed)).is_settled


async def test_a_server_that_is_down_uses_five_attempts_and_then_none() -> None:
    async with serving(FaultServer(banner="421 too busy")) as server:
        install_mailer(SmtpMailer(server.url))
        placed = await story.order(await story.shopper(), SKU_0001=1)
        for _ in range(FAILURES_TO_REST + 4):
            await story.drain()
            await story.later()
        job = await story.one("SELECT attempt, deferrals, state FROM job WHERE kind = 'mail.order'")
        assert (job["attempt"], job["deferrals"], job["state"]) == (FAILURES_TO_REST, 4, "queued")
        assert server.connections == FAILURES_TO_REST
        assert (await story.see(placed)).status == "confirmed"
        server.faults.clear()
        install_mailer(SmtpMailer(server.url))
        await story.drain()
    assert (await mail())["state"] == "sent"


async def test_a_message_that_nobody_takes_is_dead_at_last_and_the_order_is_not_touched() -> None:
    async with serving(FaultServer(RCPT="450 later")) as server:
        install_mailer(SmtpMailer(server.url))
        placed = await story.order(await story.shopper(), SKU_0001=1)
        for _ in range(14):
            await story.drain()
            await story.later()
    job = await story.one("SELECT attempt, state FROM job WHERE kind = 'mail.order'")
    assert (job["attempt"], job["state"]) == (12, "dead")
    order = await story.see(placed)
    assert (order.status, order.under_review) == ("confirmed", False)
    assert len(server.recipients) == 12
    assert (await mail())["state"] == "dead"
    assert (order.is_settled, order.steps[-1].state, order.events[-1]["type"]) == (
        True,
        "failed",
        "mail.confirmed.dead",
    )


async def test_a_dead_message_can_be_run_again_and_arrives() -> None:
    async with serving(FaultServer(RCPT="450 later")) as server:
        install_mailer(SmtpMailer(server.url))
        placed = await story.order(await story.shopper(), SKU_0001=1)
        for _ in range(13):
            await story.drain()
            await story.later()
        server.faults.clear()
        job = await story.one("SELECT public_id FROM job WHERE kind = 'mail.order'")
        await write(lambda tx: job_actions.run_again(tx, job["public_id"], actor=command("test")))
        assert (await mail())["state"] == "queued"
        await story.drain()
    assert (await mail())["state"] == "sent"
    assert len(set(server.taken)) == 1
    assert (await story.see(placed)).steps[-1].state == "done"
    assert await story.job_states("mail.order") == {"succeeded": 1}


async def _given_up(server: FaultServer) -> dict[str, object]:
    """The message of an order whose job died of a server that takes nothing; it takes everything from here on."""
    install_mailer(SmtpMailer(server.url))
    await story.order(await story.shopper(), SKU_0001=1)
    for _ in range(13):
        await story.drain()
        await story.later()
    assert await story.job_states("mail.order") == {"dead": 1}
    server.faults.clear()
    return await mail()


async def test_a_mail_that_is_sent_again_is_no_dead_job_any_more() -> None:
    async with serving(FaultServer(RCPT="450 later")) as server:
        given_up = await _given_up(server)
        public_id = str(given_up["public_id"])
        await write(lambda tx: mail_resends.resend(tx, public_id, actor=command("test"), recipient="anne@example.com"))
        await story.drain()
    assert (await mail())["state"] == "sent"
    assert server.recipients[-1] == "anne@example.com"
    assert await story.job_states("mail.order") == {"succeeded": 1}
    assert await story.job_states("mail.again") == {}


async def test_a_mail_whose_dead_job_was_discarded_stays_given_up_and_can_be_sent_again() -> None:
    async with serving(FaultServer(RCPT="450 later")) as server:
        given_up = await _given_up(server)
        job = await story.one("SELECT public_id FROM job WHERE kind = 'mail.order'")
        await write(lambda tx: job_actions.discard(tx, job["public_id"], actor=command("test"), reason="told by phone"))
        assert await story.drain() == 0
        assert (await mail())["state"] == "dead"
        public_id = str(given_up["public_id"])
        await write(lambda tx: mail_resends.resend(tx, public_id, actor=command("test")))
        await story.drain()
    assert (await mail())["state"] == "sent"
    assert await story.job_states("mail.order") == {"cancelled": 1}
    assert await story.job_states("mail.again") == {"succeeded": 1}


async def test_only_the_dead_job_of_the_message_itself_sends_it_again() -> None:
    async with serving(FaultServer(RCPT="450 later")) as server:
        given_up = await _given_up(server)
        await write(
            lambda tx: tx.execute("UPDATE job SET payload = '{\"message\": \"shipped\"}' WHERE kind = 'mail.order'")
        )
        public_id = str(given_up["public_id"])
        await write(lambda tx: mail_resends.resend(tx, public_id, actor=command("test")))
        await story.drain()
    assert (await mail())["state"] == "sent"
    assert await story.job_states("mail.order") == {"dead": 1}


async def test_while_mail_rests_the_message_visibly_waits() -> None:
    async with serving(FaultServer(banner="421 too busy")) as server:
        install_mailer(SmtpMailer(server.url))
        await story.order(await story.shopper(), SKU_0001=1)
        for _ in range(FAILURES_TO_REST + 2):
            await story.drain()
            await story.later()
    row = await mail()
    assert (row["state"], row["attempts"]) == ("queued", FAILURES_TO_REST)
    assert "rests" in str(row["last_error"])


async def test_a_hand_over_that_runs_out_of_time_waits_again_and_counts_as_a_possible_copy(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setitem(KINDS, MAIL_ORDER.name, replace(MAIL_ORDER, time_limit_seconds=2))
    async with serving(FaultServer(body=STALL)) as server:
        install_mailer(SmtpMailer(server.url))
        await story.order(await story.shopper(), SKU_0001=1)
        await story.drain()
        row = await mail()
        assert (row["state"], row["attempts"], row["maybe_duplicate"]) == ("queued", 1, 1)
        assert await story.job_states("mail.order") == {"queued": 1}
        server.faults.clear()
        monkeypatch.undo()
        await story.later()
        await story.drain()
    row = await mail()
    assert (row["state"], row["attempts"], row["maybe_duplicate"]) == ("sent", 2, 1)
    assert set(server.taken) == {row["message_id"]}


async def lose_worker_in_mid_sending(placed: Placed) -> None:
    """A worker claims the mail, says that it is being sent, and is gone; its lease is over."""
    await story.later()
    [claim] = await story.claim_due(queues=["mail"])
    row = await mail() if await story.every("SELECT id FROM email_message") else None
    message_id = row["message_id"] if row else Outbox.message_id("order-confirmed", f"cw-{10_000 + placed.id}")
    letter = await read(lambda tx: order_letter(tx, placed.id, "confirmed", str(message_id), None))
    await write(lambda tx: delivery._begin(tx, claim, letter))
    await write(lambda tx: tx.execute("UPDATE job SET lease_until = 1 WHERE id = ?", claim.id))
    await write(lambda tx: rescue.rescue(tx, wait_seconds=0, draw=random.Random(1)))


async def test_a_worker_lost_in_mid_sending_may_have_sent_it() -> None:
    async with serving(FaultServer()) as server:
        install_mailer(SmtpMailer(server.url))
        placed = await story.order(await story.shopper(), SKU_0001=1)
        while "mail.order" not in await job_kinds():
            for claim in await story.claim_due(queues=["orders"]):
                await attempt(claim)
        await lose_worker_in_mid_sending(placed)
        await story.later()
        await story.drain()
    row = await mail()
    assert (row["state"], row["attempts"], row["maybe_duplicate"]) == ("sent", 2, 1)
    assert server.taken == [row["message_id"]]


async def test_mail_that_takes_its_workers_down_is_dead_and_the_order_says_so() -> None:
    install_mailer(SmtpMailer("smtp://127.0.0.1:9"))
    placed = await story.order(await story.shopper(), SKU_0001=1)
    while "mail.order" not in await job_kinds():
        for claim in await story.claim_due(queues=["orders"]):
            await attempt(claim)
    for _ in range(3):
        await lose_worker_in_mid_sending(placed)
    assert await story.job_states("mail.order") == {"dead": 1}
    row = await mail()
    assert (row["state"], row["maybe_duplicate"]) == ("dead", 3)
    order = await story.see(placed)
    assert (order.status, order.is_settled, order.steps[-1].state) == ("confirmed", True, "failed")
    assert order.events[-1]["type"] == "mail.confirmed.dead"


async def test_an_alert_whose_job_dies_is_dead_with_it_and_no_other_is() -> None:
    await make_user("root@example.com", role="admin")
    for sku in ("SKU-0001", "SKU-0002"):
        await story.set_stock(sku, 6)
    async with serving(FaultServer(RCPT="450 later")) as server:
        install_mailer(SmtpMailer(server.url))
        await story.order(await story.shopper(), SKU_0001=1, SKU_0002=1)
        await story.drain()
    first, second = await story.every("SELECT id, kind, payload FROM job WHERE kind = 'stock.alert' ORDER BY id")
    await write(
        lambda tx: mail_dead_letters.mark_undeliverable(
            tx, first["id"], first["kind"], None, first["payload"], "poison"
        )
    )
    rows = await story.every("SELECT message_id, state FROM email_message WHERE kind = 'stock.low' ORDER BY message_id")
    states = {int(row["message_id"].split(".")[1]): row["state"] for row in rows}
    assert states == {first["id"]: "dead", second["id"]: "queued"}


async def job_kinds() -> set[str]:
    return {row["kind"] for row in await story.every("SELECT kind FROM job")}


async def test_what_a_mail_said_is_deleted_after_its_time_and_the_mail_is_not_sent_any_more() -> None:
    for email in ("ann@example.com", "bea@example.com"):
        await story.order(await story.shopper(email), SKU_0001=1)
    async with serving(FaultServer(RCPT="550 no such person")) as server:
        install_mailer(SmtpMailer(server.url))
        await story.drain()
    ids = [row["public_id"] for row in await story.every("SELECT public_id FROM email_message ORDER BY id")]
    old = 90 * 24 * 3_600_000
    await write(lambda tx: tx.execute("UPDATE email_message SET created_at = ? WHERE id = 1", tx.now - old - 1))
    assert await purged("email_message") == 1
    assert await purged("email_message") == 0
    rows = await story.mails()
    assert [(bool(row["text"]), bool(row["html"])) for row in rows] == [(False, False), (True, True)]
    assert (rows[0]["recipient"], rows[0]["state"]) == ("ann@example.com", "undeliverable")
    with pytest.raises(IllegalTransition, match="deleted after their time"):
        await write(lambda tx: mail_resends.resend(tx, ids[0], actor=command("test")))
    await write(lambda tx: mail_resends.resend(tx, ids[1], actor=command("test")))


async def test_a_mail_that_waits_keeps_its_words_however_old_and_a_dead_one_is_not_sent_empty() -> None:
    async with serving(FaultServer(RCPT="450 later")) as server:
        install_mailer(SmtpMailer(server.url))
        await story.order(await story.shopper(), SKU_0001=1)
        await story.drain()
        await write(lambda tx: tx.execute("UPDATE email_message SET created_at = 0"))
        assert await purged("email_message") == 0
        await write(lambda tx: tx.execute("UPDATE email_message SET text = '', packed = NULL"))
        server.faults.clear()
        await story.later()
        await story.drain()
    assert server.taken == []
    row = await mail()
    assert (row["state"], row["last_error"]) == (
        "undeliverable",
        "the words of this mail were deleted after their time",
    )


async def test_a_mail_that_was_sent_is_sent_again_on_purpose_as_a_message_of_its_own() -> None:
    async with serving(FaultServer()) as server:
        install_mailer(SmtpMailer(server.url))
        await story.order(await story.shopper(), SKU_0001=1)
        await story.drain()
        [first] = await story.mails()
        await write(
            lambda tx: mail_resends.resend(tx, first["public_id"], actor=command("test"), recipient="anne@example.com")
        )
        await story.drain()
    first, second = await story.mails()
    assert (first["state"], second["state"]) == ("sent", "sent")
    assert server.taken == [first["message_id"], second["message_id"]]
    assert second["message_id"] == first["message_id"].replace(".1@", ".2@")
    assert server.recipients == ["ann@example.com", "anne@example.com"]
    assert second["text"] == first["text"]


async def test_each_try_is_the_identical_message_and_its_html_is_kept_small() -> None:
    async with serving(FaultServer(body="451 later")) as server:
        install_mailer(SmtpMailer(server.url))
        await story.order(await story.shopper(), SKU_0001=1)
        for _ in range(3):
            await story.drain()
            await story.later()
        server.faults.clear()
        await story.drain()
    assert len(server.bodies) == 4
    assert len(set(server.bodies)) == 1
    assert b" +0000\r\n" in server.bodies[0]
    assert server.bodies[0].isascii()
    assert server.said_goodbye == server.connections == 4
    [row] = await story.mails()
    assert len(row["packed"]) * 2 < len(row["html"])
