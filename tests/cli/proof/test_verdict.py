"""The four numbers, each from what it is judged by."""

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

from cli.proof.load_shoppers import Accepted
from cli.proof.verdict import ProofVerdict, ShopState, entries_of, judge
from models.operations.order_outcomes import OrderedUnits, OrderOutcome

PROMISED = Accepted("order-1", "key-1", "tok_ok", (("mug", 2),), 500, 1.0)
ORDER = OrderOutcome("order-1", "key-1@example.com", "confirmed", 500, 1_000, 3_500)
UNITS = OrderedUnits("order-1", "mug", 2)
CHARGE = {"key": "order-1:1", "state": "captured", "amount_cents": 500}


def judged(
    *,
    accepted: tuple[Accepted, ...] = (PROMISED,),
    orders: tuple[OrderOutcome, ...] = (ORDER,),
    units: tuple[OrderedUnits, ...] = (UNITS,),
    book: tuple[dict[str, Any], ...] = (CHARGE,),
    stock: int = 2,
    violations: tuple[str, ...] = (),
) -> ProofVerdict:
    return judge(accepted, ShopState(orders, units, violations), book, {"mug": stock})


def test_a_good_shop_has_four_zeros() -> None:
    verdict = judged()
    assert verdict.is_good
    assert verdict.numbers == {"lost": 0, "doubled": 0, "oversold": 0, "undecided": 0}
    assert (verdict.confirmed, verdict.cancelled, verdict.slowest_decision_seconds) == (1, 0, 2.5)


def test_an_order_that_is_not_there_is_lost_though_the_shop_knows_nothing_of_it() -> None:
    assert judged(orders=(), units=(), book=()).numbers["lost"] == 1


def test_an_order_that_holds_something_else_or_costs_something_else_is_lost() -> None:
    assert judged(units=(replace(UNITS, quantity=1),)).numbers["lost"] == 1
    assert judged(orders=(replace(ORDER, total_cents=400),)).numbers["lost"] == 1


def test_money_taken_for_an_order_that_is_not_there_is_lost() -> None:
    other = {"key": "order-9:1", "state": "captured", "amount_cents": 100}
    assert judged(book=(CHARGE, other)).numbers["lost"] == 1


def test_two_orders_of_one_checkout_are_doubled_whether_its_shopper_heard_of_both_or_not() -> None:
    twin = replace(ORDER, public_id="order-2", status="cancelled")
    assert judged(orders=(ORDER, twin)).numbers["doubled"] == 1
    told = replace(PROMISED, id="order-2")
    twins = judged(accepted=(PROMISED, told), orders=(ORDER, twin), units=(UNITS, replace(UNITS, order_id="order-2")))
    assert twins.numbers == {"lost": 0, "doubled": 1, "oversold": 0, "undecided": 0}


def test_two_charges_are_doubled_by_the_providers_book_alone() -> None:
    assert judged(book=(CHARGE, CHARGE | {"key": "order-1:1:2"})).numbers["doubled"] == 1


def test_a_cancelled_order_whose_charge_was_not_given_back_is_doubled() -> None:
    cancelled = replace(ORDER, status="cancelled")
    assert judged(orders=(cancelled,)).numbers["doubled"] == 1
    back = {"key": "order-1:refund", "state": "refunded", "amount_cents": 500}
    assert judged(orders=(cancelled,), book=(CHARGE, back)).is_good


def test_a_charge_of_an_order_that_is_not_decided_is_not_doubled_yet() -> None:
    undecided = replace(ORDER, status="reserved", decided_at=None)
    assert judged(orders=(undecided,)).numbers["doubled"] == 0
    assert judged(orders=(undecided,), book=(CHARGE, CHARGE | {"key": "order-1:1:2"})).numbers["doubled"] == 1


def test_more_units_sold_than_there_were_are_oversold_by_their_number() -> None:
    assert judged(stock=1).numbers["oversold"] == 1
    assert judged(stock=0).numbers["oversold"] == 2
    assert judged(stock=0, orders=(replace(ORDER, status="cancelled"),), book=()).numbers["oversold"] == 0


def test_an_order_nobody_paid_and_what_the_doctor_finds_are_not_good_either() -> None:
    assert not judged(book=()).is_good
    assert not judged(violations=("I3: …",)).is_good


def test_a_line_of_the_book_that_was_cut_off_is_no_entry(tmp_path: Path) -> None:
    book = tmp_path / "book"
    assert entries_of(book) == []
    book.write_text(json.dumps(CHARGE) + "\n" + json.dumps(CHARGE)[:20] + "\n[1]\n")
    assert entries_of(book) == [CHARGE]
