"""Huey as the bell: it carries job ids, and nothing it is fed by others is ever executed."""

import asyncio
import os
import pickle
import sqlite3

import pytest

from models.database import Notification
from workers.engines.huey_engine import HueyEngine, IdSerializer

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


async def test_a_ring_reaches_the_listener_of_its_lane(engine):
    heard: asyncio.Queue[str] = asyncio.Queue()
    engine.listen(["orders"], heard.put)
    await asyncio.to_thread(engine.ring, [Notification(1, "mail"), Notification(2, "orders")])
    assert await asyncio.wait_for(heard.get(), 60) == "orders"
    assert heard.empty()


async def test_foreign_payloads_are_dropped_and_not_executed(engine, tmp_path, caplog):
    heard: asyncio.Queue[str] = asyncio.Queue()
    folder = str(tmp_path / "executed")
    engine.ring([])
    engine._lane("orders")
    payloads = _foreign(folder)
    for raw in payloads:
        _put(tmp_path / "queue.db", "orders", raw)
    engine.listen(["orders"], heard.put)
    await asyncio.to_thread(engine.ring, [Notification(7, "orders")])
    for _ in range(len(payloads) + 1):
        await asyncio.wait_for(heard.get(), 60)
    assert not (tmp_path / "executed").exists()
    assert caplog.text.count("not a job id was dropped") == len(payloads)


@pytest.mark.parametrize("number", range(7))
async def test_whatever_comes_in_is_at_most_a_ring(tmp_path, number):
    message = IdSerializer().deserialize(_foreign(str(tmp_path / "executed"))[number])
    assert (message.name, message.args, message.kwargs) == ("workers.engines.huey_engine.ring", (0,), {})
    assert not (tmp_path / "executed").exists()


async def test_a_queue_file_that_is_no_database_is_set_aside(tmp_path):
    file = tmp_path / "queue.db"
    file.write_bytes(b"not a database at all, but long enough to be looked at" * 20)
    engine = HueyEngine(str(file))
    engine.ring([Notification(1, "orders")])
    engine.close()
    assert (tmp_path / "queue.db.unreadable").exists()
