"""The previous release and this one side by side on one database under load, forward and back: nothing is refused."""

import asyncio
import random
import subprocess
import uuid
from collections import Counter
from collections.abc import AsyncIterator, Iterator
from dataclasses import dataclass, field
from pathlib import Path

import httpx
import pytest
import pytest_asyncio

from models.database import close_database, open_database
from tests.faults import books
from tests.faults.processes import ROOT, Launcher, Process, Shop, Web, until
from tests.faults.shopping import ADDRESS, address_of, client_of, products, set_stock
from tests.faults.stacks import on_databases_by_rabbitmq

pytestmark = on_databases_by_rabbitmq

PREVIOUS = "ed51db26f2e6fb001f75c90250e33588b4d17e45"  # the commit of the previous release; the schema has grown since
PLANTED = "migration_claims_to_suit"
SHOPPERS = 4
WAVE = 12  # orders


def unpack_release(commit: str, folder: Path) -> Path:
    """The program of a commit, taken from this checkout's history, in a new folder."""
    known = subprocess.run(
        ["git", "cat-file", "-e", f"{commit}^{{commit}}"], cwd=ROOT, capture_output=True, check=False
    )
    if known.returncode:
        pytest.fail(
            f"this checkout lacks commit {commit}, the previous release, which runs beside this one here:"
            " get the whole history with `git fetch --unshallow`"
        )
    packed = subprocess.run(["git", "archive", commit], cwd=ROOT, capture_output=True, check=True)
    folder.mkdir()
    subprocess.run(["tar", "-x", "-C", str(folder)], input=packed.stdout, check=True)
    return folder


@pytest.fixture(scope="module")
def previous(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Path, Launcher]]:
    """The folder of the previous release, and what starts its processes."""
    folder = unpack_release(PREVIOUS, tmp_path_factory.mktemp("previous") / "program")
    launcher = Launcher(folder)
    yield folder, launcher
    launcher.close()


@dataclass
class Releases:
    """One shop without a schema yet, run by two programs."""

    old: Shop
    new: Shop
    added: list[str]  # the migrations that only the newer program knows


@pytest_asyncio.fixture
async def releases(shop: Shop, previous: tuple[Path, Launcher]) -> AsyncIterator[Releases]:
    folder, launcher = previous
    new = await shop.next_door()
    old = new.run_by(launcher)
    names = {
        root: {file.name for file in (root / "migrations/cartwright").glob("[0-9]*.py")} for root in (folder, ROOT)
    }
    added = names[ROOT] - names[folder]
    assert added, "both releases have one schema: name an earlier commit as the previous release"
    yield Releases(old, new, sorted(added))
    await new.close()
    await old.close()


@dataclass
class Customers:
    """Guests who buy one after the other, at any web process that takes requests now, as behind a load balancer."""

    product: str
    placed: set[str] = field(default_factory=set)
    refused: list[str] = field(default_factory=list)
    _open: list[Web] = field(default_factory=list)
    _busy: Counter[int] = field(default_factory=Counter)
    _is_over: bool = False

    def go_to(self, web: Web) -> None:
        self._open.append(web)

    async def leave(self, web: Web) -> None:
        """Send nobody there any more, and wait for the answers."""
        self._open.remove(web)
        await until(lambda: not self._busy[web.port], what="all requests to it are answered")

    async def keep_buying(self) -> None:
        while not self._is_over:
            web = random.choice(self._open)
            self._busy[web.port] += 1
            try:
                async with client_of(web.url) as client:
                    await self._buy(client)
            except httpx.TransportError as error:
                self.refused.append(repr(error))
            finally:
                self._busy[web.port] -= 1
            await asyncio.sleep(0.02)

    async def _buy(self, client: httpx.AsyncClient) -> None:
        key = str(uuid.uuid4())
        body = {"product_id": self.product, "quantity": 1}
        filled = self._taken(await client.post("/api/v1/cart/items", json=body), 201)
        if filled is None:
            return
        headers = {"X-Cart-Token": filled["cart_token"], "Idempotency-Key": key}
        order = {"shipping_address": ADDRESS, "payment": {"method": "test_card", "token": "tok_ok"}}
        answer = await client.post("/api/v1/orders", json=order | {"email": address_of(key)}, headers=headers)
        placed = self._taken(answer, 202)
        if placed is not None:
            self.placed.add(placed["id"])
            seen = {"X-Order-Token": placed["access_token"]}
            self._taken(await client.get(f"/api/v1/orders/{placed['id']}", headers=seen), 200)

    def _taken(self, answer: httpx.Response, expected: int) -> dict[str, str] | None:
        if answer.status_code == expected:
            body: dict[str, str] = answer.json()
            return body
        self.refused.append(f"{answer.request.method} {answer.request.url}: {answer.status_code} {answer.text[:300]}")
        return None

    async def bought(self, more: int = WAVE) -> None:
        """So many more orders are placed, and nothing was refused."""
        wanted = len(self.placed) + more
        await until(lambda: self.refused or len(self.placed) >= wanted, what=f"{more} more orders are placed")
        assert not self.refused, f"refused: {self.refused[:3]}"

    def go_home(self) -> None:
        self._is_over = True


