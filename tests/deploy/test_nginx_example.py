"""The Nginx example in front of a production shop: TLS, HTTP/2, forged headers, event streams, uploads."""

import io
import json
import re
import socket
import ssl
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import httpx
import pyotp
import pytest
from PIL import Image

from tests.deploy.proxied_shop import ROOT, ProxiedShop, until
from tests.web.clients import PASSWORD, TOKEN
from tests.web.sign_in.test_second_factor import KEY

ADDRESS = {"name": "Gus", "line1": "2 Mill Lane", "city": "Portland", "postal_code": "97201", "country": "US"}


@pytest.fixture(scope="module")
def proxied(tmp_path_factory: pytest.TempPathFactory) -> Iterator[ProxiedShop]:
    """A shop with the test provider behind Nginx; its worker is started by the test that needs one."""
    shop = ProxiedShop(tmp_path_factory.mktemp("proxied"))
    try:
        yield shop.open()
    finally:
        shop.close()


def smoke(shop: ProxiedShop, *words: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "cli", "smoke", shop.url, "--ca-file", str(shop.ca_file), *words]
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)


def test_pages_come_by_http2_over_tls_and_plain_http_leads_there(proxied: ProxiedShop) -> None:
    with proxied.client(http2=True) as client:
        page = client.get("/")
    assert (page.status_code, page.http_version) == (200, "HTTP/2")
    assert "max-age=31536000" in page.headers["strict-transport-security"]
    assert "server" not in page.headers or not re.search(r"uvicorn|quart", page.headers["server"].lower())
    moved = httpx.get(f"http://localhost:{proxied.plain_port}/products?page=2", trust_env=False)
    assert (moved.status_code, moved.headers["location"]) == (301, f"{proxied.url}/products?page=2")


def test_a_name_that_is_not_the_shops_gets_no_answer(proxied: ProxiedShop) -> None:
    context = ssl.create_default_context(cafile=str(proxied.ca_file))
    context.check_hostname = False
    with socket.create_connection(("127.0.0.1", proxied.port)) as plain, pytest.raises(ssl.SSLError):
        context.wrap_socket(plain, server_hostname="evil.example")
    with proxied.client() as client, pytest.raises(httpx.RemoteProtocolError):
        client.get("/", headers={"Host": "evil.example"})
    with pytest.raises(httpx.RemoteProtocolError):
        httpx.get(f"http://127.0.0.1:{proxied.plain_port}/", headers={"Host": "evil.example"}, trust_env=False)


def test_what_a_stranger_says_about_himself_is_not_passed_on(proxied: ProxiedShop) -> None:
    forged = {
        "X-Forwarded-For": "203.0.113.9",
        "X-Forwarded-Proto": "http",
        "X-Forwarded-Host": "evil.example",
        "Forwarded": "for=203.0.113.9;host=evil.example",
        "X-Ops-Token": "guessed-guessed-guessed",
    }
    with proxied.client() as client:
        page = client.get("/cart?forged=yes", headers=forged)
        login = client.get("/orders", headers=forged)
        assert client.get("/ops/queues", headers=forged).status_code == 404
    assert page.status_code == 200
    assert login.status_code in (302, 303)
    assert "evil.example" not in login.headers["location"] + page.text
    lines = [json.loads(line) for line in proxied.said("web").splitlines() if '"/cart"' in line]
    assert {line["client"] for line in lines} == {"127.0.0.1"}


def test_an_event_stream_passes_as_it_happens(proxied: ProxiedShop) -> None:
    """The first events arrive while no worker runs, the last one when one has decided the order."""
    with proxied.client(http2=True) as client:
        product = client.get("/api/v1/products?in_stock=true&per_page=1").json()["items"][0]["id"]
        cart = client.post("/api/v1/cart/items", json={"product_id": product}).json()["cart_token"]
        body = {
            "email": "gus@example.com",
            "shipping_address": ADDRESS,
            "payment": {"method": "test_card", "token": "tok_ok"},
        }
        keys = {"X-Cart-Token": cart, "Idempotency-Key": "behind-nginx"}
        order = client.post("/api/v1/orders", json=body, headers=keys).json()
        asked = {"X-Order-Token": order["access_token"], "Accept": "text/event-stream"}
        with client.stream("GET", f"/api/v1/orders/{order['id']}/events", headers=asked) as stream:
            assert stream.headers["content-type"].startswith("text/event-stream")
            chunks = stream.iter_text()
            first = next(chunks)
            while "event:" not in first:
                first += next(chunks)
            assert "confirmed" not in first
            proxied.start("worker")
            assert "confirmed" in "".join(chunks)


