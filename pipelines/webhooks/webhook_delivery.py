"""Hands one message to its receiver: the body of the `webhook.deliver` job; and looks at addresses beforehand."""

import time
from functools import partial

import telemetry
from models.database import Transaction, write
from models.jobs.ledger import completion
from models.jobs.ledger.concurrency_keys import MOST_PER_KEY
from models.jobs.ledger.jobs import Claim
from models.shared.errors import Invalid
from models.webhooks import webhook_deliveries
from models.webhooks.webhook_deliveries import Outcome, PendingDelivery
from models.webhooks.webhook_events import DeliveryState, EndpointState
from pipelines.gateways import outgoing_addresses, webhook_http
from pipelines.gateways.outgoing_addresses import NoSuchHost, Rules, UnsafeAddress
from pipelines.gateways.webhook_http import ReceiverAnswer, Unanswered
from pipelines.job_outcomes import Discard, Retry, Snooze
from pipelines.orders.order_runner import LeaseInDoubt

GONE = 410
OBEYED = (429, 503)  # answers whose Retry-After counts
TURN_SECONDS = 2.0


async def refuse_unsafe(url: str, rules: Rules) -> None:
    """Raises Invalid if this address may not be called. A name that does not resolve today may do so tomorrow."""
    try:
        await outgoing_addresses.look_up_host(url, rules)
    except UnsafeAddress as unsafe:
        raise Invalid.field("url", "unsafe_address", str(unsafe)) from None
    except NoSuchHost:
        return


async def deliver_webhook(claim: Claim) -> None:
    """One attempt; its outcome is written down before the job is settled."""
    begun = await write(partial(_begin, claim=claim))
    if begun is None:
        return
    delivery, secrets = begun
    if not claim.is_safe():
        raise LeaseInDoubt(f"job {claim.id}: the last heartbeat is too old")
    began, answer = time.monotonic(), None
    try:
        answer = await _post(delivery, secrets)
        outcome = _judge(answer, began)
    except UnsafeAddress as unsafe:
        outcome = Outcome(False, None, _since(began), error=str(unsafe), is_final=True)
    except (NoSuchHost, Unanswered) as error:
        outcome = Outcome(False, None, _since(began), error=str(error))
    await write(partial(_finish, claim=claim, delivery=delivery, outcome=outcome))
    if outcome.is_final:
        raise Discard(outcome.error)
    if not outcome.is_taken:
        obeyed = answer is not None and answer.status in OBEYED
        raise Retry(outcome.error, wait_seconds=answer.retry_after_seconds if answer and obeyed else None)


async def _post(delivery: PendingDelivery, secrets: list[str]) -> ReceiverAnswer:
    with telemetry.outside("webhook post") as call:
        answer = await webhook_http.post(delivery.url, secrets, delivery.webhook_id, delivery.body)
        if not _is_taken(answer):
            call.fail(f"{answer.status // 100}xx")
    return answer


async def _begin(tx: Transaction, claim: Claim) -> tuple[PendingDelivery, list[str]] | None:
    """The message and the secrets that sign it, if it is its turn.

    To an endpoint go at most two at once, and none while it rests or is disabled.
    Jobs are claimed by these rules already; what changed since is looked at here.
    """
    assert claim.subject_id is not None
    await completion.renew_lease(tx, claim)
    delivery = await webhook_deliveries.find_delivery(tx, claim.subject_id)
    if delivery is None or delivery.state == DeliveryState.DELIVERED:
        await completion.succeed(tx, claim)
        return None
    if delivery.endpoint_state == EndpointState.DISABLED:
        await webhook_deliveries.give_up(tx, delivery.id)
        await completion.succeed(tx, claim)
        return None
    if delivery.rests_until > tx.now:
        wait_seconds = (delivery.rests_until - tx.now) / 1000 + 1
        raise Snooze("the endpoint rests after failures", wait_seconds=wait_seconds, cause="EndpointRests")
    if await webhook_deliveries.running_before(tx, delivery.endpoint_id, claim.id) >= MOST_PER_KEY:
        raise Snooze(f"{MOST_PER_KEY} deliveries to this endpoint run already", wait_seconds=TURN_SECONDS)
    return delivery, delivery.secrets(tx.now)


def _is_taken(answer: ReceiverAnswer) -> bool:
    return 200 <= answer.status < 300


def _judge(answer: ReceiverAnswer, began: float) -> Outcome:
    is_taken = _is_taken(answer)
    error = "" if is_taken else f"the receiver answered {answer.status}"
    is_gone = answer.status == GONE
    return Outcome(is_taken, answer.status, _since(began), answer.text, error, is_final=is_gone, disables=is_gone)


def _since(began: float) -> int:
    return round((time.monotonic() - began) * 1000)


async def _finish(tx: Transaction, claim: Claim, delivery: PendingDelivery, outcome: Outcome) -> None:
    is_last = claim.attempt >= claim.max_attempts
    await (completion.succeed if outcome.is_taken else completion.renew_lease)(tx, claim)
    await webhook_deliveries.note_attempt(tx, delivery, claim.attempt, outcome, is_last=is_last)
