"""A restored shop is quiet: what may have gone out waits, what was running runs again, and everybody signs in again."""

import pytest

from models.audit.audit_log import command
from models.backups import restored_shop
from models.database import Transaction, read, write
from models.operations.backup_runs import BackupOutcome, age_seconds, last_run, record
from tests.models import orders_at_hand as orders

pytestmark = [pytest.mark.asyncio, pytest.mark.usefixtures("demo_shop")]

MAIL_JOB = """
UPDATE job SET queue = 'mail', kind = 'mail.order', payload = '{"message": "confirmed"}' WHERE subject_id = ?
"""


async def quiet() -> restored_shop.Quieted:
    return await write(lambda tx: restored_shop.quiet(tx, command("restore")))


async def test_a_running_job_runs_again_under_a_fence_that_nobody_has() -> None:
    await orders.place()
    claimed = await orders.claim_one()
    assert (await quiet()).requeued == 1
    assert await orders.row("SELECT state, fence, owner FROM job WHERE id = ?", claimed.id) == (
        *("queued", claimed.fence + restored_shop.FENCE_STEP, None),
    )


@pytest.mark.parametrize("state", ["queued", "running"])
async def test_mail_that_may_have_gone_out_waits_for_a_person(state: str) -> None:
    order = await orders.place()
    if state == "running":
        await orders.claim_one()
    await orders.run(MAIL_JOB, order)
    assert (await quiet()).held_back == 1
    assert await orders.row("SELECT state, error_type FROM job WHERE subject_id = ?", order) == ("dead", "Restored")
    assert await orders.row("SELECT type, error_message FROM job_event ORDER BY id DESC LIMIT 1") == (
        *("failed", restored_shop.REASON),
    )


async def test_nothing_goes_out_until_a_person_resumes_the_queues() -> None:
    await quiet()
    assert await orders.row("SELECT count(*) FROM queue WHERE is_paused AND name IN ('mail', 'webhooks')") == (2,)


async def test_new_orders_get_numbers_that_the_lost_shop_cannot_have_given() -> None:
    last = await orders.place()
    await quiet()
    assert await orders.place() > last + restored_shop.ORDER_NUMBERS_SKIPPED


async def test_the_age_is_that_of_the_newest_copy_that_counts() -> None:
    assert await read(age_seconds) is None
    now = await read(_now)
    for state, seconds in (("good", 300), ("failed", 200), ("suspect", 100)):
        outcome = BackupOutcome("shop.db", state, "", 1, 2, now - seconds * 1000, now)
        await write(lambda tx, outcome=outcome: record(tx, outcome))
    age, last = await read(age_seconds), await read(last_run)
    assert age is not None
    assert 300 <= age < 400
    assert last is not None
    assert last.state == "suspect"


async def _now(tx: Transaction) -> int:
    return tx.now
