"""The whole shop through a PgBouncer in transaction mode that knows no prepared statements: migrate, web, worker."""

import contextlib
import os
import re
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import httpx
import pytest

from tests.servers.pgbouncer import pooler
from tests.servers.postgres import Postgres
from tests.servers.throwaway import free_port

ROOT = Path(__file__).parents[2]
PATIENCE_SECONDS = 120.0
ADDRESS = {"name": "Ada Buyer", "line1": "1 Main St", "city": "Springfield", "postal_code": "12345", "country": "US"}
DATABASE = "pooled"
ORDERS = 8


@pytest.fixture(scope="module")
def environment(postgres: Postgres, tmp_path_factory: pytest.TempPathFactory) -> Iterator[dict[str, str]]:
    """That of a shop behind the pooler, on an empty database."""
    postgres.say(f"CREATE DATABASE {DATABASE}")
    with pooler(postgres) as port:
        yield os.environ | {
            "CARTWRIGHT_ENV": "development",
            "CARTWRIGHT_DATABASE_URL": f"postgresql://cartwright@127.0.0.1:{port}/{DATABASE}",
            "CARTWRIGHT_DATABASE_PREPARED": "off",
            "CARTWRIGHT_RATE_LIMIT": "off",
            "CARTWRIGHT_PORT": str(free_port()),
            "CARTWRIGHT_DATA_DIR": str(tmp_path_factory.mktemp("pooled")),
        }
    postgres.say(f"DROP DATABASE {DATABASE} WITH (FORCE)")


def run(environment: dict[str, str], *words: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "cli", *words]
    return subprocess.run(
        command, cwd=ROOT, env=environment, capture_output=True, text=True, timeout=PATIENCE_SECONDS, check=False
    )


def test_a_switch_that_is_missing_is_told_and_not_waited_for(environment: dict[str, str]) -> None:
    done = run(environment | {"CARTWRIGHT_DATABASE_PREPARED": "on"}, "migrate")
    assert done.returncode == 78, done.stderr
    assert "set CARTWRIGHT_DATABASE_PREPARED=off" in done.stderr
    assert "Traceback" not in done.stderr


ONE = "shop = host=127.0.0.1 port={server} user=cartwright dbname=postgres"
WRONG: dict[str, tuple[dict[str, Any], str, str]] = {
    "database": ({}, "cartwright:right", "nowhere"),
    "database of the list": ({"databases": ONE}, "cartwright:right", "nowhere"),
    "password": ({"passwords": {"cartwright": "right"}}, "cartwright:wrong", "postgres"),
    "user": ({"passwords": {"cartwright": "right"}}, "nobody:right", "postgres"),
    "password that is missing": ({"passwords": {"cartwright": "right"}}, "cartwright", "postgres"),
}


@pytest.mark.parametrize("wrong", WRONG)
def test_what_waiting_does_not_mend_behind_a_pooler_is_78_each_time(
    environment: dict[str, str], postgres: Postgres, wrong: str
) -> None:
    settings, user, name = WRONG[wrong]
    with pooler(postgres, **settings) as port:
        url = {"CARTWRIGHT_DATABASE_URL": f"postgresql://{user}@127.0.0.1:{port}/{name}"}
        for command in ("migrate", "web"):  # the second time the pooler keeps who asks waiting
            done = run(environment | url, command)
            assert done.returncode == 78, done.stderr
            assert "no way into the database by this URL" in done.stderr
            assert "Traceback" not in done.stderr


@pytest.mark.parametrize(
    "settings", [{"more": "max_client_conn = 0"}, {"databases": "* = host=127.0.0.1 port=1 user=cartwright"}]
)
def test_what_waiting_may_mend_behind_a_pooler_is_75(
    environment: dict[str, str], postgres: Postgres, settings: dict[str, Any]
) -> None:
    with pooler(postgres, **settings) as port:
        url = f"postgresql://cartwright@127.0.0.1:{port}/postgres"
        done = run(environment | {"CARTWRIGHT_DATABASE_URL": url}, "migrate")
    assert done.returncode == 75, done.stderr


def test_another_program_at_the_port_is_78(environment: dict[str, str]) -> None:
    with socket.create_server(("127.0.0.1", 0)) as other:
        threading.Thread(target=_answer_in_another_protocol, args=(other,), daemon=True).start()
        url = f"postgresql://cartwright@127.0.0.1:{other.getsockname()[1]}/postgres"
        done = run(environment | {"CARTWRIGHT_DATABASE_URL": url}, "migrate")
    assert done.returncode == 78, done.stderr


