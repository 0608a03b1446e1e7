"""Dramatiq as the bell, on real servers: it carries job ids, stands that its broker goes away, and keeps little."""

import asyncio
import contextlib
import os
import pickle
import threading

import pika
import pika.exceptions
import pytest
import pytest_asyncio
import redis as redis_client

from models.database import Notification
from workers.engines import queue_consumer, rabbitmq_broker, redis_broker
from workers.engines.dramatiq_engine import open_engine
from workers.engines.queue_engine import Notifier

pytestmark = pytest.mark.asyncio

UNREACHABLE = (pika.exceptions.AMQPError, redis_client.ConnectionError)
ORDERS = "cartwright.orders"
NOT_AN_ID = [b"", b"\x80\x05garbage", b"[1]", b'{"job": "1"}', b'{"job": true}', b"[" * 100_000]


class Trap:
    """Makes a folder when it is unpickled."""

    def __init__(self, folder: str) -> None:
        self.folder = folder

    def __reduce__(self):
        return os.mkdir, (self.folder,)


@pytest.fixture(params=["rabbitmq", "redis"])
def server(request):
    """A broker that is up, and empty."""
    server = request.getfixturevalue(request.param)
    server.lose_messages()
    return server


@pytest_asyncio.fixture
async def engines(server):
    """Makes engines on the broker, and closes them."""
    made = []

    def make():
        made.append(open_engine(server.url))
        return made[-1]

    yield make
    for engine in made:
        await asyncio.to_thread(engine.close)


def _is_redis(server) -> bool:
    return server.url.startswith("redis")


def _put(server, raw: bytes) -> None:
    if _is_redis(server):
        redis_client.Redis.from_url(server.url).rpush(ORDERS, raw)
    else:
        with server.channel() as channel:
            channel.basic_publish("", ORDERS, raw)


async def _ring_until_heard(engine, heard) -> None:
    """As often as it takes: rings may be lost while a broker comes back."""
    async with asyncio.timeout(60):
        while heard.empty():
            with contextlib.suppress(*UNREACHABLE):
                await asyncio.to_thread(engine.ring, [Notification(1, "orders")])
            await asyncio.sleep(0.1)
    while not heard.empty():
        heard.get_nowait()


async def test_a_ring_reaches_the_listener_of_its_lane(engines):
    heard: asyncio.Queue[str] = asyncio.Queue()
    engines().listen(["orders"], heard.put)
    await asyncio.to_thread(engines().ring, [Notification(1, "mail"), Notification(2, "orders")])
    assert await asyncio.wait_for(heard.get(), 60) == "orders"
    assert heard.empty()


async def test_a_full_worker_leaves_the_rings_to_others(engines, server):
    has_room, full, other = asyncio.Event(), asyncio.Queue(), asyncio.Queue()

    async def take(lane: str) -> None:
        await full.put(lane)
        await has_room.wait()

    engines().listen(["orders"], take)
    ringing = engines()
    await asyncio.to_thread(ringing.ring, [Notification(1, "orders")])
    await asyncio.wait_for(full.get(), 60)
    for job in range(2, 5):
        await asyncio.to_thread(ringing.ring, [Notification(job, "orders")])
    engines().listen(["orders"], other.put)
    for _ in range(3):
        await asyncio.wait_for(other.get(), 60)
    assert full.empty()
    has_room.set()


async def test_foreign_payloads_are_dropped_and_not_executed(engines, server, tmp_path, caplog):
    heard: asyncio.Queue[str] = asyncio.Queue()
    engine = engines()
    await asyncio.to_thread(engine.ring, [Notification(1, "orders")])
    foreign = [*NOT_AN_ID, pickle.dumps(Trap(str(tmp_path / "executed")))]
    for raw in foreign:
        await asyncio.to_thread(_put, server, raw)
    await asyncio.to_thread(engine.ring, [Notification(2, "orders")])
    engine.listen(["orders"], heard.put)
    for _ in range(2):
        await asyncio.wait_for(heard.get(), 60)
    assert not (tmp_path / "executed").exists()
    assert caplog.text.count("not a job id was dropped") == len(foreign)


