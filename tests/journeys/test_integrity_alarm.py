"""Books that are wrong fail their check, show the red bar until they are mended, and are mailed once."""

import pytest

from models.alarms import admin_banner
from models.database import read, write
from models.jobs.ledger.job_kinds import BOOKS_CHECK
from models.jobs.ledger.jobs import enqueue
from tests.journeys import story

pytestmark = [pytest.mark.asyncio, pytest.mark.usefixtures("open_shop")]


async def check(key: str) -> None:
    await write(lambda tx: enqueue(tx, BOOKS_CHECK, key))
    await story.drain()


async def codes() -> list[str]:
    return [alarm.code for alarm in (await read(admin_banner.facts))["alarms"]]


async def break_books(by: int) -> None:
    await write(lambda tx: tx.execute("UPDATE inventory SET on_hand = on_hand + ? WHERE product_id = 1", by))


async def test_a_violation_fails_the_check_and_stands_until_it_is_mended() -> None:
    await check("clean")
    assert await codes() == []
    assert await story.job_states("books.check") == {"succeeded": 1}
    await break_books(1)
    await check("first")
    (alarm,) = (await read(admin_banner.facts))["alarms"]
    assert (alarm.code, alarm.links[0].href, alarm.runbook) == (
        "integrity",
        "/admin/doctor",
        "/admin/runbook#integrity",
    )
    assert "I2" in alarm.words
    await check("second")
    assert await codes() == ["integrity"]
    assert await story.job_states("books.check") == {"succeeded": 1, "cancelled": 1, "dead": 1}
    assert await story.job_states("integrity.alert") == {"succeeded": 1}
    dead = await story.one("SELECT error_message FROM job WHERE kind = 'books.check' AND state = 'dead'")
    assert dead["error_message"].startswith("1 violations: I2")
    await break_books(-1)
    await check("mended")
    assert await codes() == []
    await break_books(1)
    await check("again")
    assert await story.job_states("integrity.alert") == {"succeeded": 2}
    await break_books(-1)
    await check("last")
