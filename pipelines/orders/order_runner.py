"""Walks one order through its process: the body of the `order.process` job.

Steps inside our database share a transaction as long as nothing outside lies between them; the last of them settles the
job. Every transaction names the job's fence, so a worker that has lost it writes nothing.
"""

from functools import partial
from typing import Any

from core.failpoints import failpoint
from models.database import Transaction, write
from models.jobs.ledger import completion
from models.jobs.ledger.jobs import Claim
from models.orders import orders
from models.orders.orders import OrderRecord
from pipelines.orders.order_process import ORDER, enter
from pipelines.orders.step_table import ExternalStep, Snooze, Step, StepRefused

ACTOR = "worker"


class LeaseInDoubt(Exception):
    """The lease may be over: no call outside may be made. The job is left to whoever has it."""


Question = tuple[OrderRecord, ExternalStep]


async def process_order(claim: Claim) -> None:
    """Take the order as far as it goes now, to its decision or to a question that has no answer yet."""
    question: Question | None = claim.opening if claim.is_opened else await write(partial(open_order, claim=claim))
    while question is not None:
        order, action = question
        if not claim.is_safe():
            raise LeaseInDoubt(f"job {claim.id}: the heart has not beaten for too long")
        failpoint("before_ask")
        answer = await action.ask(order)
        failpoint("after_ask")
        question = await write(partial(_finish, claim=claim, answer=answer))
        failpoint("after_finish")


async def open_order(tx: Transaction, claim: Claim) -> Question | None:
    """Do the steps that are ours alone; the question to ask outside, or None when the job is settled.

    A worker runs this in the transaction of the claim, which saves an order one commit.
    """
    assert claim.subject_id is not None
    return await _go_on(tx, claim, await orders.load(tx, claim.subject_id))


async def _go_on(tx: Transaction, claim: Claim, order: OrderRecord) -> Question | None:
    while (step := ORDER.next_step(order)) is not None:
        if isinstance(step.action, ExternalStep):
            await step.action.begin(tx, order)
            await completion.renew_lease(tx, claim)
            failpoint("in_transaction")
            return order, step.action
        try:
            await step.action(tx, order)
        except StepRefused as refusal:
            await _refuse(tx, claim, order, step, refusal)
        else:
            await enter(tx, order, step.then, actor=ACTOR, claim=claim)
    await completion.succeed(tx, claim)
    return None


async def _finish(tx: Transaction, claim: Claim, answer: Any) -> Question | None:
    """Commit the answer to the question that was asked, wherever the order went meanwhile, and go on."""
    assert claim.subject_id is not None
    order = await orders.load(tx, claim.subject_id)
    step = ORDER.next_step(order)
    if step is None or not isinstance(step.action, ExternalStep):  # answered already, by whoever had the job before
        return await _go_on(tx, claim, order)
    try:
        await step.action.finish(tx, order, answer)
    except Snooze as early:
        await completion.defer(tx, claim, early.detail, wait_seconds=early.wait_seconds)
        return None
    except StepRefused as refusal:
        if order.status is step.at:
            await _refuse(tx, claim, order, step, refusal)
        return await _go_on(tx, claim, order)
    if order.status is step.at:
        await enter(tx, order, step.then, actor=ACTOR, claim=claim)
    elif step.undo is not None and step.action.must_undo(order):
        await step.undo(tx, order)
    failpoint("in_transaction")
    return await _go_on(tx, claim, order)


async def _refuse(tx: Transaction, claim: Claim, order: OrderRecord, step: Step, refusal: StepRefused) -> None:
    await enter(tx, order, step.else_, actor=ACTOR, detail=refusal.detail, reason=refusal.reason, claim=claim)
