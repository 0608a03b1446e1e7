"""A worker's slots for webhooks are shared among endpoints when it claims: who hangs does not keep others waiting."""

import pytest

from models.jobs.ledger.concurrency_keys import KeyState, divide


def key(name: str, *, running: int = 0, failures: int = 0, oldest: int = 0) -> KeyState:
    return KeyState(name, oldest, running, failures, rests_until=0)


def test_each_endpoint_gets_a_slot_before_any_gets_a_second() -> None:
    assert divide([key("a"), key("b"), key("c")], room=3, is_idle=True) == [("a", 1), ("b", 1), ("c", 1)]
    assert divide([key("a"), key("b")], room=5, is_idle=True) == [("a", 2), ("b", 1)]


def test_one_endpoint_gets_two_at_most_however_many_slots_are_free() -> None:
    assert divide([key("a")], room=8, is_idle=True) == [("a", 2)]
    assert divide([key("a", running=1)], room=8, is_idle=False) == [("a", 1)]
    assert divide([key("a", running=2)], room=8, is_idle=False) == []


@pytest.mark.parametrize("slots", [3, 4, 8])
@pytest.mark.parametrize("failures", [0, 1])
def test_two_hanging_endpoints_leave_a_slot_for_one_that_answers(slots: int, failures: int) -> None:
    running = {"a": 0, "b": 0}
    for names in ("a", "ab", "ab"):  # one hangs first, then both, and jobs of both go on waiting
        left = slots - sum(running.values())
        waiting = [key(name, running=running[name], failures=failures) for name in names]
        for name, share in divide(waiting, room=left, is_idle=left == slots):
            running[name] += share
    left = slots - sum(running.values())
    waiting = [key(name, running=each, failures=failures) for name, each in running.items()]
    assert "c" in dict(divide([*waiting, key("c", oldest=9)], room=left, is_idle=False))


def test_who_never_failed_goes_first_and_the_longest_due_of_equals() -> None:
    due = [key("a", failures=1, oldest=1), key("b", oldest=3), key("c", oldest=2)]
    assert [name for name, _ in divide(due, room=2, is_idle=True)] == ["c", "b"]


def test_a_worker_with_one_slot_serves_an_endpoint_that_failed_when_nobody_else_waits() -> None:
    assert divide([key("a", failures=4)], room=1, is_idle=True) == [("a", 1)]
    assert divide([key("a", failures=4)], room=1, is_idle=False) == []


def test_jobs_without_a_key_are_not_limited() -> None:
    assert divide([key("")], room=5, is_idle=False) == [("", 5)]
