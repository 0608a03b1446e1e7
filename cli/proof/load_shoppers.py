"""Shoppers who order without a break and repeat under their key until there is an answer.

What they were told they write down. Their record is a file beside the shop, of which the shop knows nothing.
"""

import http.client
import itertools
import json
import random
import threading
import time
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

ADDRESS = {"name": "Ada Buyer", "line1": "1 Main St", "city": "Springfield", "postal_code": "12345", "country": "US"}
TOKENS = {"tok_ok": 80, "tok_declined": 6, "tok_slow": 4, "tok_timeout": 6, "tok_error": 4}  # of a hundred
CANCELLED, HURRIED, SCARCE = 0.06, 0.04, 0.25  # parts of all orders
ANSWER_SECONDS, HURRY_SECONDS = 8.0, 0.02  # how long an answer is waited for; a hurried shopper asks again at once
THINK_SECONDS = (0.05, 0.3)
GIVE_UP_SECONDS = 45.0  # after the load has ended
COME_BACK = (429, 500, 502, 503, 504)


@dataclass(frozen=True, slots=True)
class Accepted:
    """An order that a shopper was promised with a 202. `at` is in epoch seconds."""

    id: str
    key: str
    token: str
    lines: tuple[tuple[str, int], ...]
    total_cents: int
    at: float


@dataclass
class ShoppersRecord:
    """What all shoppers were told.

    Attributes:
        accepted: every order answered with 202.
        accepted_at: when, in seconds of the monotonic clock.
        unanswered: keys of checkouts that were given up without an answer, of which nothing is known.
        unexpected: answers that no shopper should get.
    """

    file: Path
    accepted: list[Accepted] = field(default_factory=list)
    accepted_at: list[float] = field(default_factory=list)
    unanswered: list[str] = field(default_factory=list)
    unexpected: list[str] = field(default_factory=list)
    _lock: threading.Lock = field(default_factory=threading.Lock)

    def promise(self, order: Accepted) -> None:
        """Write an order down."""
        with self._lock, self.file.open("a", encoding="utf-8") as record:
            record.write(json.dumps(asdict(order)) + "\n")
            self.accepted.append(order)
            self.accepted_at.append(time.monotonic())

    def give_up(self, key: str) -> None:
        with self._lock:
            self.unanswered.append(key)

    def complain(self, words: str) -> None:
        with self._lock:
            self.unexpected.append(words)


@dataclass(frozen=True)
class Shelves:
    """What there is to buy: public ids of products, some of them too few for everybody."""

    plenty: Sequence[str]
    scarce: Sequence[str]


class LoadShopper(threading.Thread):
    """Orders until told to stop."""

    def __init__(
        self, seed: str, port: int, shelves: Shelves, record: ShoppersRecord, stopping: threading.Event
    ) -> None:
        super().__init__(name=f"shopper-{seed}", daemon=True)
        self._draw = random.Random(seed)  # noqa: S311  to be repeated
        self._port, self._shelves, self._record, self._stopping = port, shelves, record, stopping
        self._last_seconds: float | None = None  # when patience ends, once the load is over

    def run(self) -> None:
        while not self._stopping.is_set():
            try:
                self._order()
            except (OSError, http.client.HTTPException, ValueError, KeyError) as error:
                self._record.complain(f"{type(error).__name__}: {error}"[:200])
            self._stopping.wait(self._draw.uniform(*THINK_SECONDS))

    def _order(self) -> None:
        """Fill a cart, check out, and sometimes cancel."""
        lines = self._lines()
        key = f"{self._draw.getrandbits(64):016x}"
        token = self._draw.choices(list(TOKENS), list(TOKENS.values()))[0]
        is_hurried, is_cancelled = self._draw.random() < HURRIED, self._draw.random() < CANCELLED
        headers: dict[str, str] = {}
        for product, quantity in lines:
            status, answer = self._ask_until_answered("/api/v1/cart/items", _item(product, quantity), headers)
            if status == 409 or status is None:
                return  # sold out, or nobody there
            if status != 201:
                self._record.complain(f"cart {status}: {answer}"[:200])
                return
            headers.setdefault("X-Cart-Token", str(answer.get("cart_token")))  # told once, of a new cart
        body = {
            "shipping_address": ADDRESS,
            "payment": {"method": "test_card", "token": token},
            "email": f"{key}@example.com",
        }
        headers["Idempotency-Key"] = key
        if is_hurried:
            self._ask("/api/v1/orders", body, headers, HURRY_SECONDS)
        status, answer = self._ask_until_answered("/api/v1/orders", body, headers)
        if status is None:
            self._record.give_up(key)
        elif status == 202:
            self._record.promise(Accepted(answer["id"], key, token, lines, answer["total"]["amount"], time.time()))
            if is_cancelled:
                path = f"/api/v1/orders/{answer['id']}/cancellation"
                self._ask_until_answered(path, None, {"X-Order-Token": answer["access_token"]})
        elif status != 409:
            self._record.complain(f"checkout {status}: {answer}"[:200])

    def _lines(self) -> tuple[tuple[str, int], ...]:
        """One product, or two different ones."""
        shelf = self._shelves.scarce if self._draw.random() < SCARCE else self._shelves.plenty
        products = self._draw.sample(shelf, self._draw.choice((1, 1, 2)))
        return tuple((product, self._draw.choice((1, 1, 2, 3))) for product in products)

    def _ask_until_answered(
        self, path: str, body: Any, headers: Mapping[str, str]
    ) -> tuple[int | None, dict[str, Any]]:
        """Repeat the request until the shop answers it; status None if the load has been over for long."""
        while True:
            status, answer = self._ask(path, body, headers, ANSWER_SECONDS)
            if status is not None and status not in COME_BACK:
                return status, answer
            if self._is_patience_over():
                return None, {}
            time.sleep(self._draw.uniform(0.1, 0.4))

    def _ask(
        self, path: str, body: Any, headers: Mapping[str, str], seconds: float
    ) -> tuple[int | None, dict[str, Any]]:
        """One request on a connection of its own; status None without an answer in time."""
        connection = http.client.HTTPConnection("127.0.0.1", self._port, timeout=seconds)
        try:
            content = b"" if body is None else json.dumps(body).encode()
            connection.request("POST", path, content, {"Content-Type": "application/json", **headers})
            answer = connection.getresponse()
            text = answer.read()
            return answer.status, json.loads(text) if answer.status not in COME_BACK and text else {}
        except (OSError, http.client.HTTPException):
            return None, {}
        finally:
            connection.close()

    def _is_patience_over(self) -> bool:
        if not self._stopping.is_set():
            return False
        self._last_seconds = self._last_seconds or time.monotonic() + GIVE_UP_SECONDS
        return time.monotonic() > self._last_seconds


def _item(product: str, quantity: int) -> dict[str, object]:
    return {"product_id": product, "quantity": quantity}


def longest_pause(moments: Sequence[float], begin: float, end: float) -> float:
    """The longest time in seconds between two of these moments, or between one of them and the begin or the end."""
    inside = [begin, *sorted(at for at in moments if begin <= at <= end), end]
    return max(later - earlier for earlier, later in itertools.pairwise(inside))
