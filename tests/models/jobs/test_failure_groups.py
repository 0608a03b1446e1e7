"""Which failures are alike, and what their groups say."""

import pytest

from models.database import read, write
from models.jobs.ledger import completion, failure_groups
from models.jobs.ledger.completion import Fault
from tests.models.orders_at_hand import claim_one, place, row

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
    groups = await read(failure_groups.groups)
    assert sorted((group["words"], group["dead"], group["orders"], group["times"]) for group in groups) == [
        ("order # is odd", 2, 2, 2),
        ("something else", 1, 1, 1),
    ]
    (cents,) = await row("SELECT sum(total_cents) FROM orders")
    assert sum(group["cents"] for group in groups) == cents


async def test_a_failure_that_is_tried_again_is_counted_but_is_not_dead(demo_shop):
    await place()
    claim = await claim_one()
    await write(lambda tx: completion.fail(tx, claim, Fault("Oops", "later"), wait_seconds=1))
    assert await read(failure_groups.groups) == []
    assert await row("SELECT times FROM failure") == (1,)
