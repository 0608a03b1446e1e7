"""JOB-13: the job page over a ledger of 1,000,000 jobs in a file of its own, the whole answer through the application.

`BENCH_JOBS` asks for another number of rows.
"""

import os
import random
import sqlite3
import time
from collections.abc import Iterator, Sequence
from typing import Any

from benchmarks.report import Figure, percentile
from benchmarks.shop import Shop, empty_shop
from core.settings import Settings
from models.accounts import accounts, passwords
from models.database import close_database, open_database, write
from web.app import create_app

ROWS = int(os.environ.get("BENCH_JOBS", "1000000"))
AT_ONCE = 20_000
ROUNDS = 40
PASSWORD = "velvet-otter-canyon-42"
KINDS = (("order.process", "orders", 45), ("mail.order", "mail", 45), ("reservations.expire", "maintenance", 10))
STATES = (("succeeded", 940), ("queued", 40), ("dead", 15), ("cancelled", 5))
JOB = (
    *("id", "public_id", "kind", "queue", "priority", "dedupe_key", "subject_type", "subject_id", "state", "run_at"),
    *("attempt", "max_attempts", "failure", "error_type", "error_message", "created_at", "started_at", "finished_at"),
)
BULK = "what a retry of all dead would do"  # it looks at each of them
PAGES = {
    "first screen": "/admin/jobs",
    "its refresh": "/admin/jobs#live",
    "dead": "/admin/jobs?state=dead",
    "succeeded, page 50": "/admin/jobs?state=succeeded&page=50",
    "search: kind and state": "/admin/jobs?state=dead&q=kind:mail.order",
    "search: a word": "/admin/jobs?q=timeout",
    "search: dates": "/admin/jobs?q=after:2026-11-01",
    "failures": "/admin/jobs/failures",
    "charts": "/admin/jobs/charts?range=24h",
    BULK: "/admin/jobs/batches/new?action=retry&scope=all&state=dead",
}


async def measure() -> list[Figure]:
    """The p95 of each page; the first screen has the target."""
    with empty_shop() as shop:
        await shop.fill()
        fill(shop)
        await open_database(shop.url)
        try:
            client = await admin_of(shop)
            return [_figure(name, await times_of(client, path)) for name, path in PAGES.items()]
        finally:
            await close_database()


def _figure(name: str, times: list[float]) -> Figure:
    p50, p95 = percentile(times, 50), percentile(times, 95)
    words = f"p50 {p50:.0f} ms, p95 {p95:.0f} ms, {ROWS:,} jobs"
    limit_ms = 1_000 if name == BULK else 200
    return Figure("JOB-13", f"job page: {name}", words, None, f"p95 < {limit_ms} ms", p95 < limit_ms)


async def times_of(client: Any, path: str, rounds: int = ROUNDS) -> list[float]:
    """Milliseconds of each answer; what follows a `#` is the part of the page that is asked for alone."""
    path, _, part = path.partition("#")
    headers = {"HX-Request": "true", "HX-Target": "jobs"} if part else {}
    times = []
    for _ in range(rounds):
        begun = time.perf_counter()
        answer = await client.get(path, headers=headers)
        times.append((time.perf_counter() - begun) * 1000)
        assert answer.status_code == 200, answer.status_code
    return times


async def admin_of(shop: Shop) -> Any:
    """A signed-in admin's client of an application in this process."""
    hashed = passwords.hash_password(PASSWORD)
    await write(lambda tx: accounts.create_user(tx, email="bench@example.com", password_hash=hashed, role="admin"))
    settings = Settings(env="development", database_url=shop.url, secret_key="k" * 48, data_dir=shop.folder)
    return await signed_in(create_app(settings).test_client(), "bench@example.com", PASSWORD)


async def signed_in(client: Any, email: str, password: str) -> Any:
    """The client, with a session."""
    page = await (await client.get("/auth/login")).get_data(as_text=True)
    token = page.partition('name="csrf_token" value="')[2][:64]
    form = {"csrf_token": token, "email": email, "password": password}
    assert (await client.post("/auth/login", form=form)).status_code == 303
    return client


def fill(shop: Shop, rows: int = ROWS, states: Sequence[tuple[str, int]] = STATES) -> None:
    """Plain rows past the program, with two events each."""
    connection = sqlite3.connect(shop.file)
    connection.execute("PRAGMA synchronous = OFF")
    last = connection.execute("SELECT coalesce(max(id), 0) FROM job").fetchone()[0]
    marks = ", ".join("?" * len(JOB))
    for start in range(last + 1, last + rows + 1, AT_ONCE):
        jobs = list(_jobs(start, last + rows, states))
        connection.executemany(f"INSERT INTO job ({', '.join(JOB)}) VALUES ({marks})", jobs)
        events = [(job[0], type_, job[15], 5) for job in jobs for type_ in ("claimed", "succeeded")]
        connection.executemany(
            "INSERT INTO job_event (job_id, type, attempt, fence, worker, at, lasted_ms, error_type, error_message,"
            " trace) VALUES (?, ?, 1, 1, 'shop-1:77', ?, ?, '', '', '')",
            events,
        )
        connection.commit()
    connection.close()


def _jobs(start: int, end: int, states: Sequence[tuple[str, int]]) -> Iterator[tuple[Any, ...]]:
    draw, now = random.Random(start), int(time.time() * 1000)
    for number in range(start, min(start + AT_ONCE, end + 1)):
        kind, queue, _ = draw.choices(KINDS, [each[2] for each in KINDS])[0]
        state = draw.choices(states, [each[1] for each in states])[0][0]
        at = now - (end - number) * 500
        error = ("0123456789abcde" + str(number % 7), "TimeoutError", "the server took too long: timeout")
        failure = error if state == "dead" else ("", "", "")
        run_at = at + draw.choice((0, 10_000_000)) if state == "queued" else at
        yield (
            *(number, f"{number:026d}", kind, queue, 20, str(number), "order", number % 50_000 + 1, state, run_at),
            *(1, 12, *failure, at, at + 5, at + 20),
        )
