"""Hands one message to its receiver: the body of the `webhook.deliver` job; and looks at addresses beforehand."""

import time
from functools import partial

import telemetry
from models import settlements, webhook_deliveries
from models.database import Row, Transaction, write
from models.jobs import Claim
from models.refusals import FieldError, Invalid
from models.webhook_deliveries import AT_ONCE, Outcome
from pipelines.gateways import addresses, webhook_http
from pipelines.gateways.addresses import NoSuchHost, Rules, UnsafeAddress
from pipelines.gateways.webhook_http import Answer, Unanswered
from pipelines.process import Hopeless, TooEarly, TryLater
from pipelines.walk import LeaseInDoubt

GONE = 410
OBEYED = (429, 503)  # answers whose Retry-After counts
TURN_SECONDS = 2.0


async def refuse_unsafe(url: str, rules: Rules) -> None:
    """Raises Invalid if this address may not be called. A name that does not resolve today may do so tomorrow."""
    try:
        await addresses.look_up(url, rules)
    except UnsafeAddress as unsafe:
        raise Invalid(str(unsafe), errors=[FieldError("url", "unsafe_address", str(unsafe))]) from None
    except NoSuchHost:
        return


async def deliver_webhook(claim: Claim) -> None:
    """One attempt; its outcome is written down before the job is settled."""
    row = await write(partial(_begin, claim=claim))
    if row is None:
        return
    if not claim.is_safe():
        raise LeaseInDoubt(f"job {claim.id}: the heart has not beaten for too long")
    began, answer = time.monotonic(), None
    try:
        answer = await _post(row)
        outcome = _judge(answer, began)
    except UnsafeAddress as unsafe:
        outcome = Outcome(False, None, _since(began), error=str(unsafe), is_final=True)
    except (NoSuchHost, Unanswered) as error:
        outcome = Outcome(False, None, _since(began), error=str(error))
    await write(partial(_finish, claim=claim, row=row, outcome=outcome))
    if outcome.is_final:
        raise Hopeless(outcome.error)
    if not outcome.is_taken:
        obeyed = answer is not None and answer.status in OBEYED
        raise TryLater(outcome.error, wait_seconds=answer.retry_after_seconds if answer and obeyed else None)


async def _post(row: Row) -> Answer:
    with telemetry.outside("webhook post") as call:
        answer = await webhook_http.post(row["url"], _secrets(row), row["webhook_id"], row["body"])
        if not _is_taken(answer):
            call.fail(f"{answer.status // 100}xx")
    return answer


async def _begin(tx: Transaction, claim: Claim) -> Row | None:
    """Whether it is this message's turn: at most two at once to an endpoint, none while it rests or is disabled."""
    assert claim.subject_id is not None
    await settlements.keep(tx, claim)
    row = await webhook_deliveries.owed(tx, claim.subject_id)
    if row is None or row["state"] == "delivered":
        await settlements.succeed(tx, claim)
        return None
    if row["endpoint_state"] == "disabled":
        await webhook_deliveries.give_up(tx, row["id"])
        await settlements.succeed(tx, claim)
        return None
    if row["rests_until"] > tx.now:
        raise TooEarly("the endpoint rests after failures", wait_seconds=(row["rests_until"] - tx.now) / 1000 + 1)
    if await webhook_deliveries.running_before(tx, row["endpoint_id"], claim.id) >= AT_ONCE:
        raise TooEarly(f"{AT_ONCE} deliveries to this endpoint run already", wait_seconds=TURN_SECONDS)
    return _with_live_secrets(row, tx.now)


def _with_live_secrets(row: Row, now: int) -> Row:
    plain = dict(row)
    if not (row["previous_until"] and row["previous_until"] > now):
        plain["previous_secret"] = ""
    return plain


def _secrets(row: Row) -> list[str]:
    return [secret for secret in (row["secret"], row["previous_secret"]) if secret]


def _is_taken(answer: Answer) -> bool:
    return 200 <= answer.status < 300


def _judge(answer: Answer, began: float) -> Outcome:
    is_taken = _is_taken(answer)
    error = "" if is_taken else f"the receiver answered {answer.status}"
    is_gone = answer.status == GONE
    return Outcome(is_taken, answer.status, _since(began), answer.text, error, is_final=is_gone, disables=is_gone)


def _since(began: float) -> int:
    return round((time.monotonic() - began) * 1000)


async def _finish(tx: Transaction, claim: Claim, row: Row, outcome: Outcome) -> None:
    is_last = claim.attempt >= claim.max_attempts
    await (settlements.succeed if outcome.is_taken else settlements.keep)(tx, claim)
    await webhook_deliveries.note_attempt(tx, row, claim.attempt, outcome, is_last=is_last)
