"""What a process needs goes on after any error, and ends only when it is told to."""

import asyncio
import threading

import pytest

from core.supervised_threads import SupervisedThread, supervised

WITHIN_SECONDS = 30


@pytest.mark.parametrize("error", [OSError("no more files"), MemoryError(), SystemExit(1)])
def test_a_thread_begins_again_after_any_error(error: BaseException) -> None:
    begun, is_again = [], threading.Event()

    def work() -> None:
        begun.append(1)
        if len(begun) == 1:
            raise error
        is_again.set()

    thread = SupervisedThread(work, name="tested")
    thread.start()
    assert is_again.wait(WITHIN_SECONDS)
    thread.join(WITHIN_SECONDS)
    assert len(begun) == 2, "work that returns is over"


def test_a_thread_that_is_told_to_stop_does_not_begin_again() -> None:
    has_begun = threading.Event()

    def work() -> None:
        has_begun.set()
        thread.is_stopping.wait()
        raise OSError

    thread = SupervisedThread(work, name="tested")
    thread.start()
    assert has_begun.wait(WITHIN_SECONDS)
    thread.is_stopping.set()
    thread.join(WITHIN_SECONDS)
    assert not thread.is_alive()


@pytest.mark.asyncio
@pytest.mark.parametrize("error", [ValueError(), asyncio.CancelledError()])
async def test_a_task_begins_again_after_an_error_or_a_stray_cancellation(error: BaseException) -> None:
    begun = []

    async def work() -> None:
        begun.append(1)
        if len(begun) < 3:
            raise error

    await asyncio.wait_for(supervised(work, name="tested"), WITHIN_SECONDS)
    assert len(begun) == 3


@pytest.mark.asyncio
async def test_a_task_that_is_cancelled_ends() -> None:
    has_begun = asyncio.Event()

    async def work() -> None:
        has_begun.set()
        await asyncio.Event().wait()

    task = asyncio.create_task(supervised(work, name="tested"))
    await has_begun.wait()
    task.cancel()
    with pytest.raises(asyncio.CancelledError):
        await asyncio.wait_for(task, WITHIN_SECONDS)
