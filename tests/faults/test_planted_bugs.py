"""Each fault test finds the bugs planted for it. A test that cannot fail proves nothing."""

from collections.abc import Awaitable, Callable
from typing import Any

import pytest

from tests.faults import test_graceful_stop as graceful
from tests.faults import test_oversell as oversell
from tests.faults import test_prove, test_releases
from tests.faults import test_servers_gone as gone
from tests.faults.planted import BUGS
from tests.faults.processes import Shop
from tests.faults.stacks import DATABASES_BY_RABBITMQ, SERVED_QUEUES
from tests.faults.test_aborted_requests import hang_up_often
from tests.faults.test_alarms_told import tell_all
from tests.faults.test_blocked_loops import block_worker
from tests.faults.test_cancelled_orders import cancel_when, expire_during_charge
from tests.faults.test_failing_storage import cut_power, fail_storage
from tests.faults.test_failing_system import refuse_locks, remove_database
from tests.faults.test_first_start import start_together
from tests.faults.test_frozen_workers import freeze
from tests.faults.test_hanging_receivers import hang_beside
from tests.faults.test_killed_web import kill_under_load, send_twins
from tests.faults.test_killed_workers import kill_at
from tests.faults.test_locked_database import hold, lock_row
from tests.faults.test_poison import serve_poison
from tests.faults.test_provider_gone import lie, outlast
from tests.faults.test_queue_gone import notify_again
from tests.faults.test_rescue import die_at_first_claim, kill_busy_worker, kill_child, kill_twice
from tests.faults.test_stuck_writer import end_holder, keep_transaction, name_holder
from tests.faults.test_supervisor import freeze_children, kill_children, kill_supervisor
from tests.faults.test_system_limits import jump

ATTEMPTS = 3
Scenario = Callable[[Shop, str], Awaitable[None]]

# the bug, the test that has to find it, and the words it finds it with
PLANTED: dict[str, tuple[Scenario, str]] = {
    "unknown_is_failed": (lambda shop, bug: outlast(shop, "refuse", planted=bug, within=10), "attempts were used up"),
    "circuit_never_opens": (lambda shop, bug: outlast(shop, "fail", planted=bug, within=10), "payments are paused"),
    "circuit_never_closes": (lambda shop, bug: outlast(shop, "fail", planted=bug, within=10), "all orders decided"),
    "declined_not_compared": (lambda shop, bug: lie(shop, planted=bug), "0 of 4 lies were found"),
    "slots_not_shared": (lambda shop, bug: hang_beside(shop, planted=bug, within=10), "the healthy receiver"),
    "threads_end_in_silence": (lambda shop, bug: refuse_locks(shop, planted=bug, within=15), "the worker has met it"),
    "file_not_watched": (lambda shop, bug: remove_database(shop, planted=bug), "lost with the file"),
    "commits_not_synced": (lambda shop, bug: cut_power(shop, planted=bug), "after the power cut"),
    "looks_never_commit": (
        lambda shop, bug: fail_storage(shop, "write EIO", "disk", planted=bug, within=15),
        "told",
    ),
    "fence_not_checked": (
        lambda shop, bug: freeze(shop, stops=2, zombies=2, failpoints="after_ask=stop:0.7", planted=bug),
        "I12",
    ),
    "charge_key_changes": (
        lambda shop, bug: kill_at(shop, "after_ask", 0.7, kills=2, tokens=("tok_ok",), planted=bug),
        "2 charges",
    ),
    "stock_checked_before": (
        lambda shop, bug: oversell.scramble(shop, orders=20, units=5, workers=1, planted=bug, within=5),
        "all orders decided",
    ),
    "stock_clamped": (lambda shop, bug: oversell.scramble(shop, orders=20, units=5, workers=1, planted=bug), "I3"),
    "stock_freed_twice": (lambda shop, bug: cancel_when(shop, "after", planted=bug), "I3"),
    "job_enqueued_after_commit": (
        lambda shop, bug: kill_under_load(
            shop, checkouts=10, kills=2, failpoints="after_commit=kill", planted=bug, within=5
        ),
        "all orders decided",
    ),
    "answer_kept_after_commit": (
        lambda shop, bug: kill_under_load(
            shop, checkouts=10, kills=2, failpoints="after_commit=kill", planted=bug, within=5
        ),
        "already_ordered",
    ),
    "live_leases_stolen": (lambda shop, bug: expire_during_charge(shop, planted=bug), "I13"),
    "expiry_ignores_payment": (lambda shop, bug: expire_during_charge(shop, planted=bug), "I9"),
    "deferred_transactions": (
        lambda shop, bug: oversell.scramble(
            shop, orders=40, units=20, workers=3, failpoints="in_transaction=slow:0.2", planted=bug
        ),
        "a writer met another one",
    ),
    "fence_given_back": (lambda shop, bug: graceful.hand_back(shop, planted=bug), "I12"),
    "stop_without_drain": (
        lambda shop, bug: graceful.stop_workers(shop, rounds=1, token="tok_slow", planted=bug),
        "left behind",
    ),
    "drain_forgets_claims": (
        lambda shop, bug: graceful.stop_workers(shop, rounds=6, failpoints="before_commit=slow:0.5", planted=bug),
        "left behind",
    ),
    "waiting_counts_as_begun": (lambda shop, bug: hold(shop, "lock", workers=0, planted=bug, within=5), "TimeoutError"),
    "queue_not_followed": (lambda shop, bug: notify_again(shop, planted=bug, within=5), "not by notifications"),
    "migration_not_alone": (lambda shop, bug: start_together(shop, planted=bug), "[0, 0, 0"),
    # the lock is lost with the first guest who leaves, and the one who waits does so in vain
    "write_not_shielded": (lambda shop, bug: hang_up_often(shop, planted=bug, within=5), "TimeoutError: "),
    "key_not_looked_up": (lambda shop, bug: send_twins(shop, planted=bug), "already_ordered"),
    "ledger_not_logged": (lambda shop, bug: gone.restart_database(shop, "immediate", times=1, planted=bug), "I2"),
    "locks_waited_for": (lambda shop, bug: hold(shop, "table", workers=0, planted=bug, within=5), "TimeoutError"),
    "all_slots_wait": (
        lambda shop, bug: lock_row(shop, planted=bug, within=10),
        "orders of other products are decided meanwhile",
    ),
    "broker_given_up": (lambda shop, bug: gone.restart_broker(shop, planted=bug, within=5), "not by notifications"),
    "blocking_brokers_waited_for": (
        lambda shop, bug: gone.run_out_of_memory(shop, planted=bug, within=20),
        "the operator is told",
    ),
    "broker_waited_for": (lambda shop, bug: gone.stay_away(shop, planted=bug), "500"),
    "only_when_rung": (lambda shop, bug: gone.do_without(shop, planted=bug, within=10), "all orders decided"),
    "engine_not_switched": (
        lambda shop, bug: gone.switch(
            shop, [f"sqlite:///{shop.folder}/queue.db", shop.queue_url], planted=bug, within=5
        ),
        "not by notifications",
    ),
    "shop_given_up": (lambda shop, bug: kill_children(shop, kills=12, workers=1, planted=bug), "the shop has ended"),
    "children_not_tied": (lambda shop, bug: kill_supervisor(shop, planted=bug, within=5), "nothing is left of it but"),
    "silence_not_heard": (lambda shop, bug: freeze_children(shop, planted=bug, within=10), "are replaced"),
    "suspects_from_the_first": (
        lambda shop, bug: kill_busy_worker(shop, jobs=8, slots=8, planted=bug, within=10),
        "all jobs are taken up again",
    ),
    "dead_children_keep_leases": (
        lambda shop, bug: kill_child(shop, planted=bug, within=10),
        "all jobs are taken up again",
    ),
    "blocked_loops_go_on": (lambda shop, bug: block_worker(shop, planted=bug, within=20), "is replaced"),
    "holder_not_named": (lambda shop, bug: name_holder(shop, planted=bug, within=10), "is named"),
    "wal_not_watched": (lambda shop, bug: keep_transaction(shop, planted=bug, within=15), "is named in the log"),
    "stopped_holders_kept": (lambda shop, bug: end_holder(shop, planted=bug, within=20), "is ended"),
    "jumps_not_seen": (lambda shop, bug: jump(shop, 3600, planted=bug, within=20), "the clock has jumped"),
    "alarms_not_told": (lambda shop, bug: tell_all(shop, planted=bug, within=10), "not told"),
    "suspects_together": (lambda shop, bug: serve_poison(shop, workers=1, concurrency=6, planted=bug), "and no more"),
    "suspects_never_together": (lambda shop, bug: kill_twice(shop, jobs=8, planted=bug, within=6), "all suspects"),
    "registered_by_heartbeat": (lambda shop, bug: die_at_first_claim(shop, planted=bug), "nobody knows"),
}


