"""The commands of docs/scaling.md are pasted, with servers of this test's own, and what the units start is started."""

import os
import re
import signal
import subprocess
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import httpx
import pytest

from tests.servers.postgres import Postgres
from tests.servers.throwaway import free_port
from tests.stack import sqlite_only

pytestmark = sqlite_only("it has servers of its own")
ROOT = Path(__file__).parents[2]
PAGE = (ROOT / "docs" / "scaling.md").read_text()
PATIENCE_SECONDS = 180.0
ADDRESS = {"name": "Ada Buyer", "line1": "1 Main St", "city": "Springfield", "postal_code": "12345", "country": "US"}


def blocks(section: str, language: str) -> list[str]:
    """The code blocks of a section."""
    text = PAGE.partition(f"## {section}\n")[2].partition("\n## ")[0]
    return re.findall(rf"```{language}\n(.*?)```", text, re.DOTALL)


@pytest.fixture(scope="module")
def pasted(postgres: Postgres, rabbitmq: Any, tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Path, str]]:
    """The folder in which everything but the first block was pasted, and what the commands said."""
    folder = tmp_path_factory.mktemp("pasted")
    yours, *rest = blocks("From nothing", "sh")
    names = set(re.findall(r"^([A-Z_]+)=", yours, re.MULTILINE))
    assert names == {"ADMIN_URL", "DB", "QUEUE_URL", "PUBLIC_URL"}
    environment = {name: value for name, value in os.environ.items() if not name.startswith("CARTWRIGHT_")} | {
        "ADMIN_URL": postgres.url("postgres"),
        "DB": f"127.0.0.1:{postgres.port}",
        "QUEUE_URL": str(rabbitmq.url),
        "PUBLIC_URL": "https://shop.example.com",
        "PATH": f"{ROOT / '.venv' / 'bin'}:{os.environ['PATH']}",
        "PYTHONPATH": str(ROOT),
    }
    script = "set -eu\n" + "\n".join(rest)
    done = subprocess.run(
        ["bash", "-c", script], cwd=folder, env=environment, capture_output=True, text=True, timeout=600, check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr
    yield folder, done.stdout
    postgres.say("DROP DATABASE cartwright WITH (FORCE)", "DROP ROLE shop")


def test_the_commands_work_when_pasted(pasted: tuple[Path, str]) -> None:
    folder, said = pasted
    assert "2 products are on sale" in said
    assert "you@example.com is an admin now" in said
    assert "0 violations" in said
    assert (folder / "shop.env").stat().st_mode & 0o077 == 0
    assert (folder / "admin-password").stat().st_mode & 0o077 == 0


@pytest.fixture(scope="module")
def running(pasted: tuple[Path, str]) -> Iterator[str]:
    """What the units start, in their environment; the address of the web process."""
    folder, _ = pasted
    settings = dict(line.split("=", 1) for line in (folder / "shop.env").read_text().splitlines())
    port = str(free_port())
    environment = os.environ | settings | {"CARTWRIGHT_PORT": port, "PYTHONPATH": str(ROOT)}
    starts = [re.findall(r"^ExecStart=(.*)$", unit, re.MULTILINE)[0] for unit in blocks("From nothing", "ini")]
    assert [start.split()[1] for start in starts] == ["web", "worker"]
    processes = [
        subprocess.Popen([str(ROOT / ".venv" / "bin" / "cartwright"), *start.split()[1:]], cwd=folder, env=environment)
        for start in starts
    ]
    url = f"http://127.0.0.1:{port}"
    try:
        wait_until(lambda: all(each.poll() is None for each in processes) and is_ready(url), "web is ready")
        yield url
    finally:
        for process in processes:
            process.send_signal(signal.SIGTERM)
        codes = [process.wait(PATIENCE_SECONDS) for process in processes]
    assert codes == [0, 0]


def is_ready(url: str) -> bool:
    try:
        return httpx.get(f"{url}/readyz", headers={"Host": "shop.example.com"}, trust_env=False).status_code == 200
    except httpx.TransportError:
        return False


def wait_until(condition: Any, what: str) -> None:
    deadline = time.monotonic() + PATIENCE_SECONDS
    while not condition():
        assert time.monotonic() < deadline, f"still not: {what}"
        time.sleep(0.1)


def test_what_the_units_start_sells(running: str) -> None:
    with httpx.Client(base_url=running, headers={"Host": "shop.example.com"}, trust_env=False, timeout=60) as client:
        (mug,) = [each for each in client.get("/api/v1/products").json()["items"] if each["sku"] == "MUG-1"]
        cart = client.post("/api/v1/cart/items", json={"product_id": mug["id"], "quantity": 2}).json()
        body = {"shipping_address": ADDRESS, "email": "ada@example.com"}
        body |= {"payment": {"method": "test_card", "token": "tok_ok"}}
        headers = {"X-Cart-Token": cart["cart_token"], "Idempotency-Key": "0" * 32}
        placed = client.post("/api/v1/orders", json=body, headers=headers)
        assert placed.status_code == 202, placed.text
        path, seen = f"/api/v1/orders/{placed.json()['id']}", {"X-Order-Token": placed.json()["access_token"]}
        wait_until(lambda: client.get(path, headers=seen).json()["status"] == "confirmed", "the order is confirmed")


def test_every_command_of_the_page_is_one(pasted: tuple[Path, str]) -> None:
    commands = {
        line.split()[1]
        for section in ("From nothing", "Moving a shop that sells")
        for block in blocks(section, "sh")
        for line in block.splitlines()
        if line.startswith("cartwright ")
    }
    cartwright = str(ROOT / ".venv" / "bin" / "cartwright")
    for each in commands:
        assert subprocess.run([cartwright, each, "--help"], capture_output=True, check=False).returncode == 0, each
