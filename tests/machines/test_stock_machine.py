"""Stock: holds, commits, releases, shipments and counts leave what the model says, and the ledger agrees."""

from dataclasses import dataclass

import pytest
from hypothesis import strategies as st
from hypothesis.stateful import invariant, precondition, rule

from models.audit.audit_log import command
from models.database import Transaction
from models.inventory import inventory, stock_adjustments
from models.orders.orders import Line
from models.shared.errors import BelowReserved, InsufficientStock
from tests.machines.bench import Bench, ShopMachine, finds, search
from tests.simulation.run import PRODUCTS
from tests.simulation.simulation import UNITS
from tests.stack import sqlite_only

pytestmark = sqlite_only("the machines are on SQLite in memory")
ACTOR = command("test")
LEDGER = """
SELECT i.product_id, i.on_hand, i.reserved, coalesce(sum(l.d_on_hand), 0) AS came,
    coalesce(sum(l.d_reserved), 0) AS held
FROM inventory i LEFT JOIN stock_ledger l ON l.product_id = i.product_id GROUP BY i.product_id, i.on_hand, i.reserved
"""
ORDER = """
INSERT INTO orders (id, public_id, placed_by, checkout_key, email, status, subtotal_cents, shipping_cents, total_cents,
    currency, shipping_method, shipping_address, created_at, updated_at)
VALUES (?, ?, 'cart:1', ?, 'ada@example.com', 'pending', 0, 0, 0, 'USD', 'standard', '{}', ?, ?)
"""
orders_of = st.lists(st.integers(0, PRODUCTS - 1), min_size=1, max_size=PRODUCTS, unique=True)


@dataclass
class Hold:
    """What one order holds, as the model has it."""

    quantities: dict[int, int]
    state: str = "held"


class StockMachine(ShopMachine):
    """The model: on hand and reserved of each product, and what each order holds in which state."""

    def begin(self) -> None:
        found = self.bench.rows("SELECT id, public_id FROM product")
        ids = {row["public_id"]: row["id"] for row in found}
        self.ids = [ids[product] for product in self.bench.products]
        self.on_hand = dict.fromkeys(self.ids, UNITS)
        self.reserved = dict.fromkeys(self.ids, 0)
        self.holds: dict[int, Hold] = {}

    @rule(places=orders_of, quantity=st.integers(1, 3))
    def hold(self, places: list[int], quantity: int) -> None:
        order_id = 1 + len(self.holds)
        quantities = {self.ids[place]: quantity for place in places}
        lines = [_line(product, quantity) for product in quantities]
        has_all = all(self.on_hand[product] - self.reserved[product] >= quantity for product in quantities)
        try:
            self.bench.write(lambda tx: _reserve(tx, order_id, lines))
        except InsufficientStock:
            assert not has_all
            return
        assert has_all
        self.holds[order_id] = Hold(quantities)
        for product in quantities:
            self.reserved[product] += quantity

    @precondition(lambda self: self.holds)
    @rule(data=st.data())
    def commit(self, data: st.DataObject) -> None:
        order_id = self.one(data)
        self.bench.write(lambda tx: inventory.commit_reservations(tx, order_id))
        if self.holds[order_id].state == "held":
            self.holds[order_id].state = "committed"

    @precondition(lambda self: self.holds)
    @rule(data=st.data())
    def release(self, data: st.DataObject) -> None:
        order_id = self.one(data)
        self.bench.write(lambda tx: inventory.release(tx, order_id, actor="test"))
        if self.holds[order_id].state in ("held", "committed"):
            self.holds[order_id].state = "released"
            for product, quantity in self.holds[order_id].quantities.items():
                self.reserved[product] -= quantity

    @precondition(lambda self: self.holds)
    @rule(data=st.data())
    def ship(self, data: st.DataObject) -> None:
        order_id = self.one(data)
        self.bench.write(lambda tx: inventory.ship(tx, order_id, actor="test"))
        if self.holds[order_id].state == "committed":
            self.holds[order_id].state = "consumed"
            for product, quantity in self.holds[order_id].quantities.items():
                self.reserved[product] -= quantity
                self.on_hand[product] -= quantity

    @rule(place=st.integers(0, PRODUCTS - 1), units=st.integers(1, 3))
    def restock(self, place: int, units: int) -> None:
        public_id = self.bench.products[place]
        self.bench.write(lambda tx: stock_adjustments.restock(tx, ACTOR, public_id, units))
        self.on_hand[self.ids[place]] += units

    @rule(place=st.integers(0, PRODUCTS - 1), counted=st.integers(0, 6))
    def count(self, place: int, counted: int) -> None:
        public_id, product = self.bench.products[place], self.ids[place]
        try:
            self.bench.write(lambda tx: stock_adjustments.adjust(tx, ACTOR, public_id, on_hand=counted))
        except BelowReserved:
            assert counted < self.reserved[product]
            return
        assert counted >= self.reserved[product]
        self.on_hand[product] = counted

    @invariant()
    def stock_is_as_modelled_and_as_the_ledger_says(self) -> None:
        if not hasattr(self, "ids"):
            return
        rows = {row["product_id"]: row for row in self.bench.rows(LEDGER)}
        for product in self.ids:
            row = rows[product]
            assert 0 <= row["reserved"] <= row["on_hand"]
            assert (row["on_hand"], row["reserved"]) == (self.on_hand[product], self.reserved[product])
            assert (row["came"], row["held"]) == (row["on_hand"], row["reserved"])

    def one(self, data: st.DataObject) -> int:
        """One of the orders."""
        return data.draw(st.sampled_from(sorted(self.holds)))


async def _reserve(tx: Transaction, order_id: int, lines: list[Line]) -> None:
    """Hold stock for an order that is there, with nothing else to it."""
    await tx.execute(ORDER, order_id, f"order-{order_id}", f"key-{order_id}", tx.now, tx.now)
    await inventory.reserve(tx, order_id, lines)


def _line(product: int, quantity: int) -> Line:
    return Line(product, "SKU", "a thing", quantity, 100)


def test_stock_is_what_came_and_went(bench: Bench) -> None:
    search(StockMachine, bench)


def test_stock_that_is_freed_twice_is_found(bench: Bench) -> None:
    def plant(patch: pytest.MonkeyPatch) -> None:
        wrong = inventory.FREE.replace("reserved = reserved - ?", "reserved = max(0, reserved - 2 * ?)")
        assert wrong != inventory.FREE
        patch.setattr(inventory, "FREE", wrong)

    assert finds(StockMachine, bench, plant)


def test_a_hold_that_is_trimmed_to_what_is_there_is_found(bench: Bench) -> None:
    async def nothing(*_: object) -> None:
        return None

    def plant(patch: pytest.MonkeyPatch) -> None:
        trimmed = inventory.RESERVE_STOCK.replace("on_hand - reserved >= ?", "? > 0")
        trimmed = trimmed.replace("reserved = reserved + ?", "reserved = min(on_hand, reserved + ?)")
        patch.setattr(inventory, "RESERVE_STOCK", trimmed)
        patch.setattr(inventory, "check_available", nothing)

    assert finds(StockMachine, bench, plant)
