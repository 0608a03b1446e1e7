"""A shop with a past, for looking at: months of orders, jobs that died and failed alike, figures, workers, webhooks."""

import json
import random
import sqlite3
import time
from contextlib import closing
from pathlib import Path
from typing import Any

from benchmarks.order_history import fill

MINUTE_MS = 60_000
FAILED_ALIKE = "f0" * 8
PATHS = {
    "overview": "/admin",
    "orders": "/admin/orders",
    "orders-none": "/admin/orders?q=nobody",
    "products": "/admin/products",
    "product-new": "/admin/products/new",
    "products-file": "/admin/products/file",
    "families": "/admin/families",
    "categories": "/admin/categories",
    "stock": "/admin/inventory",
    "stock-low": "/admin/inventory?low=1",
    "shipping": "/admin/shipping",
    "pages": "/admin/pages",
    "page": "/admin/pages/terms",
    "customers": "/admin/customers",
    "analytics": "/admin/analytics?days=90",
    "jobs": "/admin/jobs",
    "jobs-dead": "/admin/jobs?state=dead",
    "jobs-scheduled": "/admin/jobs?state=scheduled",
    "jobs-bad-term": "/admin/jobs?q=colour:red",
    "jobs-none": "/admin/jobs?q=nosuchword",
    "failures": "/admin/jobs/failures",
    "charts": "/admin/jobs/charts",
    "charts-week": "/admin/jobs/charts?range=7d&kind=mail.order",
    "timetable": "/admin/jobs/timetable",
    "batches": "/admin/jobs/batches",
    "preview": f"/admin/jobs/batches/new?action=retry&scope=all&canary=1&state=dead&q=failure:{FAILED_ALIKE}",
    "preview-cancel": "/admin/jobs/batches/new?action=cancel&scope=all&state=scheduled",
    "emails": "/admin/emails",
    "email-kinds": "/admin/emails/kinds",
    "email-kind": "/admin/emails/kinds/order.confirmed",
    "webhooks": "/admin/webhooks",
    "webhook": "/admin/webhooks/stagedendpoint000000000001",
    "audit": "/admin/audit",
    "integrity": "/admin/doctor",
    "runbook": "/admin/runbook",
}
KINDS = ("order.process", "mail.order", "webhook.deliver", "figures.roll")
TRACE = """Traceback (most recent call last):
  File "/srv/shop/workers/attempt.py", line 88, in _run
    await HANDLERS[claim.kind](claim)
  File "/srv/shop/pipelines/gateways/smtp.py", line 61, in hand_over
    raise SmtpError("451 try again later")
pipelines.gateways.smtp.SmtpError: 451 try again later
"""
FAILURES = (
    (
        "f0" * 8,
        "mail.order",
        "mail",
        "SmtpError",
        "pipelines/gateways/smtp.py hand_over",
        "451 <text> try again later",
        37,
    ),
    (
        "a1" * 8,
        "order.process",
        "orders",
        "ProviderRefused",
        "pipelines/orders/order_process.py capture_payment",
        "no answer in # s",
        6,
    ),
    (
        "c4" * 8,
        "webhook.deliver",
        "webhooks",
        "ReceiverDown",
        "pipelines/webhooks/webhook_delivery.py deliver",
        "answered # for <id>",
        2,
    ),
)
DELIVERIES = (
    ("order.placed", "delivered", (200,)),
    ("order.confirmed", "failed", (503, 503)),
    ("order.shipped", "dead", (None, 410)),
)


def set_up(folder: Path) -> None:
    """Fill the SQLite file in this folder, past the program."""
    file = folder / "shop.db"
    fill(file, 900, 120)
    with closing(sqlite3.connect(file, timeout=30)) as connection, connection:
        now = int(time.time() * 1000)
        _figures(connection, now)
        _failures(connection, now)
        _workers(connection, now)
        _webhooks(connection, now)
        connection.execute("UPDATE inventory SET on_hand = 3 + reserved WHERE product_id IN (4, 9, 31)")
        connection.execute("UPDATE inventory SET on_hand = reserved WHERE product_id = 17")


