"""Accounts on both databases: forgotten and wrong passwords, address book, rate limits, and what is cleared away."""

import asyncio
import logging

import pytest

from models.accounts import (
    accounts,
    address_book,
    email_links,
    login_failures,
    logins,
    password_resets,
    refresh_tokens,
    sessions,
)
from models.accounts.passwords import hash_password, is_password
from models.carts import carts
from models.carts.carts import Owner
from models.database import Transaction, read, write
from models.jobs.ledger.job_kinds import RETENTION_PURGE
from models.jobs.ledger.jobs import enqueue
from models.operations import backlog
from models.shared import rate_limit_counters
from models.shared.errors import AddressBookFull
from tests.journeys import story
from tests.web.clients import PASSWORD

pytestmark = [pytest.mark.asyncio, pytest.mark.usefixtures("open_shop")]
MILL = {"name": "Ann", "line1": "1 Mill Lane", "city": "Portland", "postal_code": "97201", "country": "US"}
DAY_MS = 24 * 3600 * 1000


async def test_a_link_arrives_and_opens_the_account_once() -> None:
    ann = await story.shopper()
    await write(lambda tx: password_resets.ask(tx, ann.email))
    await write(lambda tx: password_resets.ask(tx, "nobody@example.com"))
    await story.drain()
    message = await story.one("SELECT recipient, state, text FROM email_message")
    assert (message["recipient"], message["state"]) == (ann.email, "recorded")
    secret = message["text"].partition("token=")[2][:43]
    hashed = hash_password("amber-lantern-meadow-17")
    uses = await asyncio.gather(*(write(lambda tx: password_resets.use(tx, secret, hashed)) for _ in range(5)))
    assert sorted(uses) == [False] * 4 + [True]
    now = await read(lambda tx: accounts.find_by_email(tx, ann.email))
    assert now is not None
    assert is_password("amber-lantern-meadow-17", now.password_hash)
    assert not is_password(PASSWORD, now.password_hash)


async def test_failures_that_come_at_once_are_all_counted() -> None:
    ann, here = login_failures.account_key("Ann@example.com"), login_failures.address_key("198.51.100.1")
    await asyncio.gather(*(write(lambda tx: login_failures.count(tx, [ann], here)) for _ in range(8)))
    rows = {row["key"]: row for row in await story.every("SELECT * FROM login_failures")}
    assert (rows[ann]["failures"], rows[here]["failures"]) == (8, 8)
    assert rows[ann]["blocked_until"] - rows[ann]["updated_at"] <= 8000
    state = await read(lambda tx: login_failures.read_state(tx, ann, here))
    assert state.has_failures
    await write(lambda tx: login_failures.forget(tx, ann))
    assert await read(lambda tx: login_failures.read_state(tx, ann, here)) == (0, False)


async def test_callers_that_come_at_once_take_no_more_than_there_is() -> None:
    async def take(tx: Transaction) -> int:
        return (await rate_limit_counters.take(tx, "read:ann", 3, quota=10, window_ms=600_000)).granted

    assert sorted(await asyncio.gather(*(write(take) for _ in range(6)))) == [0, 0, 1, 3, 3, 3]


async def test_a_book_keeps_twenty_and_one_default() -> None:
    ann = await story.shopper()

    async def add(number: int) -> bool:
        parts = {**MILL, "line1": str(number), "default_billing": True}
        try:
            await write(lambda tx: address_book.add(tx, ann.id, parts))
        except AddressBookFull:
            return False
        return True

    assert sum(await asyncio.gather(*(add(number) for number in range(24)))) == 20
    book = await read(lambda tx: address_book.book(tx, ann.id))
    assert [sum(each.default_shipping for each in book), sum(each.default_billing for each in book)] == [1, 1]
    gone = next(each for each in book if each.default_billing)
    await write(lambda tx: address_book.remove(tx, ann.id, gone.id))
    left = await read(lambda tx: address_book.book(tx, ann.id))
    assert (len(left), sum(each.default_billing for each in left)) == (19, 1)