def _answer_in_another_protocol(server: socket.socket) -> None:
    with contextlib.suppress(OSError):
        while True:
            connection, _ = server.accept()
            with connection:
                connection.recv(100)
                connection.sendall(b"HTTP/1.1 400 Bad Request\r\n\r\n")


def test_orders_are_taken_and_worked_from_an_empty_database_on(environment: dict[str, str]) -> None:
    migrated = run(environment, "migrate")
    assert migrated.returncode == 0, migrated.stderr
    assert "missing" not in run(environment, "migrate", "--list").stdout
    log = Path(environment["CARTWRIGHT_DATA_DIR"]) / "log"
    with log.open("w") as said:
        command = [sys.executable, "-m", "cli", "up", "--workers", "2"]
        shop = subprocess.Popen(command, cwd=ROOT, env=environment, stdout=said, stderr=said)
    try:
        decided = _order(f"http://127.0.0.1:{environment['CARTWRIGHT_PORT']}", log)
    finally:
        shop.terminate()
        code = shop.wait(PATIENCE_SECONDS)
    assert decided == ["confirmed"] * ORDERS
    assert code == 0
    words = log.read_text()
    assert not re.search("prepared statement|Traceback|ERROR", words), words[-3000:]
    assert "0 violations" in run(environment, "doctor").stdout


def test_a_backup_is_made_with_a_password_of_special_characters(
    environment: dict[str, str], postgres: Postgres, tmp_path: Path
) -> None:
    with postgres.lent_copy() as copy, pooler(postgres, passwords={"cartwright": "a b@c/d%e"}) as port:
        url = f"postgresql://cartwright:a%20b%40c%2Fd%25e@127.0.0.1:{port}/{copy.rpartition('/')[2]}"
        done = run(environment | {"CARTWRIGHT_DATABASE_URL": url}, "backup", "--to", str(tmp_path))
        assert done.returncode == 0, done.stderr


def _order(url: str, log: Path) -> list[str]:
    """Place orders, and how each was decided."""
    with httpx.Client(base_url=url, timeout=PATIENCE_SECONDS, trust_env=False) as client:
        _until(lambda: _status(client, "/readyz") == 200, log)
        product = client.get("/api/v1/products?in_stock=true").json()["items"][0]["id"]
        paths, headers = [], []
        for number in range(ORDERS):
            cart = client.post("/api/v1/cart/items", json={"product_id": product, "quantity": 1}).json()["cart_token"]
            body = {
                "shipping_address": ADDRESS,
                "payment": {"method": "test_card", "token": "tok_ok"},
                "email": "ada@example.com",
            }
            given = {"X-Cart-Token": cart, "Idempotency-Key": f"pooled-order-{number:06}"}
            placed = client.post("/api/v1/orders", json=body, headers=given)
            assert placed.status_code == 202, placed.text
            paths.append(f"/api/v1/orders/{placed.json()['id']}")
            headers.append({"X-Order-Token": placed.json()["access_token"]})

        def states() -> list[str]:
            return [client.get(path, headers=key).json()["status"] for path, key in zip(paths, headers, strict=True)]

        _until(lambda: set(states()) <= {"confirmed", "cancelled"}, log)
        return states()


def _status(client: httpx.Client, path: str) -> int:
    try:
        return client.get(path).status_code
    except httpx.TransportError:
        return 0


def _until(condition: object, log: Path) -> None:
    deadline = time.monotonic() + PATIENCE_SECONDS
    while not condition():  # type: ignore[operator]
        assert time.monotonic() < deadline, log.read_text()[-3000:]
        time.sleep(0.1)


def test_a_backup_restored_through_the_pooler_leaves_its_sessions_as_they_were(
    environment: dict[str, str], postgres: Postgres, tmp_path: Path
) -> None:
    assert run(environment, "migrate").returncode == 0
    made = run(environment, "backup", "--to", str(tmp_path))
    assert made.returncode == 0, made.stderr
    url = environment["CARTWRIGHT_DATABASE_URL"]
    postgres.say("CREATE DATABASE restored")
    try:
        other = environment | {"CARTWRIGHT_DATABASE_URL": url.replace(f"/{DATABASE}", "/restored")}
        done = run(other, "restore", str(next(tmp_path.glob("*.dump"))))
        assert done.returncode == 0, done.stderr
        assert "0 violations" in run(other, "doctor").stdout
    finally:
        postgres.say("DROP DATABASE restored WITH (FORCE)")
