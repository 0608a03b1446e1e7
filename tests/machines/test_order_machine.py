"""Orders: whoever does what when, an order takes only the moves it may, and its diary tells each of them."""

import random
from functools import partial
from typing import Any

import pytest
from hypothesis import strategies as st
from hypothesis.stateful import invariant, precondition, rule

from models.audit.audit_log import command
from models.database import Transaction
from models.inventory import inventory
from models.jobs.ledger import rescue
from models.orders import orders
from models.orders.order_states import CancelReason, Status
from models.shared.errors import IllegalTransition, InsufficientStock, OrderNotCancellable, OrderRefunded
from pipelines.orders import fulfilment, order_process
from tests.machines.bench import Bench, finds, search
from tests.machines.placed_orders import LEASE_SECONDS, OrderingMachine
from tests.simulation.simulation import UNITS
from tests.stack import sqlite_only

pytestmark = sqlite_only("the machines are on SQLite in memory")
ACTOR = command("test")
# what may follow what, written down once more: a table that was changed by mistake does not agree
FOLLOWS = {
    "": {"pending"},
    "pending": {"reserved", "cancelled"},
    "reserved": {"confirmed", "cancelled"},
    "confirmed": {"shipped", "cancelled"},
    "shipped": {"delivered"},
    "delivered": set(),
    "cancelled": set(),
}
MAY_BE_CANCELLED = ("pending", "reserved", "confirmed", "cancelled")
EVENTS = """
SELECT e.sequence, e.status FROM order_event e JOIN orders o ON o.id = e.order_id WHERE o.public_id = ?
ORDER BY e.sequence
"""
STOCK = """
SELECT i.on_hand, i.reserved, (SELECT coalesce(sum(r.quantity), 0) FROM reservation r WHERE r.product_id = i.product_id
    AND r.state IN ('held', 'committed')) AS held, (SELECT coalesce(sum(r.quantity), 0) FROM reservation r
    WHERE r.product_id = i.product_id AND r.state = 'consumed') AS gone
FROM inventory i JOIN product p ON p.id = i.product_id WHERE p.public_id = ?
"""


class OrderMachine(OrderingMachine):
    """Buyers, workers, admins and the timetable, one after the other. The model: the status of each order."""

    def begin(self) -> None:
        super().begin()
        self.model: dict[str, str] = {}

    @rule(quantity=st.integers(1, 2), token=st.sampled_from(("tok_ok", "tok_ok", "tok_declined")))
    def buy(self, quantity: int, token: str) -> None:
        try:
            self.model[self.place(quantity, token)] = "pending"
        except InsufficientStock:
            return

    @rule(most=st.integers(1, 3))
    def work_some(self, most: int) -> None:
        self.work(most)

    @rule(most=st.integers(1, 2))
    def crash(self, most: int) -> None:
        """A worker claims, opens what it can, and is never seen again; somebody rescues its jobs in time."""
        self.claim(most)
        self.bench.clock.now_ms += int(LEASE_SECONDS * 1000) + 1_000
        draw = random.Random(1)
        self.bench.write(lambda tx: rescue.rescue(tx, wait_seconds=1.0, draw=draw))

    @precondition(lambda self: self.placed)
    @rule(data=st.data())
    def cancel(self, data: st.DataObject) -> None:
        public_id = self.one(data)
        try:
            self.bench.write(partial(_cancel, public_id=public_id))
        except OrderNotCancellable:
            assert self.model[public_id] not in MAY_BE_CANCELLED
        else:
            assert self.model[public_id] in MAY_BE_CANCELLED

    @precondition(lambda self: self.placed)
    @rule(data=st.data())
    def ship(self, data: st.DataObject) -> None:
        self.admin(data, fulfilment.ship, "confirmed")

    @precondition(lambda self: self.placed)
    @rule(data=st.data())
    def deliver(self, data: st.DataObject) -> None:
        self.admin(data, fulfilment.deliver, "shipped")

    @rule()
    def expire(self) -> None:
        self.bench.clock.now_ms += inventory.RESERVATION_MS
        for order_id in self.bench.read(inventory.overdue_orders):
            self.bench.write(partial(order_process.expire, order_id=order_id))

    @invariant()
    def each_order_took_legal_moves_and_told_them(self) -> None:
        for public_id in getattr(self, "model", {}):
            before, sequences = "", []
            for event in self.bench.rows(EVENTS, public_id):
                sequences.append(event["sequence"])
                if event["status"] != before:
                    assert event["status"] in FOLLOWS[before], f"{before or 'nothing'} became {event['status']}"
                    before = event["status"]
            [order] = self.bench.rows("SELECT status, version FROM orders WHERE public_id = ?", public_id)
            assert before == order["status"], "the diary does not tell the last move"
            assert sequences == list(range(1, order["version"] + 1))
            self.model[public_id] = order["status"]

    @invariant()
    def stock_and_money_follow_the_orders(self) -> None:
        if not hasattr(self, "model"):
            return
        [stock] = self.bench.rows(STOCK, self.bench.products[0])
        assert stock["held"] == stock["reserved"] <= stock["on_hand"] == UNITS - stock["gone"]
        if not any(status in ("reserved", "confirmed") for status in self.model.values()):
            assert not stock["held"], "stock is kept for orders that are over"
        for public_id, status in self.model.items():
            net_cents = self.provider.net_cents(public_id)
            assert net_cents >= 0
            assert net_cents > 0 or status not in ("confirmed", "shipped", "delivered"), "sold and not paid"

    def one(self, data: st.DataObject) -> str:
        """One of the orders."""
        return data.draw(st.sampled_from(self.placed))

    def admin(self, data: st.DataObject, verb: Any, needed: str) -> None:
        public_id = self.one(data)
        try:
            self.bench.write(lambda tx: verb(tx, public_id, ACTOR))
        except (IllegalTransition, OrderRefunded):
            assert self.model[public_id] != needed
        else:
            assert self.model[public_id] == needed


async def _cancel(tx: Transaction, public_id: str) -> None:
    order_id = await orders.id_of(tx, public_id)
    assert order_id is not None
    await order_process.cancel(tx, order_id, actor="customer", reason=CancelReason.CUSTOMER)


def test_orders_take_only_the_moves_they_may(bench: Bench) -> None:
    search(OrderMachine, bench)


def test_a_cancelled_order_that_can_be_shipped_is_found(bench: Bench) -> None:
    def plant(patch: pytest.MonkeyPatch) -> None:
        patch.setitem(orders.MOVES, Status.CANCELLED, (Status.SHIPPED,))

    assert finds(OrderMachine, bench, plant)


def test_a_move_that_the_diary_does_not_tell_is_found(bench: Bench) -> None:
    async def silent(*_: object, **__: object) -> None:
        return None

    assert finds(OrderMachine, bench, lambda patch: patch.setattr(orders, "_write_event", silent))


def test_a_cancellation_that_keeps_the_stock_is_found(bench: Bench) -> None:
    def plant(patch: pytest.MonkeyPatch) -> None:
        actions = order_process.ORDER.after(Status.CANCELLED)
        kept = tuple(action for action in actions if action.__name__ != "free_stock")
        assert len(kept) == len(actions) - 1
        patch.setitem(order_process.ORDER._after, Status.CANCELLED, kept)

    assert finds(OrderMachine, bench, plant)
