"""One simulated life of a shop: a seed decides who does what next, what is lost and who is killed; then all is quiet.

The steps are the product's own: checkouts, claims, attempts, lease renewals, rescue, expiry, cancellation. The seed
decides about everything else, so that it can be repeated to the letter.
"""

import asyncio
import contextlib
import hashlib
import json
import random
from collections.abc import Iterator
from functools import partial
from typing import Any

from core import failpoints
from models.audit.audit_log import command
from models.carts import carts
from models.carts.carts import Owner
from models.checkout import buyers, checkout
from models.checkout.checkout import Checkout, Placed
from models.database import Transaction, read, write
from models.database.sqlite import sqlite_connection
from models.inventory import inventory
from models.jobs.admin import job_actions
from models.jobs.ledger import clock_changes, completion, jobs, rescue
from models.jobs.ledger.job_kinds import RESERVATIONS_EXPIRE
from models.operations import doctor, order_outcomes
from models.orders import orders
from models.orders.order_states import CancelReason
from models.payments import payment_circuit
from models.shared import idempotency, public_ids
from models.shared.errors import Refusal
from pipelines.gateways.payment_provider import install_provider
from pipelines.orders import order_process, payment_steps
from tests.simulation.memory_database import MemoryConnection
from tests.simulation.simulated_world import (
    Call,
    Clock,
    Crash,
    Killer,
    SimulatedProvider,
    SimulatedWorker,
    running_as,
    seeded_bits,
)
from workers import heartbeat, job_attempt, job_claims

ORDERS, WORKERS, STEPS, UNITS = 3, 2, 26, 4
QUEUES = ("orders", "maintenance")
UNSERVED = ("(mail.", ".alert)")  # jobs of queues that no worker of a simulation serves
LEASE_SECONDS = 30.0
QUIET_STEPS = 300
FAILPOINTS = ",".join(
    f"{name}=kill:{chance}"
    for name, chance in {
        "before_ask": 0.04,
        "after_ask": 0.08,
        "in_transaction": 0.03,
        "before_commit": 0.03,
        "after_commit": 0.04,
        "after_finish": 0.03,
        "after_refund": 0.1,
        "rescue": 0.03,
        "release": 0.1,
    }.items()
)
ADDRESS = {"name": "Ada Buyer", "line1": "1 Main St", "city": "Springfield", "postal_code": "12345", "country": "US"}


