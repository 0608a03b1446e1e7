"""A worker's own port: alive always; ready only when the database and its schema are, and not while it drains."""

import asyncio
import signal
import socket
import struct
from collections.abc import AsyncIterator

import httpx
import pytest
import pytest_asyncio

from models.database import write
from tests.faults.books import rows
from tests.faults.processes import Process, Shop, until
from tests.faults.shopping import place, products
from tests.pipelines.fault_server import HOLD, FaultServer, serving
from tests.servers.throwaway import free_port

pytestmark = [pytest.mark.asyncio, pytest.mark.faults]

TOKEN = "an-operator-of-ours"
DRAIN_SECONDS = 1


class Port:
    """A worker with its port."""

    def __init__(self, worker: Process, client: httpx.AsyncClient) -> None:
        self.worker, self.client = worker, client

    async def ask(self, path: str) -> tuple[int, dict[str, object]]:
        answer = await self.client.get(path)
        return answer.status_code, answer.json()

    async def answers(self) -> bool:
        try:
            return (await self.client.get("/livez")).status_code == 200
        except httpx.TransportError:
            assert self.worker.is_alive, self.worker.said
            return False

    async def drain(self, **headers: str) -> httpx.Response:
        return await self.client.post("/ops/drain", headers=headers)


@pytest_asyncio.fixture
async def mail() -> AsyncIterator[FaultServer]:
    """It takes each message, and says so when the test wants it."""
    async with serving(FaultServer(body=HOLD)) as server:
        yield server


@pytest_asyncio.fixture
async def port(shop: Shop, mail: FaultServer) -> AsyncIterator[Port]:
    number = free_port()
    options = {"ops_token": TOKEN, "drain_seconds": DRAIN_SECONDS, "lease_seconds": 30, "smtp_url": mail.url}
    worker = shop.worker(ops_port=number, **options)
    async with httpx.AsyncClient(base_url=f"http://127.0.0.1:{number}", timeout=60) as client:
        its = Port(worker, client)
        await until(its.answers, within=60, what="the port answers")
        yield its


async def test_alive_and_ready(port: Port) -> None:
    assert await port.ask("/livez") == (200, {"status": "ok"})
    assert await port.ask("/readyz") == (200, {"status": "ok"})
    assert (await port.ask("/nothing"))[0] == 404


@pytest.mark.parametrize(
    ("damage", "part"), [("UPDATE aerich SET version = 'later'", "migrations"), ("DROP TABLE aerich", "database")]
)
async def test_the_failing_part_is_named(port: Port, damage: str, part: str) -> None:
    await write(lambda tx: tx.execute(damage))
    assert await port.ask("/readyz") == (503, {"status": "not_ready", "failing": [part]})
    assert await port.ask("/livez") == (200, {"status": "ok"})


@pytest.mark.parametrize("headers", [{}, {"X-Ops-Token": "wrong"}, {"X-Ops-Token": ""}, {"Authorization": TOKEN}])
async def test_only_an_operator_may_drain(port: Port, headers: dict[str, str]) -> None:
    assert (await port.drain(**headers)).status_code == 403
    assert await port.ask("/readyz") == (200, {"status": "ok"})


async def test_without_a_token_in_the_settings_nobody_may(shop: Shop) -> None:
    number = free_port()
    worker = shop.worker(ops_port=number)
    async with httpx.AsyncClient(base_url=f"http://127.0.0.1:{number}", timeout=60) as client:
        its = Port(worker, client)
        await until(its.answers, within=60, what="the port answers")
        for token in ("", "None", TOKEN):
            assert (await its.drain(**{"X-Ops-Token": token})).status_code == 403


async def test_a_port_that_is_taken_stops_the_start(port: Port, shop: Shop) -> None:
    taken = port.client.base_url.port
    second = shop.worker(ops_port=taken)
    assert await second.ended() == 78
    assert f"CARTWRIGHT_OPS_PORT: 127.0.0.1:{taken} cannot be had" in second.said
    assert "Traceback" not in second.said


async def an_order_is_being_mailed(server: FaultServer) -> str:
    """The id of an order that is confirmed, and whose mail a worker is handing over."""
    order = await place([((await products(1))[0], 1)])
    await until(lambda: server.taken, within=60, what="its mail is being handed over")
    return order


async def test_a_drain_asked_for_takes_no_more_and_finishes_what_runs_without_a_limit(
    port: Port, mail: FaultServer
) -> None:
    """The drain time of a signal is one second here; the mail takes longer, and is handed over all the same."""
    earlier = await an_order_is_being_mailed(mail)
    answer = await port.drain(**{"X-Ops-Token": TOKEN})
    assert answer.status_code == 202
    assert await port.ask("/readyz") == (503, {"status": "not_ready", "failing": ["stopping"]})
    assert await port.ask("/livez") == (200, {"status": "ok"})
    later = await place([((await products(1))[0], 1)])
    await asyncio.sleep(DRAIN_SECONDS + 1)
    assert port.worker.is_alive
    mail.let_go.set()
    assert await port.worker.ended() == 0
    states = {row["public_id"]: row["status"] for row in await rows("SELECT public_id, status FROM orders")}
    assert states == {earlier: "confirmed", later: "pending"}
    [job] = await rows("SELECT attempt, fence, state FROM job WHERE kind = 'mail.order'")
    assert (job["state"], job["attempt"], job["fence"]) == ("succeeded", 1, 1)


async def test_a_signal_drains_for_its_time_and_hands_the_rest_back(port: Port, mail: FaultServer) -> None:
    await an_order_is_being_mailed(mail)
    port.worker.signal(signal.SIGTERM)
    assert await port.worker.ended() == 0
    [job] = await rows("SELECT state, attempt FROM job WHERE kind = 'mail.order'")
    assert (job["state"], job["attempt"]) == ("queued", 0)


async def test_a_probe_that_does_not_wait_for_its_answer_leaves_no_trace(port: Port) -> None:
    for _ in range(20):
        with socket.create_connection(("127.0.0.1", port.client.base_url.port or 0)) as probe:
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))  # closing resets
            probe.sendall(b"GET /readyz HTTP/1.1\r\nHost: x\r\n\r\n")
    assert (await port.ask("/readyz"))[0] == 200
    assert "Traceback" not in port.worker.said
