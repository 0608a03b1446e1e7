"""Which failures are alike, and what their groups say."""

import pytest

from models.database import read, write
from models.jobs.admin import job_views, live_failures
from models.jobs.ledger import completion, failure_groups
from models.jobs.ledger.completion import Fault
from tests.models.orders_at_hand import claim_one, place, row, run

pytestmark = pytest.mark.asyncio
TRACE = """Traceback (most recent call last):
  File "/srv/shop/workers/attempt.py", line {}, in _run
    await HANDLERS[claim.kind](claim)
  File "/srv/shop/pipelines/gateways/smtp.py", line {}, in hand_over
    raise SmtpError
  File "/usr/lib/python3.11/asyncio/tasks.py", line 500, in wait_for
"""


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("order CW-10001 took 31 s", "order CW-20002 took 7.5 s"),
        ("no such user ann@example.com", "no such user bob@shop.example.org"),
        ("job 'a' is gone", "job 'bcd' is gone"),
        ("key 5f0c2a1e-1111-4a2b-8c3d-123456789abc", "key 00000000-2222-4a2b-8c3d-cba987654321"),
        ("first line\nsecond", "first line\nanother"),
    ],
)
async def test_numbers_names_and_addresses_make_no_difference(one, other):
    assert failure_groups.fingerprint("k", "E", one, "").id == failure_groups.fingerprint("k", "E", other, "").id


async def test_kind_type_place_and_words_do():
    base = failure_groups.fingerprint("k", "E", "words", TRACE.format(1, 2))
    assert base.place == "pipelines/gateways/smtp.py hand_over"
    assert base.id == failure_groups.fingerprint("k", "E", "words", TRACE.format(8, 9)).id
    others = [("x", "E", "words"), ("k", "F", "words"), ("k", "E", "other words")]
    assert len({base.id, *(failure_groups.fingerprint(*each, TRACE.format(1, 2)).id for each in others)}) == 4
    assert failure_groups.fingerprint("k", "E", "words", "").id != base.id


async def _die(message: str) -> None:
    await place()
    claim = await claim_one()
    await write(lambda tx: completion.fail(tx, claim, Fault("Oops", message), wait_seconds=1, permanent=True))


async def test_groups_count_the_dead_their_orders_and_their_money(demo_shop):
    await _die("order 1 is odd")
    await _die("order 2 is odd")
    await _die("something else")
    groups = await read(live_failures.live)
    assert sorted((group.words, group.dead, group.orders, group.times) for group in groups) == [
        ("order # is odd", 2, 2, 2),
        ("something else", 1, 1, 1),
    ]
    (cents,) = await row("SELECT sum(total_cents) FROM orders")
    assert sum(group.cents for group in groups) == cents


async def test_a_failure_that_is_tried_again_is_live_until_its_job_is_done_and_the_day_is_over(demo_shop):
    await place()
    claim = await claim_one()
    await write(lambda tx: completion.fail(tx, claim, Fault("Oops", "later"), wait_seconds=1))
    (cents,) = await row("SELECT sum(total_cents) FROM orders")
    (group,) = await read(live_failures.live)
    assert (group.dead, group.retrying, group.hour, group.day, group.orders, group.cents) == (0, 1, 1, 1, 1, cents)
    assert (group.queue, max(group.rates), group.rates[-1]) == ("orders", 1, 1)
    await run("UPDATE job SET state = 'succeeded'")
    (group,) = await read(live_failures.live)
    assert (group.retrying, group.orders, group.cents) == (0, 0, 0)
    assert [group.is_in(window) for window in live_failures.WINDOWS] == [True, True, True, False]
    await run("UPDATE failure_figure SET at = at - 7200000")
    (group,) = await read(live_failures.live)
    assert (group.hour, group.day) == (0, 1)
    await run("UPDATE failure_figure SET at = at - 90000000")
    assert await read(live_failures.live) == []


async def test_an_order_that_was_decided_is_not_touched_any_more(demo_shop):
    await _die("no answer")
    (group,) = await read(live_failures.live)
    assert (group.dead, group.orders) == (1, 1)
    await run("UPDATE orders SET status = 'cancelled', cancel_reason = 'admin', review_reason = NULL")
    (group,) = await read(live_failures.live)
    assert (group.dead, group.orders, group.cents) == (1, 0, 0)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("the receiver answered 302", "the receiver answered 503"),
        ("the receiver answered 429", "the receiver answered 503"),
        ("452 4.5.3 too many recipients", "451 4.5.3 too many recipients"),
        ("HTTP 500", "HTTP 502"),
        ("(421, 'bye')", "(450, 'bye')"),
    ],
)
async def test_each_status_code_is_a_cause_of_its_own(one, other):
    assert failure_groups.fingerprint("k", "E", one, "").id != failure_groups.fingerprint("k", "E", other, "").id


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("452 too many (12 of 10)", "452 too many (345 of 10)"),
        ("no answer after 302 ms", "no answer after 503 ms"),
        ("waited 429 seconds", "waited 431 seconds"),
        ("452 4.5.3 too many <ann@example.com>", "452 4.5.3 too many <bob@example.com>"),
        ("the receiver answered 503 for 400 orders", "the receiver answered 503 for 431 orders"),
        ("404 orders are left", "431 orders are left"),
    ],
)
async def test_other_numbers_are_not(one, other):
    assert failure_groups.fingerprint("k", "E", one, "").id == failure_groups.fingerprint("k", "E", other, "").id


async def test_a_job_put_off_by_trouble_outside_is_retrying_and_one_that_takes_turns_is_scheduled(demo_shop):
    await place()
    claim = await claim_one()
    await write(lambda tx: completion.defer(tx, claim, "takes turns", wait_seconds=60))
    counts = await read(job_views.counts)
    assert (counts["scheduled"], counts["retrying"]) == (1, 0)
    await run("UPDATE job SET run_at = 0")
    claim = await claim_one()
    await write(lambda tx: completion.defer(tx, claim, "rests for 60 s", wait_seconds=60, cause="MailServerRests"))
    counts = await read(job_views.counts)
    assert (counts["queued"], counts["scheduled"], counts["retrying"]) == (0, 0, 1)
    for state, jobs in (("queued", 0), ("scheduled", 0), ("retrying", 1)):
        listed = await read(lambda tx, state=state: job_views.list_jobs(tx, state=state))
        assert [job.state for job in listed.items] == ["retrying"] * jobs
    (group,) = await read(live_failures.live)
    assert (group.type, group.words, group.retrying) == ("MailServerRests", "rests for # s", 1)
