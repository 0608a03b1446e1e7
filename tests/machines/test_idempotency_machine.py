"""Idempotency: a key is one order and one answer, whatever is repeated; another request under it is refused."""

import itertools
from typing import Any

import pytest
from hypothesis import strategies as st
from hypothesis.stateful import invariant, precondition, rule

from models.carts import carts
from models.carts.carts import Owner
from models.checkout import buyers, checkout
from models.checkout.checkout import Checkout
from models.database import Transaction
from models.operations import retention
from models.shared import idempotency
from models.shared.errors import AlreadyOrdered, CartEmpty, IdempotencyKeyReused
from models.shared.idempotency import StoredAnswer
from tests.machines.bench import Bench, ShopMachine, finds, search
from tests.simulation.simulation import ADDRESS, answer_of
from tests.stack import sqlite_only

pytestmark = sqlite_only("the machines are on SQLite in memory")
keys, bodies = st.sampled_from("abc"), st.sampled_from("xy")


async def _purge(tx: Transaction) -> None:
    [age] = [each for each in retention.AGES if each.table == "idempotency_key"]
    while keys := await retention.too_old(tx, age, 90):
        await retention.delete_slice(tx, age, keys, 90)


class IdempotencyMachine(ShopMachine):
    """One guest with one cart, who repeats requests in any order. The model: the answer given to each key."""

    def begin(self) -> None:
        self.token: str | None = None
        self.units = 0
        self.answers: dict[str, tuple[str, StoredAnswer, int]] = {}  # by key: the body, the answer, and when
        self.numbers = itertools.count()

    @rule()
    def fill(self) -> None:
        """Put one thing into the cart, if there is one left."""
        if self.units >= 4:
            return
        product = self.bench.products[0]
        view = self.bench.write(lambda tx: carts.add_item(tx, Owner(token=self.token), product, 1))
        self.token = self.token or view.token
        self.units += 1

    @precondition(lambda self: self.token is not None)
    @rule(key=keys, body=bodies)
    def ask(self, key: str, body: str) -> None:
        known = self.answers.get(key)
        try:
            answer = self.bench.do(idempotency.write_once(lambda tx: self.check_out(tx, key, body)))
        except IdempotencyKeyReused:
            assert known is not None
            assert known[0] != body
            return
        except (CartEmpty, AlreadyOrdered):
            assert known is None
            return
        if known is not None:
            assert known[0] == body
            assert (answer.status, answer.body, answer.order_id) == (known[1].status, known[1].body, known[1].order_id)
            assert answer.is_replay
            return
        assert not answer.is_replay
        self.answers[key] = (body, answer, self.bench.clock.now_ms)

    @rule(hours=st.sampled_from((1, 30, 80)))
    def forget(self, hours: int) -> None:
        """Answers are kept for 72 hours, and then deleted."""
        self.bench.clock.now_ms += hours * 3_600_000
        self.bench.write(_purge)
        now_ms = self.bench.clock.now_ms
        for key, (_, _, at) in list(self.answers.items()):
            if at + idempotency.KEPT_MS < now_ms:
                del self.answers[key]

    @invariant()
    def there_is_one_order_for_each_answer(self) -> None:
        if not hasattr(self, "answers"):
            return
        orders = {row["id"] for row in self.bench.rows("SELECT id FROM orders")}
        kept = [row["key"] for row in self.bench.rows("SELECT key FROM idempotency_key")]
        told = [answer.order_id for _, answer, _ in self.answers.values() if answer.order_id is not None]
        assert sorted(kept) == sorted(self.answers)
        assert len(set(told)) == len(told)
        assert set(told) <= orders

    async def check_out(self, tx: Transaction, key: str, body: str) -> StoredAnswer:
        buyer: Any = await buyers.guest(tx, self.token, "ada@example.com", b"k" * 32)
        wanted = Checkout(
            key=key,
            fingerprint=body * 64,
            shipping_method="standard",
            shipping_address=ADDRESS,
            payment_method="test_card",
            payment_token="tok_ok",
        )
        return await checkout.place_once(tx, buyer, wanted, answer_of, route="POST /orders")


def test_a_key_is_one_order_and_one_answer(bench: Bench) -> None:
    search(IdempotencyMachine, bench)


def test_an_answer_that_is_not_looked_up_is_found(bench: Bench) -> None:
    assert finds(IdempotencyMachine, bench, lambda patch: patch.setattr(idempotency, "known", lambda *_: None))


def test_a_key_that_serves_any_request_is_found(bench: Bench) -> None:
    known = idempotency.known

    def plant(patch: pytest.MonkeyPatch) -> None:
        patch.setattr(idempotency, "known", lambda row, _: known(row, row["fingerprint"]) if row else None)

    assert finds(IdempotencyMachine, bench, plant)
