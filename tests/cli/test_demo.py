"""`cartwright demo` fills a shop with shoppers; `make load` measures what they wait for."""

import json
import os
import signal
import socket
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.cli.test_command_line import ROOT, cartwright
from tests.fuzz.conftest import Shop, running_shop
from tests.linters import tools
from tests.servers.throwaway import free_port

__all__ = ["running_shop", "tools"]


def test_shoppers_come_to_a_shop_that_is_started_for_them(tmp_path: Path) -> None:
    done = cartwright("demo", "--shoppers", "3", "--orders", "9", "--leave", "--json", folder=tmp_path)
    assert done.returncode == 0, done.stderr + (tmp_path / "demo.log").read_text()
    outcomes = {each["outcome"]: each["orders"] for each in json.loads(done.stdout)}
    assert sum(outcomes.values()) == 9
    assert set(outcomes) <= {"confirmed", "cancelled", "cancelled by the buyer"}
    assert outcomes["confirmed"] >= 1
    assert "0 violations" in cartwright("doctor", folder=tmp_path).stdout
    counted = json.loads(cartwright("jobs", "--json", folder=tmp_path).stdout)
    assert sum(each["jobs"] for each in counted if each["kind"] == "order.process") == 9


@pytest.mark.parametrize("host", ["127.0.0.2", "::1", "0.0.0.0"])
def test_shoppers_find_the_shop_wherever_it_listens(tmp_path: Path, host: str) -> None:
    words = ("demo", "--shoppers", "1", "--orders", "1", "--leave", "--json")
    proxies = {"http_proxy": "http://127.0.0.1:9", "no_proxy": ""}
    came = cartwright(*words, folder=tmp_path, CARTWRIGHT_HOST=host, **proxies)
    assert came.returncode == 0, came.stderr
    assert sum(each["orders"] for each in json.loads(came.stdout)) == 1


@pytest.mark.parametrize("signum", [signal.SIGHUP, signal.SIGTERM, signal.SIGINT])
def test_what_was_started_for_the_shoppers_ends_with_the_terminal(tmp_path: Path, signum: int) -> None:
    said, port = tmp_path / "said", free_port()
    kept = {name: value for name, value in os.environ.items() if not name.startswith("CARTWRIGHT_")}
    own = {"CARTWRIGHT_ENV": "development", "CARTWRIGHT_DATA_DIR": str(tmp_path), "CARTWRIGHT_PORT": str(port)}
    command = [sys.executable, "-m", "cli", "demo", "--shoppers", "1", "--orders", "1"]
    with said.open("w") as file:
        demo = subprocess.Popen(command, cwd=ROOT, env=kept | own, stdout=file, stderr=file)
    while "look at it" not in said.read_text():
        assert demo.poll() is None, said.read_text()
        time.sleep(0.1)
    demo.send_signal(signum)
    demo.wait(90)
    with socket.socket() as client:
        assert client.connect_ex(("127.0.0.1", port)) != 0
    assert "Traceback" not in said.read_text()


def test_shoppers_are_for_development(tmp_path: Path) -> None:
    given = {
        "CARTWRIGHT_SECRET_KEY": "q8Zr4Xn2Vb7Lm1Kd9Ws6Tc3Yf5Hg0Jp-Ae",
        "CARTWRIGHT_PUBLIC_URL": "https://shop.example",
    }
    refused = cartwright("demo", folder=tmp_path, CARTWRIGHT_ENV="production", **given)
    assert (refused.returncode, "are for development only" in refused.stderr) == (78, True)
    none = cartwright("demo", "--shoppers", "0", folder=tmp_path)
    assert (none.returncode, "a shop without shoppers is not lively" in none.stderr) == (2, True)


def load(tools: Path, url: str, *words: str) -> subprocess.CompletedProcess[str]:
    command = [tools / "python", "-m", "benchmarks.load", url, *words]
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)


@pytest.mark.timeout(300)
def test_load_tells_percentiles_of_browsing_checkout_and_polling(running_shop: Shop, tools: Path) -> None:
    done = load(tools, running_shop.url, "--shoppers", "10", "--seconds", "8", "--json")
    assert done.returncode == 0, done.stdout + done.stderr
    figures = {each["what"]: each for each in json.loads(done.stdout)}
    kinds = {"browsing: product", "checkout: order", "checkout: decided", "polling: an order", "all"}
    assert kinds <= set(figures)
    for each in figures.values():
        assert 0 < each["p50"] <= each["p95"] <= each["p99"]
        assert each["failed"] == 0


def test_load_on_a_dead_shop_measures_nothing(tools: Path) -> None:
    done = load(tools, "http://127.0.0.1:9", "--shoppers", "1", "--seconds", "1")
    assert done.returncode != 0
    assert "p50" not in done.stdout or "failed" in done.stdout
