"""The limit: the statements of an order's two transactions by hand, on the bare `sqlite3` module, in one process.

Checkout (order, line, event, intent, job, cart emptied) and work (claim, hold, ledger, charge, confirm, mail, settle),
with the pragmas of the program. Nothing between the statements: no framework, no validation, no queue, no threads.
"""

import contextlib
import sqlite3
import time
from pathlib import Path
from typing import Any

from models.database.sqlite.sqlite_connection import PRAGMAS

CHECKOUT = (
    "INSERT INTO orders (public_id, placed_by, checkout_key, email, status, version, subtotal_cents, shipping_cents,"
    " total_cents, currency, shipping_method, shipping_address, created_at, updated_at)"
    " VALUES (:id, :scope, :id, 'a@example.com', 'pending', 1, 100, 0, 100, 'USD', 'standard', '{}', :now, :now)"
    " RETURNING id",
    "INSERT INTO order_line (order_id, product_id, sku, name, quantity, unit_price_cents, line_total_cents)"
    " VALUES (:order, :product, 'S', 'Thing', 1, 100, 100)",
    "INSERT INTO order_event (order_id, sequence, type, status, actor, at)"
    " VALUES (:order, 1, 'order.placed', 'pending', 'a', :now)",
    "INSERT INTO payment (order_id, purpose, provider, method, token, provider_key, amount_cents, state, created_at,"
    " updated_at) VALUES (:order, 'charge', 'test', 'test_card', 'tok_ok', :id, 100, 'intent', :now, :now)",
    "INSERT INTO job (public_id, kind, queue, priority, dedupe_key, subject_type, subject_id, state, run_at,"
    " max_attempts, created_at) VALUES (:id, 'order.process', 'orders', 10, :id, 'order', :order, 'queued', :now, 12,"
    " :now) RETURNING id",
    "DELETE FROM cart_item WHERE cart_id = -1",
)
WORK = (
    "UPDATE job SET state = 'running', attempt = attempt + 1, fence = fence + 1, owner = 'w', lease_until = :now,"
    " started_at = :now WHERE id IN (SELECT id FROM job WHERE queue = 'orders' AND state = 'queued' AND run_at <= :now"
    " AND attempt < max_attempts ORDER BY run_at, id LIMIT 1)",
    "INSERT INTO job_event (job_id, type, attempt, fence, worker, at) VALUES (:job, 'claimed', 1, 1, 'w', :now)",
    "SELECT o.id, o.status, p.state FROM orders o JOIN payment p ON p.order_id = o.id AND p.purpose = 'charge'"
    " WHERE o.id = :order",
    "SELECT product_id, quantity FROM order_line WHERE order_id = :order",
    "UPDATE inventory SET reserved = reserved + 1, version = version + 1, updated_at = :now"
    " WHERE product_id = :product AND on_hand - reserved >= 1 RETURNING on_hand, reserved",
    "INSERT INTO reservation (order_id, product_id, quantity, state, expires_at, created_at, updated_at)"
    " VALUES (:order, :product, 1, 'committed', :now, :now, :now)",
    "INSERT INTO stock_ledger (product_id, order_id, kind, d_reserved, on_hand, reserved, at)"
    " SELECT product_id, :order, 'hold', 1, on_hand, reserved, :now FROM inventory WHERE product_id = :product",
    "UPDATE orders SET status = 'reserved', version = 2, updated_at = :now WHERE id = :order AND status = 'pending'",
    "INSERT INTO order_event (order_id, sequence, type, status, actor, at)"
    " VALUES (:order, 2, 'order.reserved', 'reserved', 'w', :now)",
    "UPDATE payment SET state = 'captured', updated_at = :now WHERE order_id = :order AND state = 'intent'",
    "UPDATE orders SET status = 'confirmed', version = 3, updated_at = :now, decided_at = :now"
    " WHERE id = :order AND status = 'reserved'",
    "INSERT INTO order_event (order_id, sequence, type, status, actor, at)"
    " VALUES (:order, 3, 'order.confirmed', 'confirmed', 'w', :now)",
    "INSERT INTO job (public_id, kind, queue, priority, dedupe_key, subject_type, subject_id, state, run_at,"
    " max_attempts, created_at) VALUES ('m' || :id, 'mail.order', 'mail', 20, :id, 'order', :order, 'queued', :now, 12,"
    " :now)",
    "UPDATE job SET state = 'succeeded', owner = NULL, lease_until = NULL, finished_at = :now"
    " WHERE id = :job AND fence = 1 AND state = 'running'",
    "INSERT INTO job_event (job_id, type, attempt, fence, worker, at) VALUES (:job, 'succeeded', 1, 1, 'w', :now)",
)


def orders_per_second(shop: Path, orders: int = 1000, products: int = 100) -> float:
    """Place and decide `orders` orders one after the other, two durable commits each."""
    with contextlib.closing(sqlite3.connect(shop, isolation_level=None)) as connection:
        for name, value in {**PRAGMAS, "synchronous": "FULL"}.items():
            connection.execute(f"PRAGMA {name} = {value}")
        began = time.perf_counter()
        for number in range(orders):
            values: dict[str, Any] = {"id": f"limit-{began}-{number}"[-26:], "product": number % products + 1}
            values |= {"now": time.time_ns() // 1_000_000, "scope": f"limit:{began}"}
            connection.execute("BEGIN IMMEDIATE")
            for statement in CHECKOUT:
                rows = connection.execute(statement, values).fetchall()
                if rows:
                    values["job" if "order" in values else "order"] = rows[0][0]
            connection.execute("COMMIT")
            connection.execute("BEGIN IMMEDIATE")
            for statement in WORK:
                connection.execute(statement, values).fetchall()
            connection.execute("COMMIT")
        return orders / (time.perf_counter() - began)
