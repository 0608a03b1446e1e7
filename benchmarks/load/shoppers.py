"""Three kinds of shoppers for Locust: who browse, who buy and wait for the decision, and who look again and again.

    locust -f benchmarks/load/shoppers.py --host http://localhost:5566

The shop runs with CARTWRIGHT_RATE_LIMIT=off: all shoppers come from one address.
"""

import random
import secrets
import time
from typing import Any

from locust import HttpUser, between, task

ADDRESS = {"name": "Load Test", "line1": "1 Mill Lane", "city": "Portland", "postal_code": "97201", "country": "US"}
WORDS = ("mug", "lamp", "towel", "bag", "garden", "desk")
DECIDED_SECONDS = 60.0
OPEN = ("pending", "reserved")


class Visitor(HttpUser):
    """Somebody who knows what is in stock."""

    abstract = True
    wait_time = between(0.1, 1.0)

    def on_start(self) -> None:
        answer = self.client.get("/api/v1/products?in_stock=true&per_page=50", name="(start) products")
        self.products = [each["id"] for each in answer.json()["items"]]

    def product(self) -> str:
        return random.choice(self.products)

    def placed(self) -> Any:
        """An order of one product, placed without an account."""
        body = {"product_id": self.product()}
        answer = self.client.post("/api/v1/cart/items", json=body, name="checkout: into the cart")
        if answer.status_code != 201:
            return None
        keys = {"X-Cart-Token": answer.json()["cart_token"], "Idempotency-Key": secrets.token_hex(16)}
        payment = {"method": "test_card", "token": "tok_ok"}
        order = {"email": "load@example.com", "shipping_address": ADDRESS, "payment": payment}
        answer = self.client.post("/api/v1/orders", json=order, headers=keys, name="checkout: order")
        return answer.json() if answer.status_code == 202 else None


class Browser(Visitor):
    """Looks at pages."""

    weight = 6

    @task(2)
    def front_page(self) -> None:
        self.client.get("/", name="browsing: front page")

    @task(4)
    def shelf(self) -> None:
        self.client.get(f"/products?page={random.randint(1, 4)}", name="browsing: products")

    @task(6)
    def one(self) -> None:
        self.client.get(f"/products/{self.product()}", name="browsing: product")

    @task(2)
    def search(self) -> None:
        self.client.get(f"/products?q={random.choice(WORDS)}", name="browsing: search")


class Buyer(Visitor):
    """Buys, and waits for the decision. `checkout: decided` is the time from accepted to decided."""

    weight = 2

    @task
    def buy(self) -> None:
        began = time.perf_counter()
        order = self.placed()
        if order is None:
            return
        headers, error = {"X-Order-Token": order["access_token"], "Prefer": "wait=10"}, None
        known = order
        while known["status"] in OPEN and error is None:
            if time.perf_counter() - began > DECIDED_SECONDS:
                error = TimeoutError("undecided")
            seen = headers | {"If-None-Match": f'W/"v{known["version"]}"'}
            answer = self.client.get(f"/api/v1/orders/{order['id']}", headers=seen, name="checkout: wait for news")
            known = answer.json() if answer.status_code == 200 else known
        took = (time.perf_counter() - began) * 1000
        self.environment.events.request.fire(
            request_type="all", name="checkout: decided", response_time=took, response_length=0, exception=error
        )


class Poller(Visitor):
    """Asks for one order again and again by its ETag, as an impatient client does."""

    weight = 2
    wait_time = between(0.2, 0.5)

    def on_start(self) -> None:
        super().on_start()
        self.order = self.placed()
        self.tag = ""

    @task
    def poll(self) -> None:
        if self.order is None:
            self.order = self.placed()
            return
        headers = {"X-Order-Token": self.order["access_token"], "If-None-Match": self.tag}
        path = f"/api/v1/orders/{self.order['id']}"
        with self.client.get(path, headers=headers, name="polling: an order", catch_response=True) as answer:
            if answer.status_code in (200, 304):
                answer.success()
            self.tag = answer.headers.get("etag", self.tag)