async def test_rings_nobody_takes_do_not_pile_up(engines, server, monkeypatch):
    monkeypatch.setattr(redis_broker, "MAX_NOTIFICATIONS", 5)
    monkeypatch.setitem(rabbitmq_broker.ARGUMENTS, "x-max-length", 5)
    await asyncio.to_thread(engines().ring, [Notification(job, "orders") for job in range(20)])
    assert await asyncio.to_thread(server.waiting, ORDERS) == 5
    if _is_redis(server):
        assert 0 < redis_client.Redis.from_url(server.url).ttl(ORDERS) <= redis_broker.KEPT_SECONDS


@pytest.mark.parametrize("server", ["rabbitmq"], indirect=True)
async def test_a_queue_made_by_another_release_is_used_as_it_is(engines, server):
    with server.channel() as channel:
        channel.queue_declare(ORDERS, durable=True)
    heard: asyncio.Queue[str] = asyncio.Queue()
    engines().listen(["orders"], heard.put)
    await asyncio.to_thread(engines().ring, [Notification(1, "orders")])
    assert await asyncio.wait_for(heard.get(), 60) == "orders"


async def test_a_broker_that_goes_away_is_said_once_and_found_again(engines, server, caplog):
    heard: asyncio.Queue[str] = asyncio.Queue()
    caplog.set_level("INFO")
    engine = engines()
    engine.listen(["orders"], heard.put)
    await _ring_until_heard(engine, heard)
    await asyncio.to_thread(server.stop)
    with pytest.raises(UNREACHABLE):
        await asyncio.to_thread(engine.ring, [Notification(2, "orders")])
    await _until(lambda: "cannot be heard" in caplog.text)
    await asyncio.to_thread(server.start)
    await _ring_until_heard(engine, heard)
    assert caplog.text.count("cannot be heard") == 1
    assert caplog.text.count("can be heard again") == 1


async def test_a_worker_starts_before_its_broker(engines, server):
    heard: asyncio.Queue[str] = asyncio.Queue()
    await asyncio.to_thread(server.stop)
    engine = engines()
    engine.listen(["orders"], heard.put)
    await asyncio.to_thread(server.start)
    await _ring_until_heard(engine, heard)


async def test_a_queue_that_was_deleted_is_made_anew(engines, server):
    heard: asyncio.Queue[str] = asyncio.Queue()
    engine = engines()
    engine.listen(["orders"], heard.put)
    await _ring_until_heard(engine, heard)
    await asyncio.to_thread(server.lose_messages)
    await _ring_until_heard(engine, heard)


async def test_what_stops_leaves_no_thread_behind(server):
    before = set(threading.enumerate())
    engine = open_engine(server.url)
    engine.listen(["orders", "mail"], asyncio.Queue().put)
    engine.stop_listening()
    await asyncio.to_thread(engine.close)
    left = [thread for thread in set(threading.enumerate()) - before if not thread.name.startswith("asyncio")]
    assert left == []


async def test_a_ringer_says_once_that_the_queue_is_gone_and_once_that_it_is_back(server, caplog, monkeypatch):
    caplog.set_level("INFO")
    monkeypatch.setattr("workers.engines.queue_engine.RETRY_SECONDS", 0.05)
    monkeypatch.setattr(queue_consumer, "RECONNECT_SECONDS", 0.05)
    await asyncio.to_thread(server.stop)
    engine = open_engine(server.url)
    ringer = Notifier(engine)
    try:
        for job in range(5):
            ringer([Notification(job, "orders")])
        await _until(lambda: "cannot be reached" in caplog.text)
        await asyncio.to_thread(server.start)
        async with asyncio.timeout(60):
            while "reached again" not in caplog.text:
                ringer([Notification(9, "orders")])
                await asyncio.sleep(0.05)
        assert caplog.text.count("cannot be reached") == 1
    finally:
        ringer.close()
        engine.close()


async def _until(condition) -> None:
    async with asyncio.timeout(60):
        while not condition():
            await asyncio.sleep(0.01)
