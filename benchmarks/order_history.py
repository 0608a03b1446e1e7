"""A past for a shop: orders of many days with their lines, written past the program into its SQLite file."""

import random
import sqlite3
import time
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

DAY_MS = 86_400_000
ORDER = (
    *("id", "public_id", "placed_by", "checkout_key", "email", "status", "cancel_reason", "subtotal_cents"),
    *("shipping_cents", "total_cents", "currency", "shipping_method", "shipping_address", "created_at", "updated_at"),
    "decided_at",
)
LINE = ("order_id", "product_id", "sku", "name", "quantity", "unit_price_cents", "line_total_cents")
STATES = (
    (("delivered", None), 70),
    (("shipped", None), 8),
    (("confirmed", None), 10),
    (("cancelled", "out_of_stock"), 3),
    (("cancelled", "payment_declined"), 5),
    (("cancelled", "payment_expired"), 1),
    (("cancelled", "customer"), 2),
    (("cancelled", "admin"), 1),
)
ADDRESS = (
    '{"name": "Ann Example", "line1": "1 Mill Lane", "city": "Portland", "postal_code": "97201", "country": "US",'
    ' "line2": "", "region": "", "phone": ""}'
)


def fill(file: Path, orders: int, days: int) -> None:
    """That many orders over the last days, more of them the nearer to today, each of one to three products."""
    draw, now = random.Random(orders), int(time.time() * 1000)
    with closing(sqlite3.connect(file, timeout=30)) as connection, connection:
        products = connection.execute("SELECT id, sku, name, price_cents FROM product ORDER BY id").fetchall()
        (last,) = connection.execute("SELECT coalesce(max(id), 0) FROM orders").fetchone()
        times = sorted(now - int(days * DAY_MS * draw.betavariate(1, 1.4)) for _ in range(orders))
        lines = {number: list(_lines(draw, products)) for number in range(last + 1, last + 1 + orders)}
        _insert(connection, "orders", ORDER, (_order(draw, each, at, lines[each]) for each, at in zip(lines, times)))  # noqa: B905
        _insert(connection, "order_line", LINE, ((number, *line) for number, its in lines.items() for line in its))


def _insert(connection: sqlite3.Connection, table: str, columns: tuple[str, ...], rows: Iterator[Any]) -> None:
    marks = ", ".join("?" * len(columns))
    connection.executemany(f"INSERT INTO {table} ({', '.join(columns)}) VALUES ({marks})", rows)


def _lines(draw: random.Random, products: list[Any]) -> Iterator[tuple[Any, ...]]:
    for place in sorted({int(len(products) * draw.betavariate(1, 3)) for _ in range(draw.choice((1, 1, 2, 3)))}):
        id_, sku, name, cents = products[place]
        quantity = draw.choice((1, 1, 1, 2, 3))
        yield id_, sku, name, quantity, cents, quantity * cents


def _order(draw: random.Random, number: int, at: int, lines: list[Any]) -> tuple[Any, ...]:
    ((status, reason),) = draw.choices([each for each, _ in STATES], [weight for _, weight in STATES])
    cents = sum(line[-1] for line in lines)
    buyer = f"buyer{int(draw.paretovariate(0.35)) % (number + 20)}@example.com"
    return (
        *(number, f"{number:026d}", "by-hand", f"by-hand-{number}", buyer, status, reason, cents, 500, cents + 500),
        *("USD", "standard", ADDRESS, at, at, at + 2000),
    )
