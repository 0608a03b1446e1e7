"""Rounds of orders under faults, each judged when all of it is decided or 90 seconds are over."""

import asyncio
import contextlib
import threading
import time
from collections.abc import Awaitable, Callable
from functools import partial
from pathlib import Path
from typing import TypeVar

from cli.proof.fault_kinds import FAULTS, Premises, inflict
from cli.proof.fault_plan import plan
from cli.proof.load_shoppers import LoadShopper, Shelves, ShoppersRecord, longest_pause
from cli.proof.proof_output import Narrator
from cli.proof.proof_premises import ProofTerms
from cli.proof.verdict import ProofVerdict, ShopState, entries_of, judge
from cli.startup import with_database
from core.settings import Settings
from models.audit.audit_log import command
from models.database import DatabaseBusy, Transaction, read, read_long, write
from models.inventory import stock_adjustments
from models.jobs.admin import job_actions
from models.operations import doctor, order_outcomes
from models.payments import reconciliation

T = TypeVar("T")
PLENTY, SCARCE = 6, 3  # so many products of each
PLENTY_UNITS, SCARCE_UNITS = 50_000, 15  # put on each shelf before each round
UNDECIDED_SECONDS = 90.0
COMPARE_SECONDS = 60.0
HURRIED_SECONDS = 10.0  # where undecided orders keep it from ending
LOOK_SECONDS = 0.25
ACTOR = command("prove")


class Proof:
    """The premises of a proof, with the record of its shoppers."""

    def __init__(self, terms: ProofTerms, premises: Premises, database_url: str) -> None:
        self.terms, self.premises = terms, premises
        self.record = ShoppersRecord(premises.shop.folder / "shoppers.jsonl")
        self.settings = Settings(database_url=database_url)
        self.stock: dict[str, int] = {}
        self.shelves = Shelves((), ())
        self._longest_closed_seconds = 0.0
        self._run_again = 0

    @property
    def faults(self) -> list[str]:
        """The faults that can happen here."""
        return [name for name in FAULTS if name not in self.premises.left_out]

    def run_round(self, number: int, narrator: Narrator) -> ProofVerdict:
        """Place orders under faults, wait until all is decided, and judge all rounds so far."""
        self._fill_shelves()
        seed = f"{self.terms.seed}:{number}"
        planned = plan(seed, seconds=self.terms.seconds, faults=self.faults)
        narrator.begin(number, planned)
        stopping = threading.Event()
        shoppers = [
            LoadShopper(f"{seed}:{place}", self.premises.shop.port, self.shelves, self.record, stopping)
            for place in range(self.terms.shoppers)
        ]
        began = time.monotonic()
        for shopper in shoppers:
            shopper.start()
        with narrator.following("orders under faults", self.terms.seconds, lambda: len(self.record.accepted)):
            inflict(self.premises, planned, narrator.tell)
            time.sleep(max(0.0, began + self.terms.seconds - time.monotonic()))
        over = time.monotonic()
        stopping.set()
        self._longest_closed_seconds = max(
            self._longest_closed_seconds, longest_pause(self.record.accepted_at, began, over)
        )
        with narrator.following("waiting for decisions", UNDECIDED_SECONDS, lambda: len(self.record.accepted)):
            for shopper in shoppers:
                shopper.join()
            return self._with_database(partial(self._judge, over))

    def _fill_shelves(self) -> None:
        async def restock(tx: Transaction) -> None:
            if not self.stock:
                products = await order_outcomes.products_to_sell(tx, PLENTY + SCARCE)
                self.shelves = Shelves(products[:PLENTY], products[PLENTY:])
                for product in products:
                    await stock_adjustments.adjust(tx, ACTOR, product, on_hand=0)
            for shelf, units in ((self.shelves.plenty, PLENTY_UNITS), (self.shelves.scarce, SCARCE_UNITS)):
                for product in shelf:
                    await stock_adjustments.restock(tx, ACTOR, product, units)

        self._with_database(partial(write, restock))
        for shelf, units in ((self.shelves.plenty, PLENTY_UNITS), (self.shelves.scarce, SCARCE_UNITS)):
            for product in shelf:
                self.stock[product] = self.stock.get(product, 0) + units

    def _with_database(self, work: Callable[[], Awaitable[T]]) -> T:
        return asyncio.run(with_database(self.settings, work))

    async def _judge(self, over: float) -> ProofVerdict:
        """Wait for decisions until 90 s after `over`, let the payments be compared and settled, and judge."""
        self._run_again += await _run_again()
        await _until(lambda: read(order_outcomes.count_undecided), over + UNDECIDED_SECONDS)
        state = await read_long(_state, snapshot=True)
        undecided = [
            f"undecided: {order.public_id} is {order.status}" for order in state.orders if not order.is_decided
        ]
        await _settle_payments(HURRIED_SECONDS if undecided else COMPARE_SECONDS)
        state = await read_long(_state, snapshot=True)
        verdict = judge(self.record.accepted, state, entries_of(self._book), self.stock)
        verdict.undecided = undecided
        verdict.others += [f"unexpected answer: {words}" for words in self.record.unexpected]
        verdict.longest_closed_seconds = self._longest_closed_seconds
        verdict.run_again = self._run_again
        return verdict

    @property
    def _book(self) -> Path:
        return self.premises.shop.data_folder / "test-provider.jsonl"


async def _until(count: Callable[[], Awaitable[int]], deadline: float) -> bool:
    """Wait until nothing is counted any more; whether that was before the deadline of the monotonic clock."""
    while True:
        with contextlib.suppress(DatabaseBusy):
            if not await count():
                return True
        if time.monotonic() > deadline:
            return False
        await asyncio.sleep(LOOK_SECONDS)


async def _run_again() -> int:
    """What a person does with jobs whose workers were killed three times; how many there were."""
    dead = await read(order_outcomes.lost_their_workers)
    for public_id in dead:
        await write(partial(job_actions.run_again, public_id=public_id, actor=ACTOR, reason="killed three times"))
    return len(dead)


async def _settle_payments(seconds: float) -> None:
    """What a person does about a provider that lied: compare all payments, and refund what was taken wrongly."""
    await _until(lambda: read(order_outcomes.count_open_work), time.monotonic() + seconds)
    await write(partial(reconciliation.request_run, actor=ACTOR))
    await _until(lambda: read(order_outcomes.count_open_work), time.monotonic() + seconds)
    for each in await read(reconciliation.differences):
        if each["refund_cents"]:
            await write(partial(reconciliation.settle, actor=ACTOR, public_id=str(each["public_id"])))
    await _until(lambda: read(order_outcomes.count_open_work), time.monotonic() + seconds)


async def _state(tx: Transaction) -> ShopState:
    found = await doctor.violations(tx)
    words = [f"{violation.invariant}: {violation.words}" for violation in found]
    return ShopState(await order_outcomes.outcomes(tx), await order_outcomes.ordered_units(tx), words)
