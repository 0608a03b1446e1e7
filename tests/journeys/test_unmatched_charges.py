"""The provider's list of charges is compared, too: money that no order of ours explains stands until it is refunded."""

import json
from pathlib import Path
from typing import Any

import pytest
import pytest_asyncio

from cli.lost_orders import report_of_lost_orders
from models.audit.audit_log import Actor, command
from models.database import read, write
from models.operations import doctor
from models.payments import reconciliation, unmatched_charges
from models.shared.errors import NotFound
from pipelines.gateways import test_provider
from pipelines.gateways.payment_provider import ChargePage, PaymentProvider, install_provider
from pipelines.gateways.test_provider import TestProvider
from tests.journeys import story

pytestmark = pytest.mark.asyncio
ADMIN = Actor("boss@example.com", 1)
LOST = {"amount_cents": 4200, "currency": "USD", "token": "tok_ok"}
YESTERDAY = "2020-01-01T00:00:00+00:00"


@pytest_asyncio.fixture
async def provider(open_shop: str, tmp_path: Path) -> TestProvider:
    made = TestProvider(tmp_path / "test-provider.jsonl")
    install_provider(made)
    return made


async def compared() -> list[str]:
    """The violations after a comparison."""
    await write(lambda tx: reconciliation.request_run(tx, command("test")))
    await story.drain()
    return [f"{each.invariant}: {each.words}" for each in await read(doctor.violations)]


async def refund(public_id: str) -> int:
    return await write(lambda tx: unmatched_charges.request_refund(tx, ADMIN, public_id))


async def refund_all() -> None:
    for each in await read(unmatched_charges.open_charges):
        await refund(each.public_id)
    await story.drain()


async def bought(key: str) -> None:
    await story.order(await story.shopper(f"{key}@example.com"), key=key, SKU_0001=1)
    await story.drain()


async def test_a_charge_without_an_order_is_a_violation_until_it_is_refunded_once(provider: TestProvider) -> None:
    await bought("ours")
    await provider.charge("lost:1", number="CW-10077", **LOST)
    assert await compared() == ["I19: the provider holds $42.00 for order CW-10077, of which no payment is known here"]
    (charge,) = await read(unmatched_charges.open_charges)
    assert [await refund(charge.public_id) for _ in range(2)] == [4200, 4200]
    await story.drain()
    assert await compared() == []
    entry = await provider.lookup("lost:1:unmatched")
    assert entry is not None
    assert (entry.state, entry.amount_cents) == ("refunded", 4200)
    audited = "SELECT 1 FROM audit_entry WHERE action = 'payment.settle'"
    assert len(await story.every(audited)) == 1


async def test_pages_of_the_list_follow_each_other(provider: TestProvider, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(test_provider, "LISTED", 2)
    for number in range(5):
        await provider.charge(f"lost:{number}", number=f"CW-{number}", **LOST)
    await provider.refund("there", charge_key="lost:1", amount_cents=4200)
    await provider.refund("part", charge_key="lost:2", amount_cents=200)
    await compared()
    found = await read(unmatched_charges.open_charges)
    assert [(each.number, each.amount_cents) for each in found] == [
        ("CW-0", 4200),
        ("CW-2", 4000),
        ("CW-3", 4200),
        ("CW-4", 4200),
    ]
    await refund_all()


async def test_what_the_provider_gave_back_by_itself_is_settled(provider: TestProvider) -> None:
    await provider.charge("lost:1", number="CW-10077", **LOST)
    assert len(await compared()) == 1
    await provider.refund("by hand", charge_key="lost:1", amount_cents=4200)
    assert await compared() == []


async def test_a_card_that_was_charged_and_called_declined_is_found_after_another_one_paid(
    provider: TestProvider, tmp_path: Path
) -> None:
    await bought("ours")
    (row,) = await story.every("SELECT provider_key, amount_cents FROM payment")
    await write(lambda tx: tx.execute("UPDATE payment SET provider_key = 'second'"))
    with (tmp_path / "test-provider.jsonl").open("a") as book:
        paid = {"state": "captured", "amount_cents": row["amount_cents"], "currency": "USD"}
        book.write(json.dumps({"key": "second", **paid}) + "\n")
    await compared()
    assert [each.provider_key for each in await read(unmatched_charges.open_charges)] == [row["provider_key"]]
    await refund_all()


class OldBook(TestProvider):
    """A provider without a list."""

    async def list_charges(self, **question: Any) -> ChargePage:
        return await PaymentProvider.list_charges(self, **question)


async def test_a_provider_that_cannot_list_is_said_in_words(provider: TestProvider, tmp_path: Path) -> None:
    install_provider(OldBook(tmp_path / "test-provider.jsonl"))
    await provider.charge("lost:1", number="CW-10077", **LOST)
    assert await compared() == []
    assert await report_of_lost_orders(YESTERDAY) == [
        "lost orders are not known: the payment provider cannot list its charges",
        f"compare the provider's own list of charges since {YESTERDAY} with the orders here",
    ]


async def test_a_provider_that_does_not_answer_loses_nothing(provider: TestProvider, tmp_path: Path) -> None:
    (tmp_path / "test-provider.mode").write_text("refuse")
    (words,) = await report_of_lost_orders(YESTERDAY)
    assert words.startswith("lost orders are not known yet: ")


async def test_a_restored_shop_is_told_its_lost_orders_by_number(provider: TestProvider) -> None:
    assert await report_of_lost_orders(YESTERDAY) == ["no charge in the provider's book is without its order here"]
    await provider.charge("lost:1", number="CW-10077", **LOST)
    await provider.charge("lost:2", number="", **LOST)
    first, *lines = await report_of_lost_orders(YESTERDAY)
    assert first.startswith("2 orders were charged and are lost")
    assert lines[0].startswith("  CW-10077: $42.00 USD, charged at 20")
    assert lines[1].startswith("  key lost:2: $42.00 USD, charged at 20")
    await refund_all()


async def test_there_is_nothing_to_refund_of_what_is_not_there(provider: TestProvider) -> None:
    with pytest.raises(NotFound):
        await refund("x" * 26)
