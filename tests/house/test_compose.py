"""The URLs that docker-compose.yml shows are ones the program understands, and its health check tells the truth."""

import os
import re
import subprocess
import sys
import threading
from http.server import BaseHTTPRequestHandler, HTTPServer
from urllib.parse import urlsplit

import pytest

from core.settings import load
from tests.house.product import ROOT
from workers.engines.engine_choice import open_engine

TEXT = (ROOT / "docker-compose.yml").read_text()
URL = re.compile(r"\b(?:postgresql|amqp|redis)://\S+")


@pytest.mark.parametrize("url", URL.findall(TEXT))
def test_a_url_is_understood(url: str) -> None:
    name = "DATABASE_URL" if url.startswith("postgresql") else "QUEUE_URL"
    settings = load({f"CARTWRIGHT_{name}": url, "CARTWRIGHT_ENV": "development"}, dotenv=None)
    if name == "QUEUE_URL":
        open_engine(settings).close()


def test_there_is_one_for_each_server_and_the_server_is_there() -> None:
    named = {urlsplit(url).scheme: urlsplit(url).hostname for url in URL.findall(TEXT)}
    assert named == {"postgresql": "postgres", "amqp": "rabbitmq", "redis": "redis"}
    assert all(f"\n  {server}:" in TEXT and f"profiles: [{server}]" in TEXT for server in named.values())


def test_unset_urls_leave_the_program_its_own() -> None:
    empty = {"CARTWRIGHT_DATABASE_URL": "", "CARTWRIGHT_QUEUE_URL": "", "CARTWRIGHT_ENV": "development"}
    settings = load(empty, dotenv=None)
    assert settings.database_url.startswith("sqlite:///")
    assert settings.queue_url.startswith("sqlite:///")


@pytest.mark.parametrize(("status", "code"), [(200, 0), (503, 1)])
def test_the_health_check_asks_the_shop_and_no_proxy(status: int, code: int) -> None:
    class Shop(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            self.send_response(status if self.path == "/readyz" else 404)
            self.end_headers()

        def log_message(self, *_: object) -> None: ...

    (program,) = re.findall(r'test: \[CMD, python, -c, "(.*)"\]', TEXT)
    proxies = dict.fromkeys(("http_proxy", "HTTP_PROXY", "all_proxy"), "http://127.0.0.1:9")
    with HTTPServer(("127.0.0.1", 0), Shop) as shop:
        threading.Thread(target=shop.serve_forever, daemon=True).start()
        asked = program.replace("5566", str(shop.server_port))
        done = subprocess.run([sys.executable, "-c", asked], env={**os.environ, **proxies}, check=False)
        shop.shutdown()
    assert done.returncode == code
