"""What is wrong when the faults are over: the shoppers' record, the provider's book and the shop are compared.

Lost is judged by the record, doubled by the record and the provider's book, oversold by the stock that was put on the
shelves. What the shop says of itself (`doctor`) comes last.
"""

import json
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from cli.proof.load_shoppers import Accepted
from models.operations.order_outcomes import OrderedUnits, OrderOutcome
from models.shared.money_text import money
from models.shared.payment_states import ChargeState, RefundState


@dataclass(frozen=True)
class ShopState:
    """What the shop has, and what its doctor says of it."""

    orders: Sequence[OrderOutcome]
    units: Sequence[OrderedUnits]
    violations: Sequence[str] = ()


@dataclass
class ProofVerdict:
    """The four numbers, as lists of sentences, and the figures beside them.

    Attributes:
        lost: orders that a shopper was promised and that are not in the shop as they were ordered.
        doubled: checkouts with more than one order, and orders that were charged more than is due.
        oversold: units of a product sold beyond those that there were.
        undecided: orders without a decision when the time was over.
        others: what else is wrong: violations of the invariants, orders that were not charged, unexpected answers.
        longest_closed_seconds: the longest time in which nobody could order.
        slowest_decision_seconds: from the acceptance of an order to its decision.
        run_again: jobs whose workers were killed three times, which a person has to start again.
    """

    lost: list[str] = field(default_factory=list)
    doubled: list[str] = field(default_factory=list)
    oversold: list[str] = field(default_factory=list)
    oversold_units: int = 0
    undecided: list[str] = field(default_factory=list)
    others: list[str] = field(default_factory=list)
    accepted: int = 0
    confirmed: int = 0
    cancelled: int = 0
    longest_closed_seconds: float = 0.0
    slowest_decision_seconds: float = 0.0
    run_again: int = 0

    @property
    def numbers(self) -> dict[str, int]:
        """Lost, doubled, oversold and undecided."""
        return {
            "lost": len(self.lost),
            "doubled": len(self.doubled),
            "oversold": self.oversold_units,
            "undecided": len(self.undecided),
        }

    @property
    def is_good(self) -> bool:
        """Whether the four numbers are 0 and nothing else is wrong."""
        return not any(self.numbers.values()) and not self.others

    @property
    def findings(self) -> list[str]:
        """Everything that is wrong, a sentence each."""
        return [*self.lost, *self.doubled, *self.oversold, *self.undecided, *self.others]


def judge(
    accepted: Sequence[Accepted], shop: ShopState, book: Iterable[Mapping[str, Any]], stock: Mapping[str, int]
) -> ProofVerdict:
    """Compare. `stock` says how many units of each product were ever put on the shelves."""
    verdict = ProofVerdict(accepted=len({each.id for each in accepted}))
    orders = {order.public_id: order for order in shop.orders}
    held: dict[str, Counter[str]] = defaultdict(Counter)
    for unit in shop.units:
        held[unit.order_id][unit.product_id] += unit.quantity
    verdict.lost = _lost(accepted, orders, held)
    verdict.doubled = _doubled_orders(accepted, shop.orders)
    _compare_money(verdict, shop.orders, list(book))
    sold: Counter[str] = Counter()
    for order in shop.orders:
        if order.is_sold:
            sold.update(held[order.public_id])
    for product, units in sorted(sold.items()):
        over = units - stock.get(product, 0)
        if over > 0:
            verdict.oversold_units += over
            verdict.oversold.append(f"oversold: {units} units of {product} are sold, there were {units - over}")
    verdict.others += [f"doctor: {words}" for words in shop.violations]
    verdict.confirmed = sum(order.is_sold for order in shop.orders)
    verdict.cancelled = sum(order.is_decided and not order.is_sold for order in shop.orders)
    times = (order.decided_at - order.created_at for order in shop.orders if order.decided_at is not None)
    verdict.slowest_decision_seconds = max(times, default=0) / 1000
    return verdict


def entries_of(book: Path) -> list[dict[str, Any]]:
    """The provider's book; a line that was cut off is no entry."""
    found = []
    for line in book.read_text(encoding="utf-8").splitlines() if book.exists() else []:
        try:
            entry = json.loads(line)
        except ValueError:
            continue
        if isinstance(entry, dict) and {"key", "state"} <= set(entry):
            found.append(entry)
    return found


def _lost(
    accepted: Sequence[Accepted], orders: Mapping[str, OrderOutcome], held: Mapping[str, Counter[str]]
) -> list[str]:
    found = []
    for each in accepted:
        order = orders.get(each.id)
        wanted: Counter[str] = Counter()
        for product, quantity in each.lines:
            wanted[product] += quantity
        if order is None:
            found.append(f"lost: {each.id} was accepted and is not there")
        elif held.get(each.id, Counter()) != wanted or order.total_cents != each.total_cents:
            found.append(f"lost: {each.id} does not hold what was ordered")
    return found


def _doubled_orders(accepted: Sequence[Accepted], orders: Sequence[OrderOutcome]) -> list[str]:
    by_key: dict[str, set[str]] = defaultdict(set)
    for each in accepted:
        by_key[each.key].add(each.id)
    for order in orders:
        by_key[order.email.partition("@")[0]].add(order.public_id)
    return [
        f"doubled: the checkout {key} has {len(ids)} orders: {', '.join(sorted(ids))}"
        for key, ids in by_key.items()
        if len(ids) > 1
    ]


def _compare_money(verdict: ProofVerdict, orders: Sequence[OrderOutcome], book: Sequence[Mapping[str, Any]]) -> None:
    charges: Counter[str] = Counter()
    net_cents: Counter[str] = Counter()
    for entry in book:
        order_id = str(entry["key"]).partition(":")[0]
        if entry["state"] == ChargeState.CAPTURED:
            charges[order_id] += 1
            net_cents[order_id] += entry["amount_cents"]
        elif entry["state"] == RefundState.REFUNDED:
            net_cents[order_id] -= entry["amount_cents"]
    known = {order.public_id for order in orders}
    for order in orders:
        name, due_cents = order.public_id, order.total_cents if order.is_sold else 0
        is_over = (
            order.is_decided and net_cents[name] > due_cents
        )  # until then a charge may be on its way into the books
        if charges[name] > 1 or is_over:
            verdict.doubled.append(
                f"doubled: {name} is {order.status}, {money(due_cents)} is due,"
                f" and the provider took {money(net_cents[name])} in {charges[name]} charges"
            )
        elif net_cents[name] < due_cents:
            verdict.others.append(
                f"not charged: {name} is {order.status}, and the provider took {money(net_cents[name])}"
            )
    for name in sorted(set(net_cents) - known):
        if net_cents[name] > 0:
            verdict.lost.append(f"lost: {name} was charged {money(net_cents[name])} and is not there")
