"""Shoppers: guests over HTTP who remember what they were promised, and orders placed in bulk, past HTTP."""

import asyncio
import contextlib
import time
import uuid
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

import httpx

from models.carts import carts
from models.carts.carts import Owner
from models.checkout import buyers, checkout
from models.checkout.checkout import Checkout
from models.database import DatabaseBusy, Transaction, write
from models.shared.errors import InsufficientStock
from tests.faults.books import rows
from tests.faults.processes import PATIENCE_SECONDS

ADDRESS = {"name": "Ada Buyer", "line1": "1 Main St", "city": "Springfield", "postal_code": "12345", "country": "US"}
Lines = Sequence[tuple[str, int]]  # product's public id, how many


def address_of(key: str) -> str:
    """Each buyer's own: the shop holds back what strangers have sent to one address in great numbers."""
    return f"ada-{key}@example.com"


async def products(most: int) -> list[str]:
    """The public ids of the first products."""
    return [row["public_id"] for row in await rows("SELECT public_id FROM product ORDER BY id LIMIT ?", most)]


async def set_stock(product: str, on_hand: int) -> None:
    """Count a shelf anew, with its ledger row."""

    async def work(tx: Transaction) -> None:
        row = await tx.fetch_one(
            "SELECT i.product_id, i.on_hand, i.reserved FROM inventory i JOIN product p ON p.id = i.product_id"
            " WHERE p.public_id = ?",
            product,
        )
        assert row is not None
        await tx.execute("UPDATE inventory SET on_hand = ? WHERE product_id = ?", on_hand, row["product_id"])
        await tx.execute(
            "INSERT INTO stock_ledger (product_id, kind, d_on_hand, on_hand, reserved, at)"
            " VALUES (?, 'adjust', ?, ?, ?, ?)",
            *(row["product_id"], on_hand - row["on_hand"], on_hand, row["reserved"], tx.now),
        )

    await write(work)


async def place(lines: Lines, token: str = "tok_ok") -> str:
    """An order of a guest, past HTTP; its public id."""
    return (await place_many([(lines, token)]))[0]


async def place_many(orders: Sequence[tuple[Lines, str]], *, patience_seconds: float = PATIENCE_SECONDS) -> list[str]:
    """Orders of as many guests, committed together; those the shop accepted. Raises DatabaseBusy."""
    placed: list[str] = []

    async def work(tx: Transaction) -> None:
        placed.clear()
        for lines, token in orders:
            with contextlib.suppress(InsufficientStock):
                placed.append(await _place(tx, lines, token))

    deadline = time.monotonic() + patience_seconds
    while True:
        try:
            await write(work)
        except DatabaseBusy:
            if time.monotonic() > deadline:
                raise
        else:
            return placed


async def _place(tx: Transaction, lines: Lines, token: str) -> str:
    cart_token: str | None = None
    for product, quantity in lines:
        cart = await carts.add_item(tx, Owner(token=cart_token), product, quantity)
        cart_token = cart_token or cart.token
    key = str(uuid.uuid4())
    buyer = await buyers.guest(tx, cart_token, address_of(key), key.encode())
    wanted = Checkout(
        key=key,
        fingerprint="f" * 64,
        shipping_method="standard",
        shipping_address=ADDRESS,
        payment_method="test_card",
        payment_token=token,
    )
    return (await checkout.place(tx, buyer, wanted)).public_id


@dataclass
class Guest:
    """Somebody without an account who repeats a checkout, under its key, until there is an answer."""

    client: httpx.AsyncClient
    key: str = field(default_factory=lambda: str(uuid.uuid4()))
    cart_token: str = ""
    answers: list[httpx.Response] = field(default_factory=list)

    async def fill(self, lines: Lines) -> bool:
        """Put things into the cart; whether the shop let us."""
        for product, quantity in lines:
            body = {"product_id": product, "quantity": quantity}
            answer = await self._repeat("POST", "/api/v1/cart/items", body)
            if answer.status_code == 409:
                return False
            assert answer.status_code == 201, answer.text
            self.cart_token = self.cart_token or answer.json()["cart_token"]
        return True

    async def order(self, token: str = "tok_ok", *, note: str = "") -> httpx.Response:
        """Check out once, whatever happens."""
        body = {
            "shipping_address": ADDRESS,
            "payment": {"method": "test_card", "token": token},
            "email": address_of(self.key),
            "note": note,
        }
        headers = self._headers() | {"Idempotency-Key": self.key}
        answer = await self.client.post("/api/v1/orders", json=body, headers=headers)
        self.answers.append(answer)
        return answer

    async def order_until_answered(self, token: str = "tok_ok", *, within: float = PATIENCE_SECONDS) -> httpx.Response:
        """Repeat with the same key while the shop is away or asks to come back."""
        async with asyncio.timeout(within):
            while True:
                with contextlib.suppress(httpx.TransportError):
                    answer = await self.order(token)
                    if answer.status_code not in (429, 500, 502, 503):
                        return answer
                await asyncio.sleep(0.05)

    @property
    def promised(self) -> set[str]:
        """The orders we were told of."""
        return {answer.json()["id"] for answer in self.answers if answer.status_code == 202}

    async def cancel(self) -> httpx.Response:
        placed = next(answer for answer in self.answers if answer.status_code == 202).json()
        headers = {"X-Order-Token": placed["access_token"]}
        return await self.client.post(f"/api/v1/orders/{placed['id']}/cancellation", headers=headers)

    async def _repeat(self, method: str, path: str, body: Any) -> httpx.Response:
        async with asyncio.timeout(PATIENCE_SECONDS):
            while True:
                with contextlib.suppress(httpx.TransportError):
                    answer = await self.client.request(method, path, json=body, headers=self._headers())
                    if answer.status_code != 503:
                        return answer
                await asyncio.sleep(0.05)

    def _headers(self) -> dict[str, str]:
        return {"X-Cart-Token": self.cart_token} if self.cart_token else {}


def client_of(url: str, *, connections: int = 50) -> httpx.AsyncClient:
    """A client that opens a connection for each request, so that none is cut between two of them."""
    limits = httpx.Limits(max_connections=connections, max_keepalive_connections=0)
    return httpx.AsyncClient(base_url=url, limits=limits, timeout=PATIENCE_SECONDS, verify=False)
