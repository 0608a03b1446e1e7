"""Two hosts on one PostgreSQL whose clocks are ten seconds apart: no token refused, no lease lost, no limit wrong."""

import asyncio
import os
import re
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from email.utils import parsedate_to_datetime
from pathlib import Path
from typing import Any, NamedTuple

import asyncpg
import httpx
import pytest

from tests.servers.postgres import Postgres
from tests.servers.throwaway import free_port, missing

ROOT = Path(__file__).parents[2]
PATIENCE_SECONDS = 120.0
PASSWORD = "velvet-otter-canyon-42"
ADDRESS = {"name": "Ada Buyer", "line1": "1 Main St", "city": "Springfield", "postal_code": "12345", "country": "US"}
AHEAD, BEHIND = "+10", "-10"
LEASE_SECONDS = 5  # less than the clocks are apart
ORDERS = 6  # at each host
TOKEN = re.compile(r'name="csrf_token" value="([0-9a-f]{64})"')
MAILS, IN_SECONDS = 20, 600  # how many an address may cause


def faked_clock(seconds: str) -> dict[str, str]:
    """The environment of a process whose clock is so many seconds off; its monotonic clock is not."""
    program = shutil.which("faketime")
    if program is None:
        missing("faketime")
    command = [program, "-f", "+0", "printenv", "LD_PRELOAD"]
    library = subprocess.run(command, capture_output=True, text=True, check=True).stdout.strip()
    return {"LD_PRELOAD": library, "FAKETIME": seconds, "FAKETIME_DONT_FAKE_MONOTONIC": "1"}


class Hosts(NamedTuple):
    """Two web processes of one shop; `start` starts another command with its clock off by so many seconds."""

    ahead: httpx.Client
    behind: httpx.Client
    start: Callable[..., subprocess.Popen[str]]
    log: Path
    database_url: str

    @property
    def ways(self) -> list[tuple[httpx.Client, httpx.Client]]:
        return [(self.ahead, self.behind), (self.behind, self.ahead)]


@pytest.fixture(scope="module")
def hosts(postgres: Postgres, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Hosts]:
    begun: list[subprocess.Popen[str]] = []
    folder = tmp_path_factory.mktemp("clocks")
    log = folder / "log"
    with postgres.lent_copy() as url:
        kept = {name: value for name, value in os.environ.items() if not name.startswith("CARTWRIGHT_")}
        shop = {
            "CARTWRIGHT_ENV": "development",
            "CARTWRIGHT_DATABASE_URL": url,
            "CARTWRIGHT_DATA_DIR": str(folder),
            "CARTWRIGHT_LEASE_SECONDS": str(LEASE_SECONDS),
        }

        def start(*words: str, clock: str = "+0", **more: str) -> subprocess.Popen[str]:
            with log.open("a") as file:
                environment = {**kept, **shop, **faked_clock(clock), **more}
                process = subprocess.Popen(
                    [sys.executable, "-m", "cli", *words],
                    cwd=ROOT, env=environment, stdout=file, stderr=subprocess.STDOUT, text=True,
                )  # fmt: skip
            begun.append(process)
            return process

        assert start("seed").wait(PATIENCE_SECONDS) == 0, log.read_text()
        ports = [str(free_port()), str(free_port())]
        for port, clock in zip(ports, (AHEAD, BEHIND), strict=True):
            start("web", clock=clock, CARTWRIGHT_PORT=port)
        clients = [
            httpx.Client(base_url=f"http://127.0.0.1:{port}", timeout=PATIENCE_SECONDS, trust_env=False)
            for port in ports
        ]
        for client in clients:
            until(lambda client=client: is_ready(client), log)
        yield Hosts(*clients, start, log, url)
        for client in clients:
            client.close()
        for process in begun:
            process.send_signal(signal.SIGTERM)
        for process in begun:
            process.wait(PATIENCE_SECONDS)


def is_ready(client: httpx.Client) -> bool:
    try:
        return client.get("/readyz").status_code == 200
    except httpx.TransportError:
        return False


def until(condition: Callable[[], object], log: Path) -> None:
    deadline = time.monotonic() + PATIENCE_SECONDS
    while not condition():
        assert time.monotonic() < deadline, log.read_text()[-3000:]
        time.sleep(0.1)


def offset(client: httpx.Client) -> float:
    """By how many seconds the clock of a host is off, as its answers say."""
    return parsedate_to_datetime(client.get("/livez").headers["Date"]).timestamp() - time.time()


def log_in(client: httpx.Client, email: str) -> dict[str, Any]:
    answer = client.post("/api/v1/auth/login", json={"email": email, "password": PASSWORD})
    assert answer.status_code == 200, answer.text
    tokens: dict[str, Any] = answer.json()
    return tokens


