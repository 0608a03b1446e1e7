"""Calls to the payment provider, each within a time limit and with one of a few outcomes, whatever the provider does.

No answer in time, a lost connection and an answer that makes no sense are all *unknown*: it may have happened. The same
key asks again.
"""

import asyncio
import logging
from collections.abc import Awaitable, Callable
from functools import partial
from typing import Any

import telemetry
from models.database import read_one, write
from models.jobs.ledger.job_kinds import ORDER_PROCESS
from models.orders.orders import OrderRecord
from models.payments import payment_circuit
from models.shared.public_ids import number_of
from pipelines.gateways import payment_provider
from pipelines.gateways.payment_provider import (
    BookEntry,
    CannotList,
    Captured,
    ChargePage,
    Declined,
    ProviderRefused,
    ProviderRejected,
    Unknown,
)

log = logging.getLogger(__name__)

ANSWER_SECONDS = 20.0  # shorter than a lease, and than the time limit of the job
PART_OF_TIME_LIMIT = 3
LONGEST_REFERENCE = 120  # characters

Answer = Captured | Declined | Unknown | ProviderRefused


class NoAnswer(Exception):
    """The provider's book could not be read; nothing follows from it."""


async def charge(order: OrderRecord) -> Answer:
    """Charge the order under its key, or learn what became of it. Raises ProviderRejected."""
    with telemetry.outside("payment charge") as call:
        answer: Answer = await _ask(
            lambda: payment_provider.provider().charge(
                order.charge_key,
                amount_cents=order.total_cents,
                currency=order.currency,
                token=order.charge_token,
                number=number_of(order.id),
            )
        )
        if not isinstance(answer, Answer) or not _makes_sense(answer):
            answer = Unknown(f"the provider's answer makes no sense: {type(answer).__name__}")
        call.describe({"cartwright.payment.answer": type(answer).__name__.lower()})
    await _note(answer)
    return answer


async def refund(key: str, *, charge_key: str, amount_cents: int) -> str | Unknown | ProviderRefused:
    """Refund a charge under a key; the provider's reference if it did. Raises ProviderRejected."""
    with telemetry.outside("payment refund") as call:
        answer: str | Unknown | ProviderRefused = await _ask(
            lambda: payment_provider.provider().refund(key, charge_key=charge_key, amount_cents=amount_cents)
        )
        if not isinstance(answer, str | Unknown | ProviderRefused) or (
            isinstance(answer, str) and not _is_text(answer)
        ):
            answer = Unknown(f"the provider's answer makes no sense: {type(answer).__name__}")
        if not isinstance(answer, str):
            call.fail(type(answer).__name__.lower())
    await _note(answer)
    return answer


async def lookup(key: str) -> BookEntry | None:
    """What stands in the provider's book under this key; None if it knows no such key. Raises NoAnswer."""
    with telemetry.outside("payment lookup"):
        answer = await _ask(lambda: payment_provider.provider().lookup(key))
    if answer is None or isinstance(answer, BookEntry):
        return answer
    raise NoAnswer(str(answer) if isinstance(answer, ProviderRefused) else getattr(answer, "reason", "no sense"))


async def list_charges(*, since_ms: int, until_ms: int, page: str = "") -> ChargePage:
    """A page of the charges that the provider captured in a range of time. Raises NoAnswer, CannotList."""
    with telemetry.outside("payment list"):
        answer = await _ask(
            lambda: payment_provider.provider().list_charges(since_ms=since_ms, until_ms=until_ms, page=page)
        )
    if isinstance(answer, ChargePage):
        return answer
    raise NoAnswer(str(answer) if isinstance(answer, ProviderRefused) else getattr(answer, "reason", "no sense"))


def why(answer: Unknown | ProviderRefused) -> str:
    """Why there is no answer."""
    return f"the payment provider refused: {answer}" if isinstance(answer, ProviderRefused) else answer.reason


async def _note(answer: Answer | str) -> None:
    """Let the circuit know whether there was an answer."""
    if isinstance(answer, Unknown | ProviderRefused):
        await write(partial(payment_circuit.failed, detail=why(answer)))
    elif await read_one(payment_circuit.has_failures):
        await write(payment_circuit.answered)


def _makes_sense(answer: Answer) -> bool:
    return not isinstance(answer, Captured) or _is_text(answer.reference)


def _is_text(reference: object) -> bool:
    """Whether the database can hold it as a reference."""
    return isinstance(reference, str) and len(reference) <= LONGEST_REFERENCE and "\x00" not in reference


async def _ask(call: Callable[[], Awaitable[Any]]) -> Any:
    """The provider's answer; ProviderRefused if nothing happened there, Unknown if nobody can tell."""
    seconds = min(ANSWER_SECONDS, ORDER_PROCESS.time_limit_seconds / PART_OF_TIME_LIMIT)
    try:
        async with asyncio.timeout(seconds):
            return await call()
    except (ProviderRejected, CannotList):
        raise
    except ProviderRefused as refused:
        return refused
    except TimeoutError:
        return Unknown(f"the provider did not answer within {seconds:g} s")
    except Exception as error:
        log.warning("the payment provider failed: %r", error)
        return Unknown(f"the provider failed: {type(error).__name__}: {error}"[:300])