def paths(folder: Path) -> dict[str, str]:
    """Every page behind the shop in every state that an address leads to, by a name. An order was placed before."""
    ids = _ids(folder)
    return {
        **PATHS,
        "order": f"/admin/orders/{ids['order']}",
        "order-live": f"/admin/orders/{ids['placed']}",
        "order-several": f"/admin/orders/several?order={ids['order']}&order={ids['other']}",
        "order-address": f"/admin/orders/{ids['placed']}/address",
        "product": f"/admin/products/{ids['product']}",
        "products-several": f"/admin/products/several?product={ids['product']}&product={ids['member']}",
        "family": f"/admin/families/{ids['family']}",
        "family-new": f"/admin/families/new?product={ids['product']}",
        "product-of-family": f"/admin/products/{ids['member']}",
        "customer": f"/admin/customers/{ids['customer']}",
        "stock-one": f"/admin/inventory/{ids['product']}",
        "job-dead": f"/admin/jobs/{ids['dead']}",
        "job-scheduled": f"/admin/jobs/{ids['scheduled']}",
        "job": f"/admin/jobs/{ids['done']}",
        "email": f"/admin/emails/{ids['email']}",
    }


def insert(connection: sqlite3.Connection, table: str, **row: Any) -> int:
    """One row; its id."""
    marks = ", ".join("?" * len(row))
    done = connection.execute(f"INSERT INTO {table} ({', '.join(row)}) VALUES ({marks})", list(row.values()))
    return int(done.lastrowid or 0)


