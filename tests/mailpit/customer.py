"""A customer of the running shop with an account, a cart, a browser's cookies and an address."""

import re
import uuid
from typing import Any

import httpx

from models.accounts.accounts import create_user
from models.accounts.passwords import hash_password
from models.database import Notification, Transaction, write
from tests.faults.shopping import ADDRESS, products

PASSWORD = "velvet-otter-canyon-42"
TOKEN = re.compile(r'name="csrf_token" value="([0-9a-f]{64})"')


class Customer:
    """Orders by the API, and reads pages like anybody."""

    def __init__(self, client: httpx.AsyncClient, email: str) -> None:
        self.client, self.email = client, email
        self._basic = httpx.BasicAuth(email, PASSWORD)

    async def open_account(self) -> "Customer":
        """Past the shop, which would mail a link to confirm the address."""
        hashed = hash_password(PASSWORD)
        await write(lambda tx: create_user(tx, email=self.email, password_hash=hashed, name="Ada Buyer"))
        return self

    async def order(self, *, sku: int = 1, quantity: int = 2, token: str = "tok_ok") -> dict[str, Any]:
        """Fill the cart and check out; the order as it was accepted."""
        item = {"product_id": (await products(sku))[-1], "quantity": quantity}
        added = await self.client.post("/api/v1/cart/items", json=item, auth=self._basic)
        assert added.status_code == 201, added.text
        body = {"shipping_address": ADDRESS, "payment": {"method": "test_card", "token": token}}
        headers = {"Idempotency-Key": str(uuid.uuid4())}
        answer = await self.client.post("/api/v1/orders", json=body, headers=headers, auth=self._basic)
        assert answer.status_code == 202, answer.text
        placed: dict[str, Any] = answer.json()
        return placed

    async def see(self, order: dict[str, Any]) -> dict[str, Any]:
        answer = await self.client.get(f"/api/v1/orders/{order['id']}", auth=self._basic)
        seen: dict[str, Any] = answer.json()
        return seen

    async def cancel(self, order: dict[str, Any]) -> None:
        answer = await self.client.post(f"/api/v1/orders/{order['id']}/cancellation", auth=self._basic)
        assert answer.status_code in (200, 202), answer.text

    async def sign_in(self) -> None:
        """By the page, so that the browser's cookies open the pages that follow."""
        found = TOKEN.search((await self.client.get("/auth/login")).text)
        assert found
        form = {"email": self.email, "password": PASSWORD, "csrf_token": found[1]}
        assert (await self.client.post("/auth/login", data=form)).status_code == 303


async def hurry(kind: str = "mail.order") -> None:
    """What waits for its next attempt is due now, and a worker is told."""

    async def work(tx: Transaction) -> None:
        rows = await tx.fetch("SELECT id, queue FROM job WHERE kind = ? AND state = 'queued'", kind)
        for row in rows:
            await tx.execute("UPDATE job SET run_at = ? WHERE id = ?", tx.now, row["id"])
            tx.notifications.append(Notification(row["id"], row["queue"]))

    await write(work)
