"""Every payment is compared with the provider's book; what differs stands until a refund or a person settles it."""

import json
from pathlib import Path
from typing import Any

import pytest
import pytest_asyncio

from models.audit.audit_log import Actor, command
from models.checkout.checkout import Placed
from models.database import read, write
from models.operations import doctor
from models.payments import reconciliation
from models.shared.errors import NotAllowedNow, NotFound
from pipelines.gateways.payment_provider import install_provider
from pipelines.gateways.test_provider import TestProvider
from pipelines.payments import reconcile_job
from tests.journeys import story

pytestmark = pytest.mark.asyncio
ADMIN = Actor("boss@example.com", 1)


@pytest_asyncio.fixture
async def provider(open_shop: str, tmp_path: Path) -> TestProvider:
    made = TestProvider(tmp_path / "test-provider.jsonl")
    install_provider(made)
    return made


def tell(tmp_path: Path, mode: str) -> None:
    (tmp_path / "test-provider.mode").write_text(mode)


def rewrite(tmp_path: Path, key: str, **changes: Any) -> None:
    """The provider's book says something else of this key from now on."""
    book = tmp_path / "test-provider.jsonl"
    entries = [json.loads(line) for line in book.read_text().splitlines()]
    entry = next(each for each in reversed(entries) if each["key"] == key)
    with book.open("a") as file:
        file.write(json.dumps({**entry, **changes}) + "\n")


async def compared() -> list[dict[str, Any]]:
    await write(lambda tx: reconciliation.request_run(tx, command("test")))
    await story.drain()
    return list(await read(reconciliation.differences))


async def settle(difference: dict[str, Any]) -> int:
    return await write(lambda tx: reconciliation.settle(tx, ADMIN, difference["public_id"]))


async def paid(key: str = "key-1") -> Placed:
    placed = await story.order(await story.shopper(f"{key}@example.com"), key=key, SKU_0001=1)
    await story.drain()
    return placed


async def test_books_that_agree_differ_in_nothing(provider: TestProvider) -> None:
    placed = await paid()
    await story.cancel_by_customer(await paid("key-2"))
    await story.order(await story.shopper("c@example.com"), token="tok_declined", key="key-3", SKU_0001=1)
    assert await compared() == []
    assert (await story.see(placed)).status == "confirmed"
    assert await read(reconciliation.last_run_at) is not None


async def test_a_provider_that_captures_and_says_declined_is_found_and_pays_back(
    provider: TestProvider, tmp_path: Path
) -> None:
    tell(tmp_path, "lie")
    lied_to = [await paid(f"key-{number}") for number in range(3)]
    tell(tmp_path, "")
    assert {(await story.see(each)).cancel_reason for each in lied_to} == {"payment_declined"}
    found = await compared()
    assert [each["code"] for each in found] == ["captured_there"] * 3
    assert {each["refund_cents"] for each in found} == {(await story.see(lied_to[0])).total_cents}
    assert [each.invariant for each in await read(doctor.violations)] == ["I19"] * 3
    for each in found:
        assert await settle(each) == await settle(each) == each["refund_cents"]
    await story.drain()
    for each in lied_to:
        assert await story.money(provider, each) == 0
        assert (await story.see(each)).payment["status"] == "refunded"
    assert await compared() == []
    audited = await story.every("SELECT 1 FROM audit_entry WHERE action = 'payment.settle'")
    assert len(audited) == 3


async def test_a_refund_that_the_provider_forgot_is_sent_again_under_its_key(
    provider: TestProvider, tmp_path: Path
) -> None:
    placed = await paid()
    tell(tmp_path, "lie")
    await story.cancel_by_customer(placed)
    await story.drain()
    assert await story.money(provider, placed) > 0
    for _ in range(2):  # the second time it forgets the refund again
        (found,) = await compared()
        assert found["code"] == "refund_missing"
        await settle(found)
        await story.drain()
    tell(tmp_path, "")
    (found,) = await compared()
    await settle(found)
    await settle(found)
    await story.drain()
    assert await story.money(provider, placed) == 0
    assert await compared() == []


async def test_more_captured_than_agreed_is_refunded_once(provider: TestProvider, tmp_path: Path) -> None:
    placed = await paid()
    total = (await story.see(placed)).total_cents
    rewrite(tmp_path, f"{placed.public_id}:1", amount_cents=total + 500)
    (found,) = await compared()
    assert (found["code"], found["refund_cents"]) == ("amount", 500)
    assert placed.public_id == found["order_public_id"]
    await settle(found)
    await settle(found)
    await story.drain()
    entry = await provider.lookup(f"{placed.public_id}:1:{found['public_id']}")
    assert entry is not None
    assert (entry.state, entry.amount_cents) == ("refunded", 500)
    assert await compared() == []
    assert (await story.see(placed)).status == "confirmed"


@pytest.mark.parametrize(
    ("changes", "code"),
    [({"state": "declined"}, "not_captured_there"), ({"amount_cents": 1}, "amount"), ({"currency": "EUR"}, "currency")],
)
async def test_what_no_refund_settles_is_for_a_person_and_ends_when_the_books_agree(
    provider: TestProvider, tmp_path: Path, changes: dict[str, Any], code: str
) -> None:
    placed = await paid()
    before = await provider.lookup(f"{placed.public_id}:1")
    rewrite(tmp_path, f"{placed.public_id}:1", **changes)
    (found,) = await compared()
    assert (found["code"], found["refund_cents"]) == (code, 0)
    with pytest.raises(NotAllowedNow):
        await settle(found)
    assert before is not None
    same = {"state": before.state, "amount_cents": before.amount_cents, "currency": before.currency}
    rewrite(tmp_path, f"{placed.public_id}:1", **same)
    assert await compared() == []


async def test_a_book_that_names_no_currency_differs_in_nothing(provider: TestProvider, tmp_path: Path) -> None:
    placed = await paid()
    rewrite(tmp_path, f"{placed.public_id}:1", currency="")
    assert await compared() == []


async def test_there_is_nothing_to_settle_of_what_is_not_there(provider: TestProvider) -> None:
    with pytest.raises(NotFound):
        await write(lambda tx: reconciliation.settle(tx, ADMIN, "x" * 26))


async def test_all_pages_are_compared(provider: TestProvider, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reconcile_job, "PAGE", 2)
    orders = [await paid(f"key-{number}") for number in range(5)]
    for each in orders:
        rewrite(tmp_path, f"{each.public_id}:1", amount_cents=1)
    assert len(await compared()) == 5
    for each in orders:
        rewrite(tmp_path, f"{each.public_id}:1", amount_cents=(await story.see(each)).total_cents)
    assert await compared() == []


async def test_a_book_that_cannot_be_read_puts_the_comparison_off(provider: TestProvider, tmp_path: Path) -> None:
    await paid()
    tell(tmp_path, "refuse")
    assert await compared() == []
    job = await story.one("SELECT state, attempt, deferrals FROM job WHERE kind = 'payment.reconcile'")
    assert tuple(job) == ("queued", 0, 1)
    tell(tmp_path, "")
    await story.later()
    await story.drain()
    assert await story.job_states("payment.reconcile") == {"succeeded": 3}  # payments, refunds, the list