def _figures(connection: sqlite3.Connection, now: int) -> None:
    draw = random.Random(7)
    for span, step, steps in (("minute", MINUTE_MS, 24 * 60), ("hour", 60 * MINUTE_MS, 7 * 24)):
        for number in range(1, steps):
            for place, kind in enumerate(KINDS):
                done = int(draw.gauss(9, 3) * (4 - place) * step / MINUTE_MS / 4)
                failed = draw.choice((0, 0, 0, 1, 2)) if place else 0
                if done <= failed:
                    continue
                lengths = {str(draw.randint(14, 22) + place): done - 2, str(draw.randint(26, 34)): 2}
                at = (now // step - number) * step
                insert(
                    connection,
                    "job_figure",
                    span=span,
                    at=at,
                    kind=kind,
                    enqueued=done,
                    claimed=done,
                    succeeded=done - failed,
                    failed=failed,
                    wait_ms=done * 9,
                    run_ms=done * 40,
                    waits=json.dumps(lengths),
                    runs=json.dumps({str(int(k) + 4): n for k, n in lengths.items()}),
                )
    connection.execute("INSERT INTO deployment (version, at) VALUES ('1.4.0', ?)", (now - 37 * MINUTE_MS,))


def job(connection: sqlite3.Connection, number: int, now: int, **columns: Any) -> int:
    """A job with what its columns say; dead unless they say otherwise."""
    row = {
        "public_id": f"staged{number:020d}",
        "kind": "mail.order",
        "queue": "mail",
        "priority": 20,
        "dedupe_key": f"staged-{number}",
        "subject_type": "order",
        "subject_id": number,
        "state": "dead",
        "run_at": now - number * MINUTE_MS,
        "attempt": 12,
        "max_attempts": 12,
        "fence": 12,
        "created_at": now - number * MINUTE_MS,
        "started_at": now - number * MINUTE_MS + 500,
        "finished_at": now - number * MINUTE_MS + 900,
        **columns,
    }
    return insert(connection, "job", **row)


def _failures(connection: sqlite3.Connection, now: int) -> None:
    number = 0
    for id_, kind, queue, type_, place, words, many in FAILURES:
        insert(
            connection,
            "failure",
            id=id_,
            kind=kind,
            type=type_,
            place=place,
            words=words,
            times=many * 12,
            first_at=now - 90 * MINUTE_MS,
            last_at=now - 3 * MINUTE_MS,
        )
        for _ in range(many):
            number += 1
            error = {"error_type": type_, "error_message": words.replace("#", "30").replace("<text>", "'relay'")}
            of_kind = {"kind": kind, "queue": queue, "failure": id_, "payload": '{"message": "order.confirmed"}'}
            id_in = job(connection, number, now, **of_kind, **error)
            for attempt in (11, 12):
                at = now - number * MINUTE_MS - (12 - attempt) * 40_000
                of = {"job_id": id_in, "attempt": attempt, "fence": attempt, "worker": "shop-2:4711"}
                insert(connection, "job_event", type="claimed", at=at, lasted_ms=12, **of)
                insert(connection, "job_event", type="failed", at=at + 400, lasted_ms=388, trace=TRACE, **error, **of)
    for ahead in range(4):
        job(
            connection,
            100 + ahead,
            now,
            state="queued",
            attempt=2,
            run_at=now + (ahead + 1) * 9 * MINUTE_MS,
            finished_at=None,
            error_type="SmtpError",
            error_message="451 'relay' try again later",
        )


def _workers(connection: sqlite3.Connection, now: int) -> None:
    insert(
        connection,
        "worker",
        name="shop-2:4711",
        host="shop-2",
        pid=4711,
        queues="mail,webhooks",
        concurrency=4,
        state="alive",
        started_at=now - 5 * 3_600_000,
        last_seen_at=now - 900_000,
        rss_bytes=81 << 20,
        version="1.3.9",
    )


def _webhooks(connection: sqlite3.Connection, now: int) -> None:
    endpoint = insert(
        connection,
        "webhook_endpoint",
        public_id="stagedendpoint000000000001",
        url="https://warehouse.example.com/hooks/cartwright",
        events='["order.*"]',
        note="the warehouse",
        secret="whsec_x",
        state="failing",
        failing_since=now - 40 * MINUTE_MS,
        failures=3,
        created_at=now - 9_000_000,
        updated_at=now,
    )
    for number, (type_, state, statuses) in enumerate(
        (
            ("order.placed", "delivered", (200,)),
            ("order.confirmed", "failed", (503, 503)),
            ("order.shipped", "dead", (None, 410)),
        )
    ):
        body = json.dumps({"type": type_, "data": {"order": {"number": f"CW-{10_100 + number}"}}}, indent=1)
        delivery = insert(
            connection,
            "webhook_delivery",
            webhook_id=f"msg_staged{number}",
            endpoint_id=endpoint,
            type=type_,
            order_id=number + 1,
            body=body,
            state=state,
            attempts=len(statuses),
            created_at=now - number * MINUTE_MS,
            updated_at=now,
        )
        for attempt, status in enumerate(statuses, 1):
            insert(
                connection,
                "webhook_attempt",
                delivery_id=delivery,
                number=attempt,
                at=now - attempt * MINUTE_MS,
                status=status,
                duration_ms=40 * attempt,
                answer="" if status is None else '{"ok": false}',
                error="ConnectTimeout: 5 s" if status is None else "",
            )


def _ids(folder: Path) -> dict[str, str]:
    """Public ids of things to look at, by what they are."""
    questions = {
        "order": "SELECT public_id FROM orders WHERE status = 'confirmed' AND placed_by <> 'by-hand' ORDER BY id DESC",
        "placed": "SELECT public_id FROM orders WHERE placed_by <> 'by-hand' ORDER BY id DESC",
        "other": "SELECT public_id FROM orders WHERE status = 'confirmed' ORDER BY id",
        "product": "SELECT public_id FROM product WHERE sku = 'SKU-0014'",
        "member": "SELECT public_id FROM product WHERE sku = 'SKU-0069'",
        "family": "SELECT public_id FROM product_family",
        "customer": "SELECT public_id FROM users",
        "dead": "SELECT public_id FROM job WHERE state = 'dead'",
        "scheduled": "SELECT public_id FROM job WHERE public_id LIKE 'staged%' AND state = 'queued'",
        "done": "SELECT public_id FROM job WHERE kind = 'order.process' AND state = 'succeeded'",
        "email": "SELECT public_id FROM email_message",
    }
    with closing(sqlite3.connect(folder / "shop.db", timeout=30)) as connection:
        return {name: connection.execute(f"{sql} LIMIT 1").fetchone()[0] for name, sql in questions.items()}