ONLY_ON = {
    "deferred_transactions": ("sqlite",),  # how SQLite's one write lock is shared
    "waiting_counts_as_begun": ("sqlite",),
    "threads_end_in_silence": ("sqlite",),  # file locks
    "file_not_watched": ("sqlite",),
    "commits_not_synced": ("sqlite",),
    "looks_never_commit": ("sqlite",),
    "holder_not_named": ("sqlite",),
    "wal_not_watched": ("sqlite",),
    "stopped_holders_kept": ("sqlite",),
    "jumps_not_seen": ("sqlite",),
    "queue_not_followed": ("sqlite",),  # files that are deleted
    "migration_not_alone": ("sqlite",),
    "drain_forgets_claims": ("sqlite",),  # a slow commit holds up the loop on PostgreSQL: no stop comes in between
    "all_slots_wait": ("redis",),  # PostgreSQL's
    "locks_waited_for": ("redis",),  # PostgreSQL's
    "ledger_not_logged": ("redis",),
    "broker_given_up": SERVED_QUEUES,
    "blocking_brokers_waited_for": ("rabbitmq",),
    "broker_waited_for": ("redis",),  # in the code that both have in common
    "only_when_rung": ("redis",),
    "engine_not_switched": SERVED_QUEUES,
}


def _cases() -> list[Any]:
    return [pytest.param(bug, marks=pytest.mark.stack(*ONLY_ON.get(bug, DATABASES_BY_RABBITMQ))) for bug in PLANTED]


@pytest.mark.asyncio
@pytest.mark.parametrize("bug", _cases())
async def test_the_bug_is_found(premises, bug):
    """Where that is a race, it may be lost twice: found once is found."""
    scenario, words = PLANTED[bug]
    heard: list[str] = []
    while not any(words in said for said in heard):
        assert len(heard) < ATTEMPTS, heard
        async with premises.open_shop() as shop:
            heard.append(await _what_is_said(scenario(shop, bug)))
    print(f"{bug} is found at attempt {len(heard)}: {[said[:300] for said in heard]}")


async def _what_is_said(looking: Awaitable[None]) -> str:
    """What the scenario finds wrong."""
    try:
        await looking
    except (AssertionError, TimeoutError) as found:
        return f"{type(found).__name__}: {found}"
    return "nothing"


def test_every_planted_bug_has_a_test_that_finds_it():
    assert {*PLANTED, *(names.partition(",")[0] for names in test_prove.PLANTED), test_releases.PLANTED} == set(BUGS)