async def test_logins_are_listed_and_ended_one_by_one() -> None:
    ann = await story.shopper()
    here = await write(lambda tx: sessions.start(tx, ann.id, "customer", ann.password_hash, user_agent="here"))
    await write(lambda tx: sessions.start(tx, ann.id, "customer", ann.password_hash, user_agent="there"))
    family = await write(lambda tx: refresh_tokens.start_family(tx, ann.id, ann.password_hash))
    assert here is not None
    assert family is not None
    await write(lambda tx: refresh_tokens.rotate(tx, family.secret))

    async def seen() -> list[tuple[str, bool, bool]]:
        found = await read(lambda tx: logins.of_account(tx, ann.id, "customer", this_secret=here))
        return sorted((each.device, each.is_program, each.is_this) for each in found)

    assert await seen() == [("", True, False), ("here", False, True), ("there", False, False)]
    await write(lambda tx: logins.end(tx, ann.id, family.family))
    assert await seen() == [("here", False, True), ("there", False, False)]
    await write(lambda tx: logins.end_others(tx, ann.id, this_secret=here))
    assert await seen() == [("here", False, True)]


async def test_the_backlog_is_counted_up_to_a_bound() -> None:
    ann = await story.shopper()
    for number in range(3):
        await story.order(ann, key=f"key-{number}", SKU_0001=1)
    await write(
        lambda tx: tx.execute("UPDATE job SET run_at = ? WHERE id = (SELECT MIN(id) FROM job)", tx.now - 90_000)
    )
    seen = await read(lambda tx: backlog.measure(tx, 2))
    assert (seen.waiting, 90 <= seen.oldest_seconds < 600) == (2, True)


async def test_what_is_old_is_cleared_away_and_told(caplog: pytest.LogCaptureFixture) -> None:
    people = [await story.shopper(f"{name}@example.com") for name in ("ann", "bob", "eve")]
    for person in people:
        await story.fill_cart(person, SKU_0001=1)
    product = await story.one("SELECT public_id FROM product LIMIT 1")
    for _ in range(2):
        await write(lambda tx: carts.add_item(tx, Owner(), product["public_id"]))
    rows = await story.every("SELECT id FROM cart ORDER BY id")
    ages = [31, 179, 181, 29, 31]
    for row, days in zip(rows, ages, strict=True):
        await _age(row["id"], days)
    await write(lambda tx: login_failures.count(tx, ["old"], "old"))
    await write(lambda tx: tx.execute("UPDATE login_failures SET updated_at = ?", tx.now - DAY_MS - 1))
    await write(lambda tx: tx.execute("INSERT INTO rate_bucket (key, full_at) VALUES ('old', ?)", tx.now - 1))
    await write(lambda tx: password_resets.issue(tx, people[0], "secret"))
    await write(lambda tx: email_links.issue(tx, people[0], "verify", people[0].email, "secret"))
    await write(lambda tx: tx.execute("UPDATE email_link SET expires_at = ?", tx.now - 1))
    await write(lambda tx: tx.execute("UPDATE password_reset SET expires_at = ?", tx.now - 1))
    await write(lambda tx: enqueue(tx, RETENTION_PURGE, "now"))
    with caplog.at_level(logging.INFO, "pipelines.maintenance.retention_job"):
        await story.drain()
    assert [row["id"] for row in await story.every("SELECT id FROM cart ORDER BY id")] == [
        row["id"] for row, kept in zip(rows, (True, True, False, True, False), strict=True) if kept
    ]
    assert "retention: 1 carts of guests" in caplog.text
    assert "retention: 1 carts of customers" in caplog.text
    for table in ("login_failures", "rate_bucket", "password_reset", "email_link"):
        assert await story.every(f"SELECT * FROM {table}") == []


async def _age(cart_id: int, days: int) -> None:
    await write(lambda tx: tx.execute("UPDATE cart SET updated_at = ? WHERE id = ?", tx.now - days * DAY_MS, cart_id))
