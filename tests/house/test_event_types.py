"""What can happen to an order is one list: what the program writes, what receivers may ask for, and words for each."""

import ast
import re
from collections.abc import Iterator

import pytest

from models.jobs.ledger.job_kinds import KINDS
from models.orders.event_types import SYSTEM_ACTORS, WORDS, EventType, for_buyer
from models.orders.order_states import Status
from models.webhooks import webhook_events
from tests.house.product import ROOT
from web.api.schemas.message_schemas import MESSAGES

MACHINE = re.compile(r"[a-z]+[._][a-z]|\bcents\b|@")
MAIL_STATES = ("sent", "recorded", "undeliverable", "dead", "withdrawn", "held")
MESSAGE = re.compile(r'_enqueue_mail\(tx, order, "(\w+)"')
NAMED_TYPE = re.compile(r"`((?:order|payment|mail|stock|webhook|password|email)\.[a-z_]+(?:\.[a-z_]+)?)`")
CENTS_IN_WORDS = re.compile(r"\} cents\b|\{\{[^}|]*_cents *\}\} cents")


def test_every_event_has_words_of_its_own_that_people_use() -> None:
    assert set(WORDS) == set(EventType)
    assert not [words for words in WORDS.values() if MACHINE.search(words)]


def test_every_move_and_every_mail_to_a_buyer_is_an_event() -> None:
    moves = {f"order.{status}" for status in Status if status is not Status.PENDING}
    assert moves | {"order.placed"} == {each for each in EventType if each.startswith("order.")}
    messages = MESSAGE.findall((ROOT / "pipelines/orders/mail_steps.py").read_text())
    mails = {f"mail.{message}.{state}" for message in messages for state in MAIL_STATES}
    assert mails == {each for each in EventType if each.startswith("mail.")}


def test_the_document_on_webhooks_and_the_reference_name_the_types_that_are_sent() -> None:
    page = (ROOT / "docs/webhooks.md").read_text().partition("\nEvents: ")[2]
    sent = {str(each) for each in EventType} | {webhook_events.TEST}
    assert set(re.findall(r"`([a-z_.]+)`", page)) == sent
    assert set(MESSAGES) == sent


def test_documents_name_no_event_or_mail_that_there_is_not() -> None:
    kinds = {".".join(file.stem.split("_", 1)) for file in (ROOT / "templates/mail").glob("[a-z]*.txt")}
    known = {str(each) for each in EventType} | {webhook_events.TEST, *webhook_events.EVENTS} | set(KINDS) | kinds
    for file in sorted((ROOT / "docs").glob("*.md")):
        named = set(NAMED_TYPE.findall(file.read_text()))
        assert named - known == set(), file.name


def test_receivers_may_ask_for_every_event_and_no_other() -> None:
    told = {each if not each.startswith("mail.") else each.rpartition(".")[0] for each in EventType}
    assert told == set(webhook_events.EVENTS)


@pytest.mark.parametrize("type_", EventType)
@pytest.mark.parametrize("actor", [*sorted(SYSTEM_ACTORS), "boss@example.com", "customer", "ann@example.com"])
def test_a_buyer_reads_neither_staff_nor_machines(type_: EventType, actor: str) -> None:
    is_told = type_.startswith("mail.") and not type_.endswith(".withdrawn")  # whose details are our own
    detail = "550 5.1.1 <boss@example.com> unknown" if is_told else "One mug"
    words = for_buyer({"type": type_, "detail": detail, "actor": actor}, email="ann@example.com")
    assert words.startswith(WORDS[type_])
    assert not MACHINE.search(words.replace("ann@example.com", "")), words
    assert ("by the shop" in words) == (actor == "boss@example.com")


def test_an_event_of_another_release_is_an_update() -> None:
    event = {"type": "order.gift_wrapped", "detail": "", "actor": "worker"}
    assert for_buyer(event, email="") == "Order updated"


def _texts() -> Iterator[tuple[str, str]]:
    """Every text in the product that people may read, with its file."""
    for folder in ("models", "pipelines", "web", "cli"):
        for file in (ROOT / folder).rglob("*.py"):
            for node in ast.walk(ast.parse(file.read_text())):
                if isinstance(node, ast.JoinedStr):
                    yield str(file), ast.unparse(node)
                elif isinstance(node, ast.Constant) and isinstance(node.value, str):
                    yield str(file), node.value
    for file in (ROOT / "templates").rglob("*.*"):
        yield str(file), file.read_text()


def test_money_is_told_as_money() -> None:
    assert not [(file, text[:80]) for file, text in _texts() if CENTS_IN_WORDS.search(text)]
