import asyncio
import contextlib
import os
import re
import signal
import subprocess
import time

import pytest

from tests.faults import books
from tests.faults.processes import until
from tests.faults.shopping import client_of, place_many, products, set_stock
from tests.faults.test_servers_gone import Crowd, _workers_are_there

pytestmark = [pytest.mark.asyncio, pytest.mark.stack("rabbitmq", "redis"), pytest.mark.timeout(400)]


class Proxy:
    def __init__(self, port):
        self.to = port
        self.open = asyncio.Event()
        self.open.set()
        self.pairs = []

    async def pump(self, r, w):
        with contextlib.suppress(Exception):
            while data := await r.read(65536):
                await self.open.wait()
                w.write(data)
                await w.drain()
            w.close()

    async def meet(self, r, w):
        await self.open.wait()
        try:
            sr, sw = await asyncio.open_connection("127.0.0.1", self.to)
        except OSError:
            w.close()
            return
        await asyncio.gather(self.pump(r, sw), self.pump(sr, w), return_exceptions=True)

    async def __aenter__(self):
        self.server = await asyncio.start_server(self.meet, "127.0.0.1", 0)
        self.port = self.server.sockets[0].getsockname()[1]
        return self

    async def __aexit__(self, *a):
        self.open.set()
        self.server.close()


def report(shop, words=12):
    for p in shop.processes:
        seen = {}
        for l in p.said.splitlines():
            if " INFO " in l:
                continue
            k = re.sub(r"\d+", "#", l)[:200]
            seen[k] = seen.get(k, 0) + 1
        print("==", p.name, "code", p.code)
        for k, n in sorted(seen.items(), key=lambda x: -x[1])[:words]:
            print("   ", n, k)


async def through(shop, port):
    shop.database_url = re.sub(r"127\.0\.0\.1:\d+", f"127.0.0.1:{port}", shop.database_url)


@contextlib.asynccontextmanager
async def big_crowd(shop, webs=2, workers=2, lease=12, **kw):
    (product,) = await products(1)
    await set_stock(product, 5000)
    sites = [await shop.web(**kw) for _ in range(webs)]
    for _ in range(workers):
        shop.worker(lease_seconds=lease, **kw)
    async with contextlib.AsyncExitStack() as st:
        people = []
        tasks = []
        await until(_workers_are_there, within=40, what="workers")
        for s in sites:
            c = await st.enter_async_context(client_of(s.url))
            people.append(Crowd(c, product))
            tasks.append(asyncio.create_task(people[-1].keep_ordering()))
        people[0].sites = sites
        try:
            await people[0].has_ordered(10)
            yield people
        finally:
            for p in people:
                p.go_home()
            await asyncio.gather(*tasks, return_exceptions=False)
    await books.settled(within=90)
    report(shop)
    await books.in_order(shop, promised=set().union(*(p.promised for p in people)))
    assert len(await books.rows("SELECT id FROM orders")) == sum(len(p.guests) for p in people)
    print("refusals", [p.refusals for p in people], "orders", sum(len(p.guests) for p in people))


@pytest.mark.parametrize("seconds", [8, 35])
async def test_stall(shop, seconds):
    server, _ = shop.servers
    async with Proxy(server.port) as proxy:
        await through(shop, proxy.port)
        async with big_crowd(shop) as people:
            proxy.open.clear()
            async with client_of(people[0].sites[0].url) as c:
                b = time.monotonic()
                r = await c.get("/")
                print("home while stalled", r.status_code, f"{time.monotonic() - b:.1f}")
                b = time.monotonic()
                r = await c.get("/readyz")
                print("readyz while stalled", r.status_code, f"{time.monotonic() - b:.1f}")
            await asyncio.sleep(max(0, seconds - (time.monotonic() - b)))
            proxy.open.set()
            back = time.monotonic()
            await people[0].has_ordered(4, within=60)
            print("recovered after", min(a for a in people[0].answered_at if a > back) - back)
            await asyncio.gather(*(p.has_ordered(10) for p in people))
        assert all(p.code in (None, 0) for p in shop.processes)