def test_the_clocks_of_the_hosts_are_off(hosts: Hosts) -> None:
    assert 7 < offset(hosts.ahead) < 13
    assert -13 < offset(hosts.behind) < -7


def test_who_logs_in_at_one_host_is_known_at_the_other_at_once(hosts: Hosts) -> None:
    account = {"email": "ann@example.com", "password": PASSWORD}
    assert hosts.behind.post("/api/v1/auth/register", json=account).status_code == 201
    for here, there in hosts.ways:
        tokens = log_in(here, account["email"])
        assert there.get("/api/v1/auth/me", headers=bearer(tokens)).status_code == 200
        renewed = there.post("/api/v1/auth/refresh", json={"refresh_token": tokens["refresh_token"]})
        assert renewed.status_code == 200, renewed.text
        assert here.get("/api/v1/auth/me", headers=bearer(renewed.json())).status_code == 200


def test_a_session_of_one_host_is_one_at_the_other(hosts: Hosts) -> None:
    account = {"email": "bob@example.com", "password": PASSWORD}
    assert hosts.behind.post("/api/v1/auth/register", json=account).status_code == 201
    for here, there in hosts.ways:
        here.cookies.clear()
        form = {"csrf_token": token_in(here.get("/auth/login").text), **account}
        assert here.post("/auth/login", data=form, headers={"Origin": origin(here)}).status_code == 303
        there.cookies.update(here.cookies)
        shown = there.get("/auth/profile")
        assert (shown.status_code, account["email"] in shown.text) == (200, True)
        here.cookies.clear()
        there.cookies.clear()


def test_no_worker_loses_its_lease_to_one_whose_clock_is_ahead(hosts: Hosts) -> None:
    for clock in (BEHIND, AHEAD):
        hosts.start("worker", "--concurrency", "2", clock=clock)
    product = hosts.ahead.get("/api/v1/products?in_stock=true").json()["items"][0]["id"]
    orders = [place(each, product, number) for number, each in enumerate([hosts.ahead, hosts.behind] * ORDERS)]

    def states() -> set[str]:
        return {hosts.ahead.get(path, headers=key).json()["status"] for path, key in orders}

    until(lambda: states() <= {"confirmed", "cancelled"}, hosts.log)
    assert states() == {"confirmed"}
    assert asyncio.run(attempts(hosts.database_url)) == {1}
    assert hosts.start("doctor").wait(PATIENCE_SECONDS) == 0, hosts.log.read_text()[-3000:]


def test_a_limit_is_the_same_whichever_host_is_asked(hosts: Hosts) -> None:
    asked, started = [hosts.ahead, hosts.behind] * MAILS, time.monotonic()
    answers = [
        each.post("/api/v1/auth/password/forgot", json={"email": f"someone{number}@example.com"})
        for number, each in enumerate(asked)
    ]
    let_in = [answer.status_code for answer in answers].count(202)
    come_back = int((time.monotonic() - started) * MAILS / IN_SECONDS) + 1
    assert MAILS <= let_in <= MAILS + come_back
    waits = [int(answer.headers["Retry-After"]) for answer in answers if answer.status_code == 429]
    assert len(waits) == len(asked) - let_in
    assert max(waits) <= IN_SECONDS / MAILS + 1


def bearer(tokens: dict[str, Any]) -> dict[str, str]:
    return {"Authorization": f"Bearer {tokens['access_token']}"}


def token_in(page: str) -> str:
    found = TOKEN.search(page)
    assert found
    return found[1]


def origin(client: httpx.Client) -> str:
    return str(client.base_url).rstrip("/")


def place(client: httpx.Client, product: str, number: int) -> tuple[str, dict[str, str]]:
    """Path and key of an order whose payment takes two seconds."""
    client.cookies.clear()
    cart = client.post("/api/v1/cart/items", json={"product_id": product, "quantity": 1}).json()["cart_token"]
    payment = {"method": "test_card", "token": "tok_slow"}
    body = {"shipping_address": ADDRESS, "payment": payment, "email": "ada@example.com"}
    given = {"X-Cart-Token": cart, "Idempotency-Key": f"clock-order-{number:06}"}
    placed = client.post("/api/v1/orders", json=body, headers=given)
    assert placed.status_code == 202, placed.text
    return f"/api/v1/orders/{placed.json()['id']}", {"X-Order-Token": placed.json()["access_token"]}


async def attempts(url: str) -> set[int]:
    """How often the jobs of orders were begun."""
    connection = await asyncpg.connect(url)
    try:
        return {row["attempt"] for row in await connection.fetch("SELECT attempt FROM job WHERE queue = 'orders'")}
    finally:
        await connection.close()
