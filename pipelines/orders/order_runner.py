"""Runs one order through its process: the handler of the `order.process` job.

Steps inside our database share a transaction until the next external call; the last step settles the job. Every
transaction checks the job's fence, so a worker that lost its claim writes nothing.
"""

from functools import partial

from core.failpoints import failpoint
from models.database import Transaction, write
from models.jobs.ledger import completion
from models.jobs.ledger.jobs import Claim
from models.orders import orders
from models.orders.orders import OrderRecord
from pipelines.job_outcomes import Snooze
from pipelines.orders.order_process import ORDER, enter
from pipelines.orders.process_steps import ExternalStep, Step, StepRefused

ACTOR = "worker"


class LeaseInDoubt(Exception):
    """The lease may have expired, so no external call may be made. Another worker may have the job."""


Question = tuple[OrderRecord, ExternalStep]


async def process_order(claim: Claim) -> None:
    """Run the order to its decision, or until an external answer is missing."""
    question: Question | None = claim.opening if claim.is_opened else await write(partial(open_order, claim=claim))
    while question is not None:
        order, action = question
        if not claim.is_safe():
            raise LeaseInDoubt(f"job {claim.id}: the last heartbeat is too old")
        failpoint("before_ask")
        answer = await action.ask(order)
        failpoint("after_ask")
        question = await write(partial(_finish, claim=claim, answer=answer))
        failpoint("after_finish")


async def open_order(tx: Transaction, claim: Claim) -> Question | None:
    """Run the steps up to the next external call; returns that call, or None if the job is settled.

    A worker runs this in the transaction of the claim, which saves one commit per order.
    """
    assert claim.subject_id is not None
    return await _run_steps(tx, claim, await orders.load(tx, claim.subject_id))


async def _run_steps(tx: Transaction, claim: Claim, order: OrderRecord) -> Question | None:
    while (step := ORDER.next_step(order)) is not None:
        if isinstance(step.action, ExternalStep):
            try:
                await step.action.begin(tx, order)
            except Snooze as snooze:  # what was done before it, such as reserving stock, is kept
                await completion.defer(tx, claim, snooze.detail, wait_seconds=snooze.wait_seconds)
                return None
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


async def _finish(tx: Transaction, claim: Claim, answer: object) -> Question | None:
    """Commit the external answer, whatever the order's status is now, and run the following steps."""
    assert claim.subject_id is not None
    order = await orders.load(tx, claim.subject_id)
    step = ORDER.next_step(order)
    if step is None or not isinstance(step.action, ExternalStep):  # another worker has recorded the answer already
        return await _run_steps(tx, claim, order)
    try:
        await step.action.finish(tx, order, answer)
    except Snooze as snooze:
        await completion.defer(tx, claim, snooze.detail, wait_seconds=snooze.wait_seconds, cause=snooze.cause)
        return None
    except StepRefused as refusal:
        if order.status is step.at:
            await _refuse(tx, claim, order, step, refusal)
        return await _run_steps(tx, claim, order)
    if order.status is step.at:
        await enter(tx, order, step.then, actor=ACTOR, claim=claim)
    elif step.undo is not None and step.action.must_undo(order):
        await step.undo(tx, order)
    failpoint("in_transaction")
    return await _run_steps(tx, claim, order)


async def _refuse(tx: Transaction, claim: Claim, order: OrderRecord, step: Step, refusal: StepRefused) -> None:
    await enter(tx, order, step.else_, actor=ACTOR, detail=refusal.detail, reason=refusal.reason, claim=claim)