async def test_away_longer_than_lease(shop):
    server, _ = shop.servers
    async with big_crowd(shop, lease=4) as people:
        await asyncio.to_thread(server.stop, "immediate")
        await asyncio.sleep(15)
        await asyncio.to_thread(server.start)
        back = time.monotonic()
        print([(p.name, p.code) for p in shop.processes])
        await people[0].has_ordered(4, within=60)
        print("recovered after", min(a for a in people[0].answered_at if a > back) - back)
        dead = [p.name for p in shop.processes if p.code is not None]
        print("DEAD", dead)
        for _ in dead:
            shop.worker(lease_seconds=4)


@pytest.mark.parametrize("how", ["away", "stalled"])
async def test_sigterm_while_away(shop, how):
    server, _ = shop.servers
    (product,) = await products(1)
    async with Proxy(server.port) as proxy:
        await through(shop, proxy.port)
        web = await shop.web()
        worker = shop.worker(lease_seconds=30)
        other = shop.worker(lease_seconds=30)
        await until(_workers_are_there, within=40, what="workers")
        promised = await place_many([([(product, 1)], "tok_slow")] * 3)

        async def runs():
            return bool(await books.rows("SELECT 1 FROM job WHERE state='running' AND queue='orders'"))

        await until(runs, within=20, what="runs")
        if how == "away":
            await asyncio.to_thread(server.stop, "immediate")
        else:
            proxy.open.clear()
        b = time.monotonic()
        web.process.signal(signal.SIGTERM)
        worker.signal(signal.SIGTERM)
        for p in (web.process, worker):
            code = await p.ended(within=90)
            print(p.name, "ended", code, f"{time.monotonic() - b:.1f}")
        await asyncio.to_thread(server.start)
        proxy.open.set()
        report(shop, 20)
        await books.settled(within=90)
        await books.in_order(shop, promised=promised)


async def test_pool_full(shop):
    server, _ = shop.servers
    await server.run("ALTER SYSTEM SET max_connections = 20")
    await asyncio.to_thread(server.stop, "fast")
    await asyncio.to_thread(lambda: start_limited(server))
    try:
        async with big_crowd(shop) as people, contextlib.AsyncExitStack() as st:
            more = []
            (product,) = await products(1)
            for s in people[0].sites * 3:
                c = await st.enter_async_context(client_of(s.url))
                more.append(Crowd(c, product))
            ts = [asyncio.create_task(m.keep_ordering()) for m in more]
            await asyncio.sleep(20)
            for m in more:
                m.go_home()
            await asyncio.gather(*ts)
            people.extend(more)
            n = sum(len(m.answered_at) for m in people)
            r = sum(a.status_code == 503 for m in people for g in m.guests for a in g.answers)
            print("ORDERS", n, "503s", r)
    finally:
        await server.run("ALTER SYSTEM RESET max_connections")
        await asyncio.to_thread(server.stop, "fast")
        await asyncio.to_thread(server.start)


@pytest.mark.parametrize(
    "sql",
    [
        "SELECT on_hand FROM inventory FOR UPDATE",
        "LOCK TABLE job IN ACCESS EXCLUSIVE MODE",
        "LOCK TABLE orders IN ACCESS EXCLUSIVE MODE",
    ],
)
async def test_idle_in_transaction(shop, sql):
    import asyncpg

    url = shop.database_url
    async with big_crowd(shop) as people:
        conn = await asyncpg.connect(url)
        tr = conn.transaction()
        await tr.start()
        await conn.execute(sql)
        async with client_of(people[0].sites[0].url) as c:
            for path in ("/", "/readyz", "/api/v1/health"):
                b = time.monotonic()
                r = await c.get(path)
                print(path, r.status_code, f"{time.monotonic() - b:.1f}")
        await asyncio.sleep(14)
        await tr.rollback()
        await conn.close()
        await asyncio.gather(*(p.has_ordered(10) for p in people))
    assert all(p.code in (None, 0) for p in shop.processes)


