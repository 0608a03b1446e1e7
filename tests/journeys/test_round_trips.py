"""What a story costs in round trips to PostgreSQL: the network between a shop and its database is the slowest part."""

from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import pytest
import pytest_asyncio

from core.settings import Settings
from models.catalog.seed import seed_demo
from models.checkout import checkout
from models.checkout.buyers import customer
from models.checkout.checkout import Placed
from models.database import Transaction, close_database, open_database, write
from models.database.postgres import postgres_clock
from models.shared.idempotency import StoredAnswer
from pipelines.gateways.payment_provider import install_provider
from pipelines.gateways.test_provider import TestProvider
from tests.journeys import story
from tests.servers.postgres import Postgres
from tests.servers.wire import Wire, wire_to
from tests.web.clients import Api, make_user
from tests.web.placing import place_by_api
from web.app import create_app
from web.checkout import checkout_backlog
from workers.job_attempt import attempt

pytestmark = pytest.mark.asyncio

WARM = 3  # a statement is prepared when it is first met, and that is a round trip of its own


@pytest_asyncio.fixture
async def wire(postgres: Postgres, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[Wire]:
    """A shop behind a wire that counts. The time, else asked for every ten seconds, is asked for once."""
    monkeypatch.setattr(postgres_clock, "FRESH_SECONDS", 3600.0)
    async for url in postgres.copy():
        async with wire_to(postgres.port) as line:
            there = url.replace(f":{postgres.port}/", f":{line.port}/") + "?sslmode=disable"
            await open_database(there, busy_seconds=60, connections=1)
            await write(seed_demo)
            install_provider(TestProvider(tmp_path / "provider.jsonl"))
            yield line
            await close_database()


def _tell(_: object, __: object, outcome: object) -> tuple[int, str]:
    return (202, "{}") if isinstance(outcome, Placed) else (409, "{}")


async def trips_of_a_checkout(wire: Wire, turn: int) -> int:
    """A customer orders two products, and the answer is kept."""
    ann = await story.shopper(f"ann{turn}@example.com")
    await story.fill_cart(ann, SKU_0001=1, SKU_0002=2)

    async def work(tx: Transaction) -> StoredAnswer:
        return await checkout.place_once(tx, await customer(tx, ann), story.WANTED, _tell, route="test")

    before = wire.round_trips
    assert (await write(work)).status == 202
    return wire.round_trips - before


async def test_a_checkout_is_three_round_trips(wire: Wire) -> None:
    trips = [await trips_of_a_checkout(wire, turn) for turn in range(WARM)]
    assert trips[-1] <= 3, trips


async def test_an_order_by_the_api_is_its_checkout_and_one_look_at_who_asks(
    wire: Wire, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(
        checkout_backlog, "CHECK_SECONDS", 3600.0
    )  # a process looks once a second, whatever it costs an order
    settings = Settings(env="development", secret_key="k" * 48, data_dir=tmp_path, test_payments=True)
    await make_user("bea@example.com")
    bea = Counted(wire, await Api(create_app(settings)).log_in("bea@example.com"))
    for turn in range(WARM):
        answer = await place_by_api(bea, key=f"key-{turn}")  # type: ignore[arg-type]
        assert answer.status_code == 202, await answer.get_data(as_text=True)
    assert bea.trips <= 4


class Counted:
    """Somebody at the API, and what their last call cost."""

    def __init__(self, wire: Wire, api: Api) -> None:
        self._wire, self._api = wire, api
        self.trips = 0

    async def call(self, *words: Any, **options: Any) -> Any:
        before = self._wire.round_trips
        answer = await self._api.call(*words, **options)
        self.trips = self._wire.round_trips - before
        return answer


async def test_an_order_is_claimed_held_paid_and_confirmed_within_twenty_round_trips(wire: Wire) -> None:
    """For one order of one product: two for the claim, six to hold, eight to confirm; and four that others add."""
    costs = []
    for turn in range(WARM):
        ann = await story.shopper(f"ann{turn}@example.com")
        await story.order(ann, SKU_0005=1)
        before = wire.round_trips
        (claim,) = await story.claim_due(lanes=["orders"])
        await attempt(claim)
        costs.append(wire.round_trips - before)
        assert (await story.one("SELECT status FROM orders ORDER BY id DESC LIMIT 1"))["status"] == "confirmed"
    assert costs[-1] <= 20, costs