async def roll(releases: Releases, *, planted: str = "") -> None:
    """Forward to the newer release and back, while customers buy."""
    old = releases.old
    for words in (("migrate",), ("seed",)):
        assert (await old.run(*words)).code == 0
    await close_database()
    await open_database(old.database_url, busy_seconds=3)
    product = (await products(1))[0]
    await set_stock(product, 100_000)
    customers = Customers(product)
    old_web = await old.web()
    workers = [old.worker(), old.worker()]
    customers.go_to(old_web)
    buying = [asyncio.create_task(customers.keep_buying()) for _ in range(SHOPPERS)]
    try:
        new_web, newer = await go_forward(releases, customers, old_web, workers, planted=planted)
        await go_back(releases, customers, new_web, newer)
    finally:
        customers.go_home()
        await asyncio.gather(*buying)
    assert not customers.refused, f"refused: {customers.refused[:3]}"
    await books.settled()
    await books.in_order(old, promised=customers.placed)


async def go_forward(
    releases: Releases, customers: Customers, old_web: Web, workers: list[Process], *, planted: str
) -> tuple[Web, list[Process]]:
    """Migrate under the old processes, restart one of them, and replace them by new ones."""
    old, new = releases.old, releases.new
    await customers.bought()
    forecast = await new.run("migrate", "--check", planted=planted)
    assert "processes of the release that runs now stay ready and may restart" in forecast.said, forecast.said
    migrated = await new.run("migrate", planted=planted)
    assert migrated.code == 0, migrated.said
    assert set(releases.added) <= set(migrated.said.replace("applied ", "").split()), migrated.said
    await customers.bought()
    assert await workers.pop().stop() == 0
    await works(old, workers)
    await customers.bought()
    assert await is_ready(old_web), "the old web process is not ready on the new schema"
    new_web = await new.web()
    customers.go_to(new_web)
    newer: list[Process] = []
    for _ in range(2):
        await works(new, newer)
    await customers.bought()
    await customers.leave(old_web)
    for process in (old_web.process, *workers):
        assert await process.stop() == 0
    await customers.bought()
    return new_web, newer


async def go_back(releases: Releases, customers: Customers, new_web: Web, newer: list[Process]) -> None:
    """Start old processes on the new schema, end the new ones, and take their migrations back."""
    old, new = releases.old, releases.new
    web = await old.web()
    customers.go_to(web)
    await works(old, [])
    await customers.bought()
    await customers.leave(new_web)
    for process in (new_web.process, *newer):
        assert await process.stop() == 0
    for _ in releases.added:
        undone = await new.run("migrate", "--down", "--delete-data")
        assert undone.code == 0, undone.said
    await customers.bought()
    assert await is_ready(web)
    listed = await new.run("migrate", "--list")
    assert [line.split()[1] for line in listed.said.splitlines() if line.startswith("missing")] == sorted(
        releases.added, key=lambda name: int(name.partition("_")[0])
    )


async def works(shop: Shop, workers: list[Process]) -> None:
    """Start one more worker and wait until it has claimed a job."""
    worker = shop.worker()
    workers.append(worker)
    claims = "SELECT 1 FROM job_event WHERE type = 'claimed' AND worker = ? LIMIT 1"

    async def has_claimed() -> bool:
        assert worker.is_alive, f"the worker ended with {worker.code}\n{worker.said[-2000:]}"
        return bool(await books.rows(claims, worker.name))

    await until(has_claimed, what=f"{worker.name} has claimed a job")


async def is_ready(web: Web) -> bool:
    async with client_of(web.url) as client:
        return (await client.get("/readyz")).status_code == 200


@pytest.mark.asyncio
async def test_the_previous_release_and_this_one_share_a_database_forward_and_back(releases: Releases) -> None:
    await roll(releases)


@pytest.mark.asyncio
async def test_a_migration_that_only_claims_to_suit_older_programs_is_found(releases: Releases) -> None:
    with pytest.raises(AssertionError, match="refused"):
        await roll(releases, planted=PLANTED)


def test_a_checkout_without_history_is_told_what_it_lacks(tmp_path: Path) -> None:
    with pytest.raises(pytest.fail.Exception, match=r"lacks commit 0{40}, the previous release"):
        unpack_release("0" * 40, tmp_path / "program")