class Simulation:
    """The life that one seed leads to.

    Attributes:
        trace: what happened, a line each, with the time.
        wrong: what is wrong at the end, a sentence each.
    """

    def __init__(self, seed: int, connection: MemoryConnection, products: list[str]) -> None:
        self.draw = random.Random(seed)
        self.clock = Clock()
        self.trace: list[str] = []
        self.wrong: list[str] = []
        self._connection, self._products = connection, products
        self._calls: list[Call] = []
        self._provider = SimulatedProvider(self._calls, self._name)
        self._workers: list[SimulatedWorker] = []
        self._tasks: set[asyncio.Task[None]] = set()
        self._wanted: list[dict[str, Any]] = []
        self._placed: dict[str, int] = {}  # public id of an order to its place among all
        self._was_set_back, self._leases_hold_until = False, 0.0
        self._named = 0

    async def run(self) -> None:
        """Live through it, and judge."""
        self._connection.start_over()
        with self._world():
            for _ in range(WORKERS):
                self._hire()
            failpoints.arm(FAILPOINTS)
            for _ in range(STEPS):
                await self._any_step()
            failpoints.arm("")
            self._tell("quiet")
            await self._calm_down()
            await self._judge()
            await self._end()

    @property
    def digest(self) -> str:
        return hashlib.sha256("\n".join(self.trace).encode()).hexdigest()

    @contextlib.contextmanager
    def _world(self) -> Iterator[None]:
        """The product sees the clock, the chance and the provider of this simulation."""
        replaced: list[tuple[Any, str, Any]] = [
            (sqlite_connection, "time", self.clock),
            (heartbeat, "time", self.clock),
            (failpoints, "os", Killer()),
            (failpoints, "random", self.draw),
            (public_ids, "secrets", seeded_bits(self.draw)),
            (payment_steps, "random", self.draw),
            (job_attempt, "_draw", self.draw),
        ]
        before = [(module, name, getattr(module, name)) for module, name, _ in replaced]
        for module, name, value in replaced:
            setattr(module, name, value)
        install_provider(self._provider)
        try:
            yield
        finally:
            failpoints.arm("")
            for module, name, value in before:
                setattr(module, name, value)

    async def _any_step(self) -> None:
        steps = {
            self._place: 3 if len(self._placed) < ORDERS else 0,
            self._claim: 6,
            self._answer: 6 if self._calls else 0,
            self._beat: 2,
            self._maintain: 2,
            self._wait: 4,
            self._jump: 0.3,
            self._kill: 0.7,
            self._cancel: 0.5 if self._placed else 0,
            self._expire: 0.4,
        }
        step = self.draw.choices(list(steps), list(steps.values()))[0]
        await step()
        await self._rest()

    async def _place(self) -> None:
        """A guest checks out, and repeats under the key while there is no answer."""
        if not self._wanted or self._wanted[-1]["id"]:
            products = self.draw.sample(self._products, self.draw.choice((1, 2)))
            lines = [(product, self.draw.choice((1, 2, 3))) for product in products]
            token = self.draw.choice(("tok_ok", "tok_ok", "tok_ok", "tok_declined"))
            self._wanted.append(
                {"key": f"key-{len(self._wanted)}", "lines": lines, "token": token, "id": "", "cart": ""}
            )
        wanted = self._wanted[-1]
        running_as.set(SimulatedWorker("web", self.clock.now_ms))
        try:
            if not wanted["cart"]:
                wanted["cart"] = await write(partial(self._fill, lines=wanted["lines"]))
            answer = await idempotency.write_once(partial(self._check_out, wanted=wanted))
        except Crash:
            self._tell(f"web killed while it took {wanted['key']}")
            return
        except Refusal as refusal:
            self._tell(f"{wanted['key']} refused: {type(refusal).__name__}")
            self._wanted.pop()
            return
        finally:
            running_as.set(None)
        if answer.status == 409:
            self._tell(f"{wanted['key']} sold out")
            self._wanted.pop()
            return
        wanted["id"] = json.loads(answer.body)["id"]
        self._placed[wanted["id"]] = len(self._placed) + 1
        self._tell(f"{wanted['key']} accepted as order {self._placed[wanted['id']]}")

    async def _fill(self, tx: Transaction, lines: list[tuple[str, int]]) -> str:
        token: str | None = None
        for product, quantity in lines:
            cart = await carts.add_item(tx, Owner(token=token), product, quantity)
            token = token or cart.token
        assert token is not None
        return token

    async def _check_out(self, tx: Transaction, wanted: dict[str, Any]) -> idempotency.StoredAnswer:
        buyer = await buyers.guest(tx, wanted["cart"], f"{wanted['key']}@example.com", b"k" * 32)
        asked = Checkout(
            key=wanted["key"],
            fingerprint="f" * 64,
            shipping_method="standard",
            shipping_address=ADDRESS,
            payment_method="test_card",
            payment_token=wanted["token"],
        )
        return await checkout.place_once(tx, buyer, asked, answer_of, route="POST /orders")

    async def _claim(self) -> None:
        worker = self.draw.choice(self._workers)
        running_as.set(worker)
        try:
            if await read(lambda tx: jobs.due_in_ms(tx, QUEUES)) != 0:
                return
            shares = [(queue, self.draw.choice((1, 3))) for queue in QUEUES]
            claim = partial(job_claims.claim_and_open, shares=shares, worker=worker.name, lease_seconds=LEASE_SECONDS)
            for each in await write(claim):
                each.claimed_at = self.clock.monotonic()
                each.is_safe = lambda: self.clock.now_ms - worker.beat_ms < LEASE_SECONDS * 500
                task = asyncio.create_task(job_attempt.attempt(each))
                worker.running[task] = each
                self._tasks.add(task)
                self._tell(f"{worker.name} claims job {each.id}, fence {each.fence}")
        except Crash:
            pass
        finally:
            running_as.set(None)
        self._bury()

    async def _answer(self) -> None:
        call = self.draw.choice(self._calls)
        said = self.draw.choices(("arrived", "lost", "refused"), (8, 2, 1 if call.words.startswith("charge") else 0))[0]
        self._tell(f"{call.words} {said}")
        call.future.set_result(said)

    async def _beat(self) -> None:
        await self._beat_of(self.draw.choice(self._workers))

    async def _beat_of(self, worker: SimulatedWorker) -> None:
        held = [each for each in worker.running.values() if heartbeat._is_in_time(each)]
        lost = await write(partial(completion.renew_leases, claims=held))
        worker.beat_ms = self.clock.now_ms
        for task, claim in list(worker.running.items()):
            if claim in lost:
                self._tell(f"{worker.name} has lost job {claim.id}")
                claim.is_settled = True
                task.cancel()

    async def _maintain(self) -> None:
        """A round of a worker's maintenance: for a lease's time after a jump of the clock nobody is rescued."""
        worker = self.draw.choice(self._workers)
        running_as.set(worker)
        try:
            if self._was_set_back:
                self._was_set_back = False
                await write(lambda tx: clock_changes.limit_future_times(tx, LEASE_SECONDS))
            if self.clock.monotonic() >= self._leases_hold_until and await read(rescue.has_expired_lease):
                rescued = await write(self._rescue)
                self._tell(f"{worker.name} rescues {rescued}")
            if await read(payment_circuit.is_probe_due):
                await write(payment_circuit.send_probe)
        except Crash:
            pass
        finally:
            running_as.set(None)
        self._bury()

    async def _rescue(self, tx: Transaction) -> int:
        failpoints.failpoint("rescue")
        return await rescue.rescue(tx, wait_seconds=10.0, draw=self.draw)

    async def _wait(self) -> None:
        self.clock.now_ms += self.draw.choice((50, 500, 5_000, 20_000, 40_000))

    async def _jump(self) -> None:
        seconds = self.draw.randint(-3600, 3600)
        self.clock.jump(seconds)
        self._was_set_back |= seconds < 0
        self._leases_hold_until = self.clock.monotonic() + LEASE_SECONDS
        self._tell(f"the clock jumps by {seconds} s")

    async def _kill(self) -> None:
        worker = self.draw.choice(self._workers)
        worker.is_dead = True
        self._bury()
        if self.draw.random() < 0.5:  # its supervisor saw it
            await write(partial(rescue.end_leases, worker=worker.name))

    async def _cancel(self) -> None:
        public_id = self.draw.choice(list(self._placed))
        try:
            await write(partial(self._cancel_one, public_id=public_id))
            self._tell(f"order {self._placed[public_id]} cancelled by its buyer")
        except Refusal:
            self._tell(f"order {self._placed[public_id]} cannot be cancelled")

    async def _cancel_one(self, tx: Transaction, public_id: str) -> None:
        order_id = await orders.id_of(tx, public_id)
        assert order_id is not None
        await order_process.cancel(tx, order_id, actor="customer", reason=CancelReason.CUSTOMER)

    async def _expire(self) -> None:
        """The timetable frees holds that are over; often enough they are."""
        if self.draw.random() < 0.5:
            self.clock.now_ms += inventory.RESERVATION_MS
        await write(lambda tx: jobs.enqueue(tx, RESERVATIONS_EXPIRE, f"expire@{self.clock.now_ms}"))

    def _hire(self) -> None:
        self._named += 1
        self._workers.append(SimulatedWorker(f"w{self._named}", self.clock.now_ms))

    def _bury(self) -> None:
        """What dead workers were doing ends where it is; others take their places."""
        for worker in [each for each in self._workers if each.is_dead]:
            self._tell(f"{worker.name} is dead")
            self._workers.remove(worker)
            for call in [each for each in self._calls if each.worker is worker]:
                call.future.set_exception(Crash())
            self._hire()

    async def _rest(self) -> None:
        """Until every attempt has ended or waits for the outside."""
        while True:
            for task in [each for each in self._tasks if each.done()]:
                self._tasks.discard(task)
                if not task.cancelled() and isinstance(task.exception(), Exception):
                    raise task.exception() or AssertionError
                for worker in self._workers:
                    worker.running.pop(task, None)
            self._bury()
            if sum(not call.future.done() for call in self._calls) >= len(self._tasks):
                return
            await asyncio.sleep(0)

    async def _calm_down(self) -> None:
        """Nobody is killed and every answer arrives, until nothing is left to do."""
        self._was_set_back, self._leases_hold_until = False, 0.0
        await write(lambda tx: clock_changes.limit_future_times(tx, LEASE_SECONDS))
        while self._wanted and not self._wanted[-1]["id"]:
            await self._place()
        for _ in range(QUIET_STEPS):
            for call in list(self._calls):
                call.future.set_result("arrived")
            await self._rest()
            for worker in self._workers:
                await self._beat_of(worker)
            await self._rest()
            await self._maintain()
            await self._claim()
            await self._rest()
            if not self._calls and not await self._is_work_left():
                return
            if not self._calls:
                await self._skip_to_next()

    async def _is_work_left(self) -> bool:
        for public_id in await read(order_outcomes.lost_their_workers):
            await write(partial(job_actions.run_again, public_id=public_id, actor=command("test")))
            self._tell("a person runs a dead job again")
        return bool(await read(order_outcomes.count_open_work))

    async def _skip_to_next(self) -> None:
        """The time passes until a job is due, a lease ends or a probe may be sent."""
        due_ms = await read(lambda tx: jobs.due_in_ms(tx, QUEUES))
        self.clock.now_ms += 5_000 if due_ms is None else min(max(due_ms, 1), 5_000)

    async def _judge(self) -> None:
        """Compare the shop with the provider's book and with what was promised; ask its doctor."""
        found = await read(order_outcomes.outcomes)
        for violation in await read(doctor.violations):
            if not any(kind in violation.words for kind in UNSERVED):
                self.wrong.append(f"{violation.invariant}: {violation.words}")
        for order in found:
            net_cents, charges = self._provider.net_cents(order.public_id)
            due_cents = order.total_cents if order.is_sold else 0
            if not order.is_decided:
                self.wrong.append(f"undecided: order {self._name(order.public_id)} is {order.status}")
            elif charges > 1 or net_cents != due_cents:
                self.wrong.append(f"doubled: {charges} charges, {net_cents} cents net, {due_cents} due")
        known = [order.public_id for order in found]
        if missing := set(self._placed) - set(known):
            self.wrong.append(f"lost: {len(missing)} orders")
        if len(known) > len(self._placed):
            self.wrong.append(f"doubled: {len(known)} orders of {len(self._placed)} checkouts")
        sold = {order.public_id for order in found if order.is_sold}
        units = [unit for unit in await read(order_outcomes.ordered_units) if unit.order_id in sold]
        for product in self._products:
            if sum(unit.quantity for unit in units if unit.product_id == product) > UNITS:
                self.wrong.append("oversold: more units are sold than there were")
        self._tell(f"{len(known)} orders: {', '.join(order.status for order in found)}")
        self.trace += await read(_histories)

    async def _end(self) -> None:
        for task in self._tasks:
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)

    def _name(self, key: str) -> str:
        """An order by its place; public ids are drawn anew for each life."""
        public_id, _, rest = key.partition(":")
        return f"{self._placed.get(public_id, '?')}:{rest}"

    def _tell(self, words: str) -> None:
        self.trace.append(f"{self.clock.now_ms} {words}")


def answer_of(_: Any, __: Any, outcome: Any) -> tuple[int, str]:
    """What is kept for a repeated checkout."""
    return (202, json.dumps({"id": outcome.public_id})) if isinstance(outcome, Placed) else (409, "{}")


async def _histories(tx: Transaction) -> list[str]:
    """Every event of jobs and orders, as the database has them."""
    rows = await tx.fetch(
        "SELECT 'job' AS what, job_id AS number, type, fence AS place, at FROM job_event UNION ALL"
        " SELECT 'order', order_id, type, sequence, at FROM order_event ORDER BY 1, 2, 5, 4"
    )
    return [" ".join(map(str, tuple(row))) for row in rows]


def refuse_the_dead() -> None:
    """A process that is dead writes and reads nothing."""
    worker = running_as.get()
    if worker is not None and worker.is_dead:
        raise Crash
