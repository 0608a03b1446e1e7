"""A small client of a running shop, with the standard library alone: it has to work wherever the shop is installed."""

import contextlib
import ipaddress
import json
import secrets
import ssl
import urllib.error
import urllib.request
from collections.abc import Mapping
from dataclasses import dataclass
from email.message import Message
from http.client import HTTPException
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

ADDRESS = {"name": "Smoke Test", "line1": "1 Mill Lane", "city": "Portland", "postal_code": "97201", "country": "US"}


class Unreachable(Exception):
    """No answer came; the message says why."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What the shop said. `document` is the JSON in it, or None."""

    status: int
    headers: Message
    text: str
    document: Any


class ShopClient:
    """Asks the shop at `url`. `ca_file`: the certificate of an authority that the system does not know.

    `is_direct`: no proxy is asked, whatever the environment names. None is asked for this machine either.
    """

    def __init__(
        self, url: str, *, ca_file: Path | None = None, seconds: float = 15.0, is_direct: bool = False
    ) -> None:
        self.url, self._seconds = url.rstrip("/"), seconds
        tls = urllib.request.HTTPSHandler(context=ssl.create_default_context(cafile=ca_file))
        is_direct = is_direct or _is_here(urlsplit(url).hostname or "")
        direct = [urllib.request.ProxyHandler({})] if is_direct else []
        self._opener = urllib.request.build_opener(tls, _AsItIs(), *direct)

    def ask(self, method: str, path: str, body: Any = None, headers: Mapping[str, str] | None = None) -> Answer:
        """One request, without following redirects. Raises Unreachable."""
        content = None if body is None else json.dumps(body).encode()
        sent = {"Content-Type": "application/json", "User-Agent": "cartwright", **(headers or {})}
        wanted = urllib.request.Request(f"{self.url}{path}", content, sent, method=method)  # noqa: S310  checked by `smoke`
        try:
            with self._opener.open(wanted, timeout=self._seconds) as answer:
                return _read(answer.status, answer.headers, answer.read())
        except urllib.error.HTTPError as error:
            return _read(error.code, error.headers, error.read())
        except (OSError, HTTPException) as error:
            reason = getattr(error, "reason", None) or error
            raise Unreachable(f"no answer from {self.url}: {reason or type(reason).__name__}") from error


class Shopper:
    """Somebody without an account, with a cart of their own."""

    def __init__(self, client: ShopClient, email: str) -> None:
        self._client, self._email = client, email
        self._cart: dict[str, str] = {}

    def put_in_cart(self, product_id: str, quantity: int = 1) -> Answer:
        """Add to the cart, which begins with the first product."""
        body = {"product_id": product_id, "quantity": quantity}
        answer = self._client.ask("POST", "/api/v1/cart/items", body, self._cart)
        if answer.document and "cart_token" in answer.document:
            self._cart = {"X-Cart-Token": answer.document["cart_token"]}
        return answer

    def quote(self) -> Answer:
        """What the cart costs where it goes."""
        return self._client.ask("POST", "/api/v1/orders/quote", {"country": ADDRESS["country"]}, self._cart)

    def order(self, token: str) -> Answer:
        """Order what is in the cart, paid by this token of the test provider."""
        body = {
            "email": self._email,
            "shipping_address": ADDRESS,
            "payment": {"method": "test_card", "token": token},
        }
        key = {"Idempotency-Key": secrets.token_hex(16)}
        return self._client.ask("POST", "/api/v1/orders", body, self._cart | key)

    def follow(self, order: Answer, version: int = 0) -> Answer:
        """The order once it has changed from `version`, or after ten seconds."""
        headers = {"X-Order-Token": order.document["access_token"], "Prefer": "wait=10"}
        seen = {"If-None-Match": f'W/"v{version}"'} if version else {}
        return self._client.ask("GET", f"/api/v1/orders/{order.document['id']}", headers=headers | seen)

    def cancel(self, order: Answer) -> Answer:
        """Take the order back."""
        headers = {"X-Order-Token": order.document["access_token"]}
        return self._client.ask("POST", f"/api/v1/orders/{order.document['id']}/cancellation", headers=headers)

    def empty_cart(self) -> Answer:
        return self._client.ask("DELETE", "/api/v1/cart", headers=self._cart)


class _AsItIs(urllib.request.HTTPRedirectHandler):
    """A redirect is an answer like others."""

    def redirect_request(self, *_: Any, **__: Any) -> None:
        return None


def _read(status: int, headers: Message, content: bytes) -> Answer:
    text = content.decode(errors="replace")
    try:
        document = json.loads(text) if "json" in headers.get_content_type() else None
    except ValueError:
        document = None
    return Answer(status, headers, text, document)


def address_here(host: str, port: int) -> str:
    """Where a shop that listens on `host` is found from this machine."""
    with contextlib.suppress(ValueError):
        if ipaddress.ip_address(host).is_unspecified:  # 0.0.0.0 and ::
            host = "127.0.0.1" if ":" not in host else "::1"
    return f"http://{f'[{host}]' if ':' in host else host}:{port}"


def _is_here(host: str) -> bool:
    """Whether it is this machine, which no proxy knows."""
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"
