"""The cart: what was put in, changed, taken out and merged adds up, and nothing is in it that is not to be had."""

import pytest
from hypothesis import strategies as st
from hypothesis.stateful import invariant, precondition, rule

from models.accounts.account_record import Role
from models.accounts.accounts import create_user
from models.carts import carts
from models.carts.carts import Owner
from models.database import Transaction
from models.shared.errors import InsufficientStock, Invalid, NotFound
from tests.machines.bench import Bench, ShopMachine, finds, search
from tests.simulation.run import PRODUCTS
from tests.simulation.simulation import UNITS
from tests.stack import sqlite_only

pytestmark = sqlite_only("the machines are on SQLite in memory")
places = st.integers(0, PRODUCTS - 1)
quantities = st.integers(-1, UNITS + 1)
PRICES = "SELECT public_id, price_cents FROM product"
owners = st.sampled_from(("guest", "customer"))


class CartMachine(ShopMachine):
    """A guest's cart and a customer's, and a login that merges them. The model: how many of which product in each."""

    def begin(self) -> None:
        async def work(tx: Transaction) -> int:
            await create_user(tx, email="ada@example.com", password_hash="!", role=Role.CUSTOMER)
            row = await tx.fetch_one("SELECT id FROM users WHERE email = 'ada@example.com'")
            assert row is not None
            return int(row["id"])

        self.user_id = self.bench.write(work)
        self.prices = {row["public_id"]: row["price_cents"] for row in self.bench.rows(PRICES)}
        self.token: str | None = None
        self.model: dict[str, dict[str, int]] = {"guest": {}, "customer": {}}

    def owner(self, who: str) -> Owner:
        return Owner(token=self.token) if who == "guest" else Owner(user_id=self.user_id)

    @rule(who=owners, place=places, quantity=quantities)
    def add(self, who: str, place: int, quantity: int) -> None:
        product = self.bench.products[place]
        wanted = self.model[who].get(product, 0) + quantity
        try:
            view = self.bench.write(lambda tx: carts.add_item(tx, self.owner(who), product, quantity))
        except Invalid:
            assert quantity < 1
            return
        except InsufficientStock:
            assert wanted > UNITS
            return
        assert quantity >= 1
        assert wanted <= UNITS
        self.model[who][product] = wanted
        if who == "guest":
            self.token = self.token or view.token

    @rule(who=owners, place=places, quantity=quantities)
    def change(self, who: str, place: int, quantity: int) -> None:
        product = self.bench.products[place]
        line = self.lines(who).get(product)
        try:
            self.bench.write(lambda tx: carts.change_item(tx, self.owner(who), line or "nothing", quantity))
        except (Invalid, InsufficientStock, NotFound):
            assert line is None or not 0 <= quantity <= UNITS
            return
        assert line is not None
        self.model[who][product] = quantity
        if not quantity:
            del self.model[who][product]

    @rule(who=owners, place=places)
    def remove(self, who: str, place: int) -> None:
        product = self.bench.products[place]
        line = self.lines(who).get(product, "nothing")
        try:
            self.bench.write(lambda tx: carts.remove_item(tx, self.owner(who), line))
        except NotFound:
            assert product not in self.model[who]
        else:
            del self.model[who][product]

    @rule(who=owners)
    def clear(self, who: str) -> None:
        self.bench.write(lambda tx: carts.clear(tx, self.owner(who)))
        self.model[who].clear()

    @precondition(lambda self: self.token is not None)
    @rule()
    def log_in(self) -> None:
        self.bench.write(lambda tx: carts.merge(tx, str(self.token), self.user_id))
        for product, quantity in self.model["guest"].items():
            self.model["customer"][product] = min(quantity + self.model["customer"].get(product, 0), UNITS)
        self.model["guest"].clear()
        self.token = None

    @invariant()
    def carts_are_as_modelled(self) -> None:
        if not hasattr(self, "model"):
            return
        for who, model in self.model.items():
            view = self.bench.read(lambda tx, who=who: carts.view(tx, self.owner(who)))
            assert {line.product_id: line.quantity for line in view.items} == model
            assert view.count == sum(model.values())
            assert view.subtotal_cents == sum(self.prices[product] * number for product, number in model.items())

    def lines(self, who: str) -> dict[str, str]:
        """The lines' ids by product."""
        view = self.bench.read(lambda tx: carts.view(tx, self.owner(who)))
        return {line.product_id: line.id for line in view.items}


def test_carts_hold_what_was_put_into_them(bench: Bench) -> None:
    search(CartMachine, bench)


def test_a_line_that_keeps_its_first_quantity_is_found(bench: Bench) -> None:
    wrong = carts.PUT.replace("quantity = excluded.quantity", "quantity = cart_item.quantity")
    assert wrong != carts.PUT
    assert finds(CartMachine, bench, lambda patch: patch.setattr(carts, "PUT", wrong))


def test_a_merge_that_takes_the_larger_number_is_found(bench: Bench) -> None:
    def plant(patch: pytest.MonkeyPatch) -> None:
        patch.setattr(
            carts,
            "_merged",
            lambda rows: [(r.product_id, max(r.quantity, r.already), r.unit_price_cents, r.created_at) for r in rows],
        )

    assert finds(CartMachine, bench, plant)