class Boss:
    """An admin in front of Nginx, with a form's token and the origin of the shop in all that is sent."""

    def __init__(self, shop: ProxiedShop, client: httpx.Client) -> None:
        self._client, self._origin = client, {"Origin": shop.url}

    def send(self, path: str, page: str, *, files: Any = None, **fields: str) -> httpx.Response:
        """Send a form of this page."""
        token = TOKEN.search(self._client.get(page).text)
        assert token, page
        data = {"csrf_token": token[1], **fields}
        return self._client.post(path, data=data, files=files, headers=self._origin)

    def sign_in(self) -> None:
        """With the password, and then an authenticator app, without which nobody of a production shop is let in."""
        assert self.send("/auth/login", "/auth/login", email="boss@example.com", password=PASSWORD).status_code == 303
        path = "/account/security/authenticator"
        assert self.send(path, "/account/security").headers["Location"] == path
        key = KEY.findall(self._client.get(path).text)[0].replace(" ", "")
        assert self.send(f"{path}/confirmation", path, code=pyotp.TOTP(key).now()).status_code == 200

    def category(self) -> str:
        """The id of some category."""
        found = re.search(r'<option value="([0-9a-z]{26})"', self._client.get("/admin/products/new").text)
        assert found
        return found[1]


def test_the_largest_picture_passes_and_a_larger_one_does_not(proxied: ProxiedShop) -> None:
    buffer = io.BytesIO()
    Image.effect_noise((1500, 1500), 90).save(buffer, "PNG")
    assert 1 << 20 < len(buffer.getvalue()) < 5 << 20
    with proxied.client() as client:
        boss = Boss(proxied, client)
        boss.sign_in()
        fields = {"sku": "NOISE-1", "name": "Noise", "price": "9.00", "category_id": boss.category(), "alt": "Snow"}
        fields |= {"on_hand": "1", "low_stock_threshold": "0"}

        def upload(content: bytes) -> httpx.Response:
            files = {"picture": ("noise.png", content, "image/png")}
            return boss.send("/admin/products", "/admin/products/new", files=files, **fields)

        hung = upload(buffer.getvalue())
        assert hung.status_code == 303, hung.text
        shown = client.get(f"/products/{hung.headers['Location'].rpartition('/')[2]}", follow_redirects=True).text
        (picture,) = set(re.findall(r"/media/[0-9a-f]{32}\.webp", shown))
        assert Image.open(io.BytesIO(client.get(picture).content)).size == (1500, 1500)
        assert 'alt="Snow"' in shown
        assert upload(b"x" * (7 << 20)).status_code == 413


def test_smoke_buys_through_nginx(proxied: ProxiedShop) -> None:
    proxied.start("worker")
    done = smoke(proxied, "--json")
    found = {each["check"]: (each["outcome"], each["words"]) for each in json.loads(done.stdout)}
    assert done.returncode == 0, done.stdout
    assert {outcome for outcome, _ in found.values()} == {"ok"}, found
    assert "cancelled" in found["taken back"][1]


def test_smoke_in_a_shop_without_the_test_provider_checks_without_buying(tmp_path: Path) -> None:
    shop = ProxiedShop(tmp_path, test_payments=False)
    try:
        shop.open()
        done = smoke(shop)
        assert done.returncode == 0, done.stdout
        assert "the shop has no test provider: checked without buying" in done.stdout
        untrusted = subprocess.run(
            [sys.executable, "-m", "cli", "smoke", shop.url], cwd=ROOT, capture_output=True, text=True, check=False
        )
        assert (untrusted.returncode, "CERTIFICATE_VERIFY_FAILED" in untrusted.stdout) == (1, True)
        shop.close()
        until(lambda: smoke(shop).returncode == 1, "a dead shop is told")
        assert "failed   alive        no answer from" in smoke(shop).stdout
    finally:
        shop.close()


@pytest.mark.parametrize("address", ["shop.example.com", "ftp://shop.example.com", "https://"])
def test_smoke_wants_an_address(address: str) -> None:
    command = [sys.executable, "-m", "cli", "smoke", address]
    refused = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert (refused.returncode, refused.stdout) == (2, "")
    assert "has to be one such as https://shop.example.com" in refused.stderr
