"""Huey for notifications: it carries job ids, and nothing that others put into its queue is ever executed."""

import asyncio
import os
import pickle
import sqlite3

import pytest

from models.database import Notification
from workers.engines.huey_engine import HueyEngine, IdSerializer
from workers.engines.notifier import FifoNotifier

pytestmark = pytest.mark.asyncio


class Trap:
    """Makes a folder when it is unpickled."""

    def __init__(self, folder: str) -> None:
        self.folder = folder

    def __reduce__(self):
        return os.mkdir, (self.folder,)


@pytest.fixture
def engine(tmp_path):
    engine = HueyEngine(str(tmp_path / "queue.db"))
    yield engine
    engine.close()


def _foreign(folder: str) -> list[bytes]:
    return [
        pickle.dumps(Trap(folder)),
        b"",
        b"\x80\x05garbage",
        b"[1]",
        b'{"job": "1"}',
        b'{"job": true}',
        b"[" * 100_000,
    ]


def _put(path, queue: str, raw: bytes) -> None:
    connection = sqlite3.connect(path)
    with connection:
        connection.execute("INSERT INTO task (queue, data, priority) VALUES (?, ?, 0)", (queue, raw))
    connection.close()


async def test_a_notification_reaches_the_listener_of_its_queue(engine):
    received: asyncio.Queue[str] = asyncio.Queue()
    engine.listen(["orders"], received.put)
    await asyncio.to_thread(engine.notify, [Notification(1, "mail"), Notification(2, "orders")])
    assert await asyncio.wait_for(received.get(), 60) == "orders"
    assert received.empty()


async def test_a_listener_of_another_kernel_reads_the_file_and_a_burst_is_few_messages(tmp_path):
    """Its FIFO is another one, as in a container that shares the folder and nothing else."""
    here, there = HueyEngine(str(tmp_path / "queue.db")), HueyEngine(str(tmp_path / "queue.db"))
    there._queue("orders").storage.notifier = FifoNotifier(str(tmp_path / "elsewhere.fifo"))
    received: asyncio.Queue[str] = asyncio.Queue()
    there.listen(["orders"], received.put)
    for number in range(500):
        here.notify([Notification(number, "orders")])
    assert await asyncio.wait_for(received.get(), 60) == "orders"
    here.close()
    await asyncio.sleep(0)
    with sqlite3.connect(tmp_path / "queue.db") as file:
        assert file.execute("SELECT coalesce(max(id), 0) FROM task").fetchone()[0] <= 3
    there.close()


async def test_a_listener_of_another_kernel_reads_the_file_that_was_made_anew(tmp_path):
    here, there = HueyEngine(str(tmp_path / "queue.db")), HueyEngine(str(tmp_path / "queue.db"))
    there._queue("orders").storage.notifier = FifoNotifier(str(tmp_path / "elsewhere.fifo"))
    received: asyncio.Queue[str] = asyncio.Queue()
    there.listen(["orders"], received.put)
    for number in (1, 2):
        here.notify([Notification(number, "orders")])
        assert await asyncio.wait_for(received.get(), 60) == "orders"
        for file in tmp_path.glob("queue.db*"):
            file.unlink()
    here.close()
    there.close()


async def test_foreign_payloads_are_dropped_and_not_executed(engine, tmp_path, caplog):
    received: asyncio.Queue[str] = asyncio.Queue()
    folder = str(tmp_path / "executed")
    engine.notify([])
    engine._queue("orders")
    payloads = _foreign(folder)
    for raw in payloads:
        _put(tmp_path / "queue.db", "orders", raw)
    engine.listen(["orders"], received.put)
    await asyncio.to_thread(engine.notify, [Notification(7, "orders")])
    for _ in range(len(payloads) + 1):
        await asyncio.wait_for(received.get(), 60)
    assert not (tmp_path / "executed").exists()
    assert caplog.text.count("not a job id was dropped") == len(payloads)


@pytest.mark.parametrize("number", range(7))
async def test_any_message_is_at_most_a_notification(tmp_path, number):
    message = IdSerializer().deserialize(_foreign(str(tmp_path / "executed"))[number])
    assert (message.name, message.args, message.kwargs) == ("workers.engines.huey_engine.notify", (0,), {})
    assert not (tmp_path / "executed").exists()


async def test_a_queue_file_that_is_no_database_is_set_aside(tmp_path):
    file = tmp_path / "queue.db"
    file.write_bytes(b"not a database at all, but long enough to be looked at" * 20)
    engine = HueyEngine(str(file))
    engine.notify([Notification(1, "orders")])
    engine.close()
    assert (tmp_path / "queue.db.unreadable").exists()