async def test_broker_hangs(shop):
    _, broker = shop.servers
    pids = [p.pid for p in broker._processes]
    async with big_crowd(shop) as people:
        for pid in pids:
            os.killpg(pid, signal.SIGSTOP) if (type(broker).__name__ == "RabbitMq") else os.kill(pid, signal.SIGSTOP)
        await asyncio.gather(*(p.has_ordered(30) for p in people))
        w = [p for p in shop.processes if p.name.startswith("worker")][0]
        web = shop.processes[0]
        b = time.monotonic()
        w.signal(signal.SIGTERM)
        code = await w.ended(within=60)
        print("worker ended", code, f"{time.monotonic() - b:.1f}")
        extra = await shop.web()
        b = time.monotonic()
        print("web ended", await extra.process.stop(within=60), f"{time.monotonic() - b:.1f}")
        for pid in pids:
            os.killpg(pid, signal.SIGCONT) if (type(broker).__name__ == "RabbitMq") else os.kill(pid, signal.SIGCONT)
        await asyncio.gather(*(p.has_ordered(10) for p in people))
        assert all(p.refusals == set() for p in people)


async def test_broker_full(shop):
    _, broker = shop.servers
    if type(broker).__name__ == "RabbitMq":

        def full():
            broker.stop()
            (broker.folder / "rabbitmq.conf").write_text("disk_free_limit.absolute = 900TB\n")
            broker.start()

        def free():
            broker.stop()
            (broker.folder / "rabbitmq.conf").unlink()
            broker.start()
    else:
        import redis

        def full():
            redis.Redis.from_url(broker.url).config_set("maxmemory", "1mb")

        def free():
            redis.Redis.from_url(broker.url).config_set("maxmemory", "0")

    async with big_crowd(shop) as people:
        await asyncio.to_thread(full)
        await asyncio.gather(*(p.has_ordered(40) for p in people))
        w = [p for p in shop.processes if p.name.startswith("worker")][0]
        b = time.monotonic()
        w.signal(signal.SIGTERM)
        code = await w.ended(within=60)
        print("worker ended", code, f"{time.monotonic() - b:.1f}")
        extra = await shop.web()
        b = time.monotonic()
        print("web ended", await extra.process.stop(within=60), f"{time.monotonic() - b:.1f}")
        await asyncio.to_thread(free)
        await asyncio.gather(*(p.has_ordered(10) for p in people))
        assert all(p.refusals == set() for p in people)


