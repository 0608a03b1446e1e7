"""Refunds: however often and in whatever parts money is given back, never more than was paid, each part once."""

from dataclasses import replace
from functools import partial

import pytest
from hypothesis import strategies as st
from hypothesis.stateful import invariant, rule

from models.audit.audit_log import command
from models.database import Transaction
from models.orders import orders
from models.orders.order_states import CancelReason
from models.payments import refunds
from models.payments.payments import PendingRefund
from models.shared.errors import IllegalTransition, Invalid, RefundTooLarge
from pipelines.orders import fulfilment, order_process
from tests.machines.bench import Bench, finds, search
from tests.machines.placed_orders import OrderingMachine
from tests.stack import sqlite_only

pytestmark = sqlite_only("the machines are on SQLite in memory")
ACTOR = command("test")
LONGEST_WAIT_MS = 700_000  # until a refund without an answer is asked for again


class RefundMachine(OrderingMachine):
    """One paid order. The model: its total, the parts granted, and whether it was cancelled."""

    def begin(self) -> None:
        super().begin()
        self.order = self.place(1, "tok_ok")
        self.work(1)
        [order] = self.bench.rows("SELECT status, total_cents FROM orders")
        assert order["status"] == "confirmed"
        self.total_cents, self.granted, self.is_cancelled = order["total_cents"], 0, False
        self.is_ready = True

    @rule(cents=st.one_of(st.none(), st.sampled_from((-1, 0, 1, 500, 1_000, 3_000, 10_000_000))))
    def grant(self, cents: int | None) -> None:
        rest = self.total_cents - self.granted
        wanted = rest if cents is None else cents
        try:
            self.bench.write(lambda tx: fulfilment.refund(tx, self.order, ACTOR, amount_cents=cents))
        except IllegalTransition:
            assert self.is_cancelled or rest <= 0
        except Invalid:
            assert wanted < 1
        except RefundTooLarge:
            assert wanted > rest
        else:
            assert not self.is_cancelled
            assert 1 <= wanted <= rest
            self.granted += wanted

    @rule(most=st.integers(1, 3))
    def pay_out(self, most: int) -> None:
        self.work(most)

    @rule()
    def lose_an_answer(self) -> None:
        """The provider pays, and its answer is lost: later it is asked again under the same key."""
        self.provider.is_answer_lost = True
        self.work(1)
        self.provider.is_answer_lost = False
        self.bench.clock.now_ms += LONGEST_WAIT_MS

    @rule()
    def cancel(self) -> None:
        self.bench.write(partial(_cancel, public_id=self.order))
        self.is_cancelled = True

    @invariant()
    def no_more_is_given_back_than_was_paid(self) -> None:
        if not hasattr(self, "is_ready"):
            return
        net_cents = self.provider.net_cents(self.order)
        assert 0 <= net_cents <= self.total_cents
        waiting = self.bench.rows("SELECT 1 FROM job WHERE kind = 'payment.refund' AND state IN ('queued', 'running')")
        if not waiting:
            assert net_cents == (0 if self.is_cancelled else self.total_cents - self.granted)
        assert net_cents >= (0 if self.is_cancelled else self.total_cents - self.granted)


async def _cancel(tx: Transaction, public_id: str) -> None:
    order_id = await orders.id_of(tx, public_id)
    assert order_id is not None
    await order_process.cancel(tx, order_id, actor="customer", reason=CancelReason.CUSTOMER)


def test_no_more_is_given_back_than_was_paid(bench: Bench) -> None:
    search(RefundMachine, bench)


def test_refunds_that_count_only_what_was_paid_out_are_found(bench: Bench) -> None:
    wrong = refunds.GRANTED + " AND state = 'refunded'"
    assert finds(RefundMachine, bench, lambda patch: patch.setattr(refunds, "GRANTED", wrong))


def test_a_refund_key_that_changes_is_found(bench: Bench) -> None:
    def plant(patch: pytest.MonkeyPatch) -> None:
        pending = refunds.pending_grant

        async def anew(tx: Transaction, public_id: str) -> PendingRefund | None:
            found = await pending(tx, public_id)
            return replace(found, refund_key=f"{found.refund_key}:{tx.now}") if found else None

        patch.setattr(refunds, "pending_grant", anew)

    assert finds(RefundMachine, bench, plant)
