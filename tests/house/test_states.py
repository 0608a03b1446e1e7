"""States have names: what the program compares is a member of an enum, and what SQL compares is a value of one."""

import ast
import re
from collections.abc import Iterable, Iterator
from enum import StrEnum

import pytest

from models.accounts.account_record import Role
from models.catalog.catalog import ProductStatus
from models.jobs.ledger.job_states import BatchState, JobEventType, JobState, WorkerState
from models.mail.mail_outbox import MailState
from models.orders.order_states import CancelReason, Status
from models.shared.payment_states import ChargeState, RefundState
from models.webhooks.webhook_events import DeliveryState, EndpointState
from tests.house.product import Source, sources

ENUMS: tuple[type[StrEnum], ...] = (
    *(Status, CancelReason, ChargeState, RefundState, JobState, JobEventType, BatchState, WorkerState, MailState),
    *(EndpointState, DeliveryState, ProductStatus, Role),
)
VALUES = {str(member) for enum in ENUMS for member in enum}
RESERVATIONS = {"held", "committed", "released", "consumed"}  # live in SQL alone, where a CHECK names them
ITEMS = {"waiting", "done", "refused"}  # of a batch; the same
BACKUPS = {"good"}  # the same
DISCREPANCIES = {"open", "refunding"}  # the same
NAME = re.compile(r"(.*_)?(state|status)")
IN_SQL = re.compile(r"\b(?:state|status) (?:=|<>|(?:NOT )?IN \()((?:[ ,]*'\w+')+)")
# What is compared there is no state of ours.
ELSEWHERE = {
    "pipelines/gateways/test_provider.py": "the test provider's own books, whose words are its own",
    "models/orders/order_steps.py": "how a step of the receipt is drawn",
    "models/reports/admin_order_detail.py": "a payment as it is shown, of which refunded is one",
}


def bare_states(files: Iterable[Source]) -> list[str]:
    """Comparisons of a state with a text."""
    return [
        f"{file.name}:{node.lineno}"
        for file in files
        if file.name not in ELSEWHERE
        for node in ast.walk(file.tree)
        if isinstance(node, ast.Compare)
        and any(NAME.fullmatch(_name(side)) for side in (node.left, *node.comparators))
        and VALUES & {text for side in (node.left, *node.comparators) for text in _texts(side)}
    ]


def unknown_in_sql(files: Iterable[Source]) -> set[str]:
    """Words that a statement compares a state with and that no state has."""
    found = {
        word
        for file in files
        if file.name.startswith("models/")
        for text in IN_SQL.findall(file.text)
        for word in re.findall(r"\w+", text)
    }
    return found - VALUES - RESERVATIONS - ITEMS - BACKUPS - DISCREPANCIES


def _name(node: ast.expr) -> str:
    if isinstance(node, ast.Attribute):
        return node.attr
    if isinstance(node, ast.Name):
        return node.id
    is_named = isinstance(node, ast.Subscript) and isinstance(node.slice, ast.Constant)
    return str(node.slice.value) if is_named else ""  # type: ignore[attr-defined]


def _texts(node: ast.expr) -> Iterator[str]:
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        yield node.value
    elif isinstance(node, ast.Tuple | ast.Set | ast.List):
        for each in node.elts:
            yield from _texts(each)


def test_no_state_is_compared_with_a_bare_text() -> None:
    assert bare_states(sources()) == []


def test_every_exception_is_needed() -> None:
    files = {file.name: file for file in sources()}
    bare = {name: [node for node in ast.walk(files[name].tree) if isinstance(node, ast.Compare)] for name in ELSEWHERE}
    assert all(any(list(_texts(side)) for node in nodes for side in node.comparators) for nodes in bare.values())


def test_sql_compares_states_with_words_that_are_states() -> None:
    assert unknown_in_sql(sources()) == set()


@pytest.mark.parametrize(
    "text", ['x.state == "queued"', 'row["status"] in ("a", "dead")', 'charge_state != "captured"']
)
def test_a_bare_state_is_found(text: str) -> None:
    assert bare_states([Source("web/x.py", text)]) == ["web/x.py:1"]


def test_a_word_that_is_no_state_is_found() -> None:
    sql = "\"SELECT 1 WHERE state = 'queud' OR j.state NOT IN ('dead', 'gone') AND status <> 'pending'\""
    assert unknown_in_sql([Source("models/x.py", sql)]) == {"queud", "gone"}