async def test_forged(shop):
    import pickle

    class Evil:
        def __reduce__(self):
            return (os.system, (f"touch {shop.folder}/pwned",))

    bad = [
        b"",
        b"{",
        b"[]",
        b"null",
        b"\xff\xfe",
        pickle.dumps(Evil()),
        b'{"job": "x"}',
        b'{"job": 1e400}',
        b'{"job": ' + b"9" * 6000 + b"}",
        b'{"job": true}',
        b'{"job": -1}',
        b'{"job": 99999999999999999999999}',
        b"[" * 100000,
        b"x" * 1000000,
        b'{"actor_name":"os.system","args":["x"]}',
        b'{"job": 1, "queue": "nope"}',
    ]
    _, broker = shop.servers
    async with big_crowd(shop) as people:
        for _ in range(5):
            if type(broker).__name__ == "RabbitMq":
                import pika

                with broker.channel() as ch:
                    for b in bad:
                        for lane in ("orders", "mail"):
                            ch.basic_publish(
                                "",
                                f"cartwright.{lane}",
                                b,
                                pika.BasicProperties(content_type="weird", headers={"x": "y"}, priority=9),
                            )
            else:
                import redis

                r = redis.Redis.from_url(broker.url)
                for b in bad:
                    r.rpush("cartwright.orders", b)
                    r.rpush("cartwright.mail", b)
            await asyncio.gather(*(p.has_ordered(5) for p in people))
        if not (type(broker).__name__ == "RabbitMq"):
            r.delete("cartwright.orders")
            r.set("cartwright.orders", "a string")
            await asyncio.gather(*(p.has_ordered(5) for p in people))
            r.delete("cartwright.orders")
        # forged rows in the ledger
        from models.database import write

        async def forge(tx):
            for i, (kind, payload) in enumerate(
                [
                    ("no.such.kind", "{}"),
                    ("order.process", "{"),
                    ("order.process", "[]"),
                    ("mail.order", pickle.dumps(1).hex()),
                    ("order.process", "{}"),
                ]
            ):
                await tx.execute(
                    "INSERT INTO job (public_id, kind, queue, priority, dedupe_key, subject_type, subject_id, payload, state, run_at, max_attempts, traceparent, created_at) VALUES (?, ?, 'orders', 0, ?, '', NULL, ?, 'queued', ?, 12, ?, ?)",
                    f"forged{i:016d}",
                    kind,
                    f"forged{i}",
                    payload,
                    tx.now,
                    "garbage",
                    tx.now,
                )

        await write(forge)
        await asyncio.gather(*(p.has_ordered(20) for p in people))
        print(
            await books.rows(
                "SELECT kind,state,attempt,error_type,error_message FROM job WHERE dedupe_key LIKE 'forged%'"
            )
        )
        assert not os.path.exists(f"{shop.folder}/pwned")
        await write(
            lambda tx: tx.execute(
                "DELETE FROM job_event WHERE job_id IN (SELECT id FROM job WHERE dedupe_key LIKE 'forged%')"
            )
        ) if False else None
    assert all(p.code in (None, 0) for p in shop.processes)


@pytest.mark.parametrize("how", ["hangs", "500", "gone", "garbage"])
async def test_otlp(shop, how):
    async def serve(r, w):
        with contextlib.suppress(Exception):
            while True:
                head = await r.readuntil(b"\r\n\r\n")
                n = int(re.search(rb"content-length: (\d+)", head.lower())[1])
                await r.readexactly(n)
                if how == "hangs":
                    await asyncio.sleep(600)
                if how == "garbage":
                    w.write(b"\x00\x01garbage\r\n\r\n")
                    w.close()
                    return
                w.write(
                    b"HTTP/1.1 500 x\r\nContent-Length: 0\r\n\r\n"
                    if how == "500"
                    else b"HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n"
                )
                await w.drain()

    s = await asyncio.start_server(serve, "127.0.0.1", 0)
    port = s.sockets[0].getsockname()[1]
    told = {
        "OTEL_EXPORTER_OTLP_ENDPOINT": f"http://127.0.0.1:{port}",
        "OTEL_BSP_SCHEDULE_DELAY": "100",
        "OTEL_BLRP_SCHEDULE_DELAY": "100",
        "OTEL_METRIC_EXPORT_INTERVAL": "500",
    }
    async with big_crowd(shop, others=told) as people:
        await asyncio.gather(*(p.has_ordered(20) for p in people))
        if how == "gone":
            s.close()
        b = time.monotonic()
        await asyncio.gather(*(p.has_ordered(60) for p in people))
        print("120 orders in", time.monotonic() - b)
        p = shop.processes[-1]
        b = time.monotonic()
        print("worker stop", await p.stop(within=60), time.monotonic() - b)
        assert all(x.refusals == set() for x in people)
    s.close()


def start_limited(server):
    options = f"-p {server.port} -k {server.folder} -c listen_addresses=127.0.0.1 -c fsync=off -c max_connections=24"
    server._control("-w", "-o", options, "-l", str(server.folder / "log"), "start")
