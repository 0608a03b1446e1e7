"""Secrets planted in every kind of input are found in no span, metric, log line or job error, and the log is JSON."""

import json
from typing import Any

import httpx
import pytest

from models.database import read
from tests.faults.processes import Shop, until
from tests.faults.shopping import ADDRESS, Guest, client_of, products
from tests.pipelines.fault_server import FaultServer, serving
from tests.telemetry.collector import Collector
from tests.telemetry.test_one_trace import OUTSIDE

pytestmark = [pytest.mark.asyncio, pytest.mark.faults]

CANARY = "qx7canary"
PHONE = "+1 555 017 742 6835"
SECRET_KEY = f"{CANARY}-Zr4Xn2Vb7Lm1Kd9Ws6Tc3Yf5Hg0Jp-Ae"
CARD = "4111 1111 1111 1111"


async def plant(client: httpx.AsyncClient) -> None:
    """Passwords, tokens, cookies, cards and addresses, in the right places and in wrong ones."""
    account = {"email": f"{CANARY}@example.com", "password": f"{CANARY}-password", "name": f"{CANARY} Smith"}
    assert (await client.post("/api/v1/auth/register", json=account)).status_code == 201
    tokens = (await client.post("/api/v1/auth/login", json={k: account[k] for k in ("email", "password")})).json()
    for word in ("access_token", "refresh_token"):
        planted.append(tokens[word])
    login = {"email": account["email"], "password": f"{CANARY}-wrong"}
    assert (await client.post("/api/v1/auth/login", json=login)).status_code == 401
    await client.post("/api/v1/auth/login", json=login | {"card_number": CARD, "cvc": CANARY})
    await client.post("/api/v1/auth/login", content=f'{{"password": "{CANARY}"')
    await client.post("/api/v1/auth/refresh", json={"refresh_token": CANARY})
    await client.get("/api/v1/auth/me", headers={"Authorization": f"Bearer {tokens['access_token']}"})
    await client.get("/api/v1/auth/me", headers={"Authorization": f"Basic {CANARY}"})
    await client.get(f"/products?q={CANARY}&token={CANARY}", headers={"Cookie": f"sid={CANARY}; visitor={CANARY}"})
    await client.post("/auth/login", data={"email": account["email"], "password": CANARY, "csrf_token": CANARY})
    await client.get("/orders", headers={"X-Order-Token": CANARY, "X-Ops-Token": CANARY, "traceparent": CANARY})
    await client.post("/api/v1/cart/items", json={"product_id": CANARY, "quantity": CANARY})


planted: list[str] = []


async def order(client: httpx.AsyncClient) -> str:
    """An order with everything about a person in it."""
    guest = Guest(client)
    assert await guest.fill([((await products(1))[0], 1)])
    planted.extend((guest.cart_token, PHONE))
    body: dict[str, Any] = {
        "shipping_address": ADDRESS | {"name": f"{CANARY} Smith", "line1": f"{CANARY} Street 1", "phone": PHONE},
        "payment": {"method": "test_card", "token": "tok_ok"},
        "email": f"{CANARY}@example.com",
        "note": f"Ring at {CANARY}, card {CARD}",
    }
    headers = {"X-Cart-Token": guest.cart_token, "Idempotency-Key": guest.key, "traceparent": OUTSIDE}
    refused = await client.post("/api/v1/orders", json=body | {"card": CARD}, headers=headers)
    assert refused.status_code == 422
    answer = await client.post("/api/v1/orders", json=body, headers=headers)
    assert answer.status_code == 202, answer.text
    planted.append(answer.json()["access_token"])
    return str(answer.json()["number"])


async def test_what_was_planted_is_found_nowhere(shop: Shop, collector: Collector, told: dict[str, str]) -> None:
    planted.clear()
    production = {
        "CARTWRIGHT_ENV": "production",
        "CARTWRIGHT_PLAIN_HTTP": "on",
        "CARTWRIGHT_SECRET_KEY": SECRET_KEY,
        "CARTWRIGHT_OPS_TOKEN": f"{CANARY}-Wq8Zr4Xn2Vb7",
        "CARTWRIGHT_TEST_PAYMENTS": "on",
        "CARTWRIGHT_RATE_LIMIT": "on",
        "OTEL_EXPORTER_OTLP_HEADERS": f"x-otlp-api-key={CANARY}",
    }
    faults = {"RCPT": f"450 {CANARY}@example.com is away"}
    async with serving(FaultServer(**faults)) as server:
        web = await shop.web(others=told | production)
        mail = {"CARTWRIGHT_SMTP_URL": server.url, "CARTWRIGHT_MAIL_FROM": "Shop <mail@shop.example>"}
        worker = shop.worker(others=told | production | mail)
        async with client_of(web.url) as client:
            await plant(client)
            number = await order(client)
        await until(lambda: "process mail" in {span.name for span in collector.spans}, within=60, what="mail was tried")
        assert await web.process.stop() == 0
        assert await worker.stop() == 0
    errors = await read(lambda tx: tx.fetch("SELECT error_message, trace FROM job_event WHERE type = 'failed'"))
    assert "450" in str([tuple(row) for row in errors])
    everywhere = {
        "telemetry": collector.everything(),
        "logs": "\n".join(shop.said()),
        "job errors": str([tuple(row) for row in errors]),
    }
    assert number in everywhere["telemetry"]
    for where, text in everywhere.items():
        for secret in (CANARY, CARD, CARD.replace(" ", ""), *planted):
            assert secret not in text, where


async def test_in_production_a_line_is_a_json_object_that_says_what_it_is_about(shop: Shop) -> None:
    production = {
        "CARTWRIGHT_ENV": "production",
        "CARTWRIGHT_PLAIN_HTTP": "on",
        "CARTWRIGHT_SECRET_KEY": SECRET_KEY,
        "CARTWRIGHT_TEST_PAYMENTS": "on",
        "CARTWRIGHT_RATE_LIMIT": "on",
    }
    web = await shop.web(others=production)
    worker = shop.worker(others=production)
    async with client_of(web.url) as client:
        number = await order(client)
    await until(lambda: shop.count_said("order.confirmed"), within=60, what="it is confirmed")
    assert await web.process.stop() == 0
    assert await worker.stop() == 0
    lines = [json.loads(line) for line in shop.said()]
    assert all({"at", "level", "logger", "message"} <= line.keys() for line in lines)
    of_order = {line["message"]: line for line in lines if line.get("order_id") == number}
    assert {"order.placed", "order.reserved", "order.confirmed"} <= of_order.keys()
    [answered] = [line for line in lines if line.get("path") == "/api/v1/orders" and line["status"] == 202]
    assert of_order["order.placed"]["request_id"] == answered["request_id"]
    assert of_order["order.reserved"]["job_id"] == of_order["order.confirmed"]["job_id"]
