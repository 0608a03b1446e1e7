"""Bugs, planted into one process of the shop: `python -m tests.faults.planted NAME worker` starts it with the bug.

A fault test counts only if it finds its planted bugs. The switches exist here and nowhere in the product.
"""

# mypy: ignore-errors
import contextlib
import os
import sys
import time
from collections.abc import Callable
from typing import Any

from tests.stack import uses_postgres

LEAST, GREATEST = ("least", "greatest") if uses_postgres() else ("min", "max")
BUGS: dict[str, Callable[[], None]] = {}
CONDITIONS: dict[str, Callable[[], None]] = {}


def condition(function: Callable[[], None]) -> Callable[[], None]:
    """No bug of ours: something outside that a test needs."""
    CONDITIONS[function.__name__] = function
    return function


def bug(function: Callable[[], None]) -> Callable[[], None]:
    """Known by the function's name."""
    BUGS[function.__name__] = function
    return function


@condition
def charges_wait() -> None:
    """A charge under tok_slow is answered when the test lets it, not after a time."""
    import asyncio
    from pathlib import Path

    from pipelines.gateways.test_provider import TestProvider

    charge, may_answer = TestProvider.charge, Path(os.environ["CARTWRIGHT_DATA_DIR"]) / "charges-answer"

    async def waiting(self: TestProvider, key: str, *, token: str, **rest: Any) -> Any:
        while token == "tok_slow" and not may_answer.exists():
            await asyncio.sleep(0.02)
        return await charge(self, key, token=token.replace("tok_slow", "tok_ok"), **rest)

    TestProvider.charge = waiting


@condition
def poison() -> None:
    """A charge under tok_slow takes its process down."""
    from pipelines.gateways.test_provider import TestProvider

    charge = TestProvider.charge

    async def deadly(self: TestProvider, key: str, *, token: str, **rest: Any) -> Any:
        if token == "tok_slow":
            os._exit(9)
        return await charge(self, key, token=token, **rest)

    TestProvider.charge = deadly


@condition
def short_waits() -> None:
    """What died is started again after a second at most."""
    from cli.supervision import supervisor

    supervisor.LONGEST_WAIT_SECONDS = dict.fromkeys(("web", "worker"), supervisor.FIRST_WAIT_SECONDS)


@condition
def any_run_is_good() -> None:
    """A worker has run well however short it ran."""
    from cli.supervision import supervisor

    supervisor.STEADY_SECONDS = 0.0


@condition
def short_silence() -> None:
    """A child that says nothing for three seconds counts as frozen."""
    from cli.supervision import supervisor

    supervisor.SILENT_SECONDS = {"web": 3.0, "worker": 3.0}


@condition
def short_provider_waits() -> None:
    """A provider that does not answer is given up, and tried again, soon."""
    from models.payments import payment_circuit
    from pipelines.gateways import provider_calls
    from pipelines.orders import payment_steps

    provider_calls.ANSWER_SECONDS = 0.3
    payment_circuit.FIRST_PROBE_SECONDS = 0.5
    payment_circuit.LONGEST_PROBE_SECONDS = 1.0
    payment_circuit.PROBE_LASTS_SECONDS = 1.0
    payment_steps.LONGEST_WAIT_SECONDS = 600.0  # only a circuit that closes ends this wait


@condition
def receivers_waited_for() -> None:
    """Receivers of webhooks have ten minutes to answer."""
    from models.jobs.ledger.job_kinds import WEBHOOK_DELIVER
    from pipelines.gateways import webhook_http

    webhook_http.TOTAL_SECONDS = 600.0
    object.__setattr__(WEBHOOK_DELIVER, "time_limit_seconds", 900.0)


@condition
def charges_block() -> None:
    """A charge under tok_slow blocks the event loop until the test lets it answer."""
    from pathlib import Path

    from pipelines.gateways.test_provider import TestProvider

    charge, may_answer = TestProvider.charge, Path(os.environ["CARTWRIGHT_DATA_DIR"]) / "charges-answer"

    async def blocking(self: TestProvider, key: str, *, token: str, **rest: Any) -> Any:
        while token == "tok_slow" and not may_answer.exists():
            time.sleep(0.02)  # noqa: ASYNC251  that it blocks is what it is for
        return await charge(self, key, token=token.replace("tok_slow", "tok_ok"), **rest)

    TestProvider.charge = blocking


@condition
def probes_block() -> None:
    """An answer of /livez blocks the event loop of the web process while the test wants it."""
    from pathlib import Path

    from web.api.operations import health_api

    answer, wanted = health_api.jsonify, Path(os.environ["CARTWRIGHT_DATA_DIR"]) / "probes-block"

    def blocking(*words: Any, **options: Any) -> Any:
        while wanted.exists():
            time.sleep(0.02)
        return answer(*words, **options)

    health_api.jsonify = blocking


@condition
def short_isolation() -> None:
    """Suspects run one after the other for two seconds."""
    from workers import dispatcher

    dispatcher.ISOLATION_SECONDS = 2.0


@condition
def short_stalls() -> None:
    """A loop is stalled after a second, and blocked for good after some more."""
    from core import loop_watch

    loop_watch.TICK_SECONDS, loop_watch.STALLED_SECONDS, loop_watch.BLOCKED_SECONDS = 0.2, 1.0, 8.0


@condition
def children_planted() -> None:
    """What a supervisor starts has planted what the environment says."""
    import subprocess

    from cli.supervision import supervisor

    class Library:
        def __getattr__(self, name: str) -> Any:
            return getattr(subprocess, name)

        def Popen(self, command: list[str], **options: Any) -> Any:
            python, module, _, *words = command
            planted = ["tests.faults.planted", os.environ["PLANTED_IN_CHILDREN"]]
            return subprocess.Popen([python, module, *planted, *words], **options)

    supervisor.subprocess = Library()


@condition
def proved_shop_planted() -> None:
    """The shop that `cartwright prove` opens has planted what the environment says."""
    import subprocess

    from cli.proof import throwaway_shop

    class Library:
        def __getattr__(self, name: str) -> Any:
            return getattr(subprocess, name)

        def Popen(self, command: list[str], **options: Any) -> Any:
            python, module, _, *words = command
            planted = ["tests.faults.planted", "children_planted"]
            return subprocess.Popen([python, module, *planted, *words], **options)

    throwaway_shop.subprocess = Library()


@condition
def few_units() -> None:
    """A proof puts few units on the scarce shelves."""
    from cli.proof import proof_round

    proof_round.SCARCE_UNITS = 3


@condition
def orders_not_refused() -> None:
    """Carts and checkouts do not look at the stock: only the worker's hold prevents overselling."""
    from models.carts import carts
    from models.checkout import checkout

    def nothing(*_: object, **__: object) -> None:
        return None

    carts._check_stock = checkout._refuse_shortage = nothing


@condition
def short_decision_time() -> None:
    """A proof waits ten seconds for decisions."""
    from cli.proof import proof_round

    proof_round.UNDECIDED_SECONDS = 10.0


@condition
def worker_stops_with_lock() -> None:
    """A worker stops itself in its next transaction, when the test wants it."""
    import signal
    from pathlib import Path

    from models.database.sqlite.sqlite_connection import SqliteConnection

    commit, wanted = SqliteConnection._commit, Path(os.environ["CARTWRIGHT_DATA_DIR"]) / "stop-with-lock"

    def stopping(self: Any, units: Any) -> Any:
        if "worker" in sys.argv and wanted.exists():
            wanted.unlink()
            os.kill(os.getpid(), signal.SIGSTOP)
        return commit(self, units)

    SqliteConnection._commit = stopping


@condition
def small_logs() -> None:
    """A write-ahead log of half a megabyte is a large one."""
    from models.database.sqlite import wal_watch

    wal_watch.LARGE_BYTES = 524_288


@condition
def clock_jumps() -> None:
    """The wall clock is as many seconds ahead as a file of the test says."""
    from pathlib import Path

    ahead, now, now_ns = Path(os.environ["CARTWRIGHT_DATA_DIR"]) / "clock", time.time, time.time_ns

    def seconds() -> int:
        with contextlib.suppress(OSError, ValueError):
            return int(ahead.read_text())
        return 0

    time.time = lambda: now() + seconds()
    time.time_ns = lambda: now_ns() + seconds() * 1_000_000_000


@condition
def quick_looks() -> None:
    """The alarms are looked at three times a second."""
    from cli.supervision import restart_alarm
    from models.alarms import alarm_watch

    alarm_watch.LOOK_SECONDS = restart_alarm.LOOK_SECONDS = 0.3


@condition
def two_at_once() -> None:
    """A web process handles two requests at once."""
    from web.security import in_flight

    in_flight.MOST = 2


@condition
def long_stalls() -> None:
    """A loop is stalled after a second, and nobody ends its process."""
    from core import loop_watch

    loop_watch.TICK_SECONDS, loop_watch.STALLED_SECONDS, loop_watch.BLOCKED_SECONDS = 0.2, 1.0, 600.0


@condition
def workers_end() -> None:
    """A worker ends as soon as it has started."""
    from workers import worker_process

    async def end(*_: Any) -> None:
        os._exit(9)

    worker_process.run_worker = end


@condition
def storage_fails() -> None:
    """The system refuses a file beside the database with the error that stands in a file of the test."""
    import errno
    import tempfile
    from pathlib import Path

    from models.database.sqlite import sqlite_errors

    wanted = Path(os.environ["CARTWRIGHT_DATA_DIR"]) / "storage-fails"

    class Library:
        @staticmethod
        def TemporaryFile(**options: Any) -> Any:
            if wanted.exists():
                code = getattr(errno, wanted.read_text())
                raise OSError(code, os.strerror(code))
            return tempfile.TemporaryFile(**options)

    sqlite_errors.tempfile = Library


@condition
def storage_layer() -> None:
    """What SQLite reads, writes and syncs goes through a layer of the test (tests/faults/storage_layer.py)."""
    from pathlib import Path

    from models.database.sqlite import sqlite_connection
    from tests.faults import storage_layer as layer

    sqlite_connection.PRAGMAS["wal_autocheckpoint"] = 50  # pages: so that the database's file is written, too
    layer.install(
        os.environ["CARTWRIGHT_DATABASE_URL"].removeprefix("sqlite:///"), Path(os.environ["CARTWRIGHT_DATA_DIR"])
    )


@condition
def locks_fail() -> None:
    """The system refuses file locks while the test wants it."""
    import errno
    import fcntl
    from pathlib import Path

    flock, refused = fcntl.flock, Path(os.environ["CARTWRIGHT_DATA_DIR"]) / "locks-fail"

    def failing(descriptor: int, operation: int) -> None:
        if operation == fcntl.LOCK_EX and refused.exists():
            raise OSError(errno.ENOLCK, "No locks available")
        flock(descriptor, operation)

    fcntl.flock = failing


@bug
def unknown_is_failed() -> None:
    """A payment without an answer uses an attempt up."""
    from models.jobs.ledger import completion

    defer = completion.defer

    async def keeping(tx: Any, claim: Any, reason: str, **options: Any) -> None:
        await defer(Rewritten(tx, "attempt = attempt - 1, ", ""), claim, reason, **options)

    completion.defer = keeping


@bug
def circuit_never_opens() -> None:
    """Everybody asks a provider that answers nobody."""
    from models.payments import payment_circuit

    async def nothing(*_: object) -> None:
        return None

    payment_circuit.failed = nothing


@bug
def circuit_never_closes() -> None:
    """Nobody tries whether the provider answers again."""
    from models.payments import payment_circuit

    async def never(_tx: object) -> bool:
        return False

    payment_circuit.is_probe_due = payment_circuit._take_probe = never


@bug
def declined_not_compared() -> None:
    """What the provider declined is not looked up in its book."""
    from models.payments import reconciliation

    reconciliation.PAYMENTS = reconciliation.PAYMENTS.replace("p.id > ?", "p.id > ? AND p.state <> 'declined'")


@bug
def slots_not_shared() -> None:
    """Deliveries are claimed in the order in which they are due, whoever receives them."""
    from models.jobs.ledger import jobs

    jobs.KEYED_QUEUES = ()


@bug
def threads_end_in_silence() -> None:
    """A thread that fails is not missed."""
    from core.supervised_threads import SupervisedThread

    def run(self: SupervisedThread) -> None:
        with contextlib.suppress(Exception):
            self._work()

    SupervisedThread.run = run


@bug
def file_not_watched() -> None:
    """What is written to a database file that was removed counts as kept."""
    from models.database.sqlite import sqlite_connection

    sqlite_connection.require_same_file = lambda *_: None


@bug
def looks_never_commit() -> None:
    """Whether the database takes writes is found out by what is undone, which never reaches the disk."""
    from models.operations import health

    health._write_and_delete = health._write_and_undo
    write = health.write

    async def undone(work: Any) -> None:
        with contextlib.suppress(health._Undone):
            await write(work)

    health.write = undone


@bug
def commits_not_synced() -> None:
    """A commit is told before it is on the disk."""
    from models.database.sqlite import sqlite_connection

    init = sqlite_connection.SqliteConnection.__init__

    def relaxed(self: Any, path: str, **options: Any) -> None:
        init(self, path, **options)
        self._raw.execute("PRAGMA synchronous = OFF")

    sqlite_connection.SqliteConnection.__init__ = relaxed


@bug
def fence_not_checked() -> None:
    """A worker writes whether or not the job is still its own."""
    from models.jobs.ledger import completion

    async def keep(tx: Any, claim: Any) -> None:
        await tx.execute("UPDATE job SET lease_until = ? WHERE id = ?", tx.now + claim.lease_ms, claim.id)

    async def leave(tx: Any, claim: Any, changes: str, *values: object) -> None:
        await tx.execute(f"UPDATE job SET owner = NULL, lease_until = NULL, {changes} WHERE id = ?", *values, claim.id)

    completion.renew_lease, completion._release_hold = keep, leave


@bug
def charge_key_changes() -> None:
    """A charge that is asked for again has a new key."""
    from dataclasses import replace

    from pipelines.orders import payment_steps

    ask = payment_steps.capture_payment.ask

    async def ask_anew(order: Any) -> Any:
        key = order.charge_key if order.charge_asked == 1 else f"{order.charge_key}:{order.charge_asked}"
        return await ask(replace(order, charge_key=key))

    object.__setattr__(payment_steps.capture_payment, "ask", ask_anew)


@bug
def stock_checked_before() -> None:
    """Stock is looked at, and taken without looking again."""
    from models.inventory import inventory

    async def nothing(*_: object) -> None:
        return None

    inventory.RESERVE_STOCK = inventory.RESERVE_STOCK.replace("on_hand - reserved >= ?", "? > 0")
    inventory.check_available = nothing


@bug
def stock_clamped() -> None:
    """What is not there is trimmed to what is."""
    from models.inventory import inventory

    stock_checked_before()
    inventory.RESERVE_STOCK = inventory.RESERVE_STOCK.replace(
        "reserved = reserved + ?", f"reserved = {LEAST}(on_hand, reserved + ?)"
    )


@bug
def stock_freed_twice() -> None:
    """A release gives back twice what was held, in one go."""
    from models.inventory import inventory

    inventory.FREE = inventory.FREE.replace("reserved = reserved - ?", f"reserved = {GREATEST}(0, reserved - 2 * ?)")


@bug
def job_enqueued_after_commit() -> None:
    """The order is committed first, then its job."""
    from models.checkout import checkout as placing
    from models.database import write
    from models.jobs.ledger.jobs import enqueue
    from web.checkout import place_order

    later: list[tuple[Any, ...]] = []

    async def note(_tx: Any, *job: Any, **options: Any) -> None:
        later.append((job, options))

    place = place_order.place

    async def place_then_enqueue(*words: Any, **options: Any) -> Any:
        answer = await place(*words, **options)
        while later:
            job, more = later.pop()
            await write(lambda tx, job=job, more=more: enqueue(tx, *job, **more))
        return answer

    placing.enqueue, place_order.place = note, place_then_enqueue


@bug
def answer_kept_after_commit() -> None:
    """The order is committed first, then the answer for repeats."""
    from models.database import write
    from models.shared import idempotency
    from web.checkout import place_order

    later: list[tuple[Any, ...]] = []
    keep, place = idempotency.store_answer, place_order.place

    async def note(_tx: Any, *row: Any, order_id: int | None) -> Any:
        later.append((row, order_id))
        return idempotency.StoredAnswer(row[-2], row[-1], order_id, is_replay=False)

    async def place_then_keep(*words: Any, **options: Any) -> Any:
        answer = await place(*words, **options)
        while later:
            row, order_id = later.pop()
            await write(lambda tx, row=row, order_id=order_id: keep(tx, *row, order_id=order_id))
        return answer

    idempotency.store_answer, place_order.place = note, place_then_keep


@bug
def failed_commit_answered() -> None:
    """Every fifth checkout is answered although its commit has failed."""
    import itertools

    from models.shared import idempotency

    write_once, numbers = idempotency.write_once, itertools.count(1)

    class NotCommitted(Exception):
        pass

    async def write_or_not(work: Any) -> Any:
        async def undone(tx: Any) -> Any:
            raise NotCommitted(await work(tx))

        if next(numbers) % 5:
            return await write_once(work)
        try:
            return await write_once(undone)
        except NotCommitted as failed:
            return failed.args[0]

    idempotency.write_once = write_or_not


class Rewritten:
    """A transaction that says something else than it was told."""

    def __init__(self, tx: Any, told: str, said: str) -> None:
        self._tx, self._told, self._said = tx, told, said

    def __getattr__(self, name: str) -> Any:
        return getattr(self._tx, name)

    async def fetch(self, sql: str, *values: Any) -> Any:
        return await self._tx.fetch(sql.replace(self._told, self._said), *values)

    async def fetch_one(self, sql: str, *values: Any) -> Any:
        return await self._tx.fetch_one(sql.replace(self._told, self._said), *values)

    async def execute(self, sql: str, *values: Any) -> Any:
        return await self._tx.execute(sql.replace(self._told, self._said), *values)


@bug
def live_leases_stolen() -> None:
    """The rescuer takes the jobs of workers that live."""
    from models.jobs.ledger import rescue as rescuing

    rescue, has_lost = rescuing.rescue, rescuing.has_expired_lease

    def stealing(tx: Any) -> Any:
        return Rewritten(tx, "lease_until < ?", "lease_until > ?")

    rescuing.rescue = lambda tx, **options: rescue(stealing(tx), **options)
    rescuing.has_expired_lease = lambda tx: has_lost(stealing(tx))


@bug
def expiry_ignores_payment() -> None:
    """A hold that is over is freed although its charge is in flight."""
    from models.inventory import inventory
    from models.orders import orders
    from models.orders.order_states import CancelReason, Status
    from pipelines.maintenance import periodic_jobs
    from pipelines.orders.order_process import enter

    async def overdue(tx: Any) -> list[int]:
        found = await tx.fetch("SELECT id FROM orders WHERE status = 'reserved'")
        return [row["id"] for row in found]

    async def expire(tx: Any, order_id: int) -> None:
        order = await orders.load(tx, order_id)
        await enter(tx, order, Status.CANCELLED, actor="timetable", reason=CancelReason.PAYMENT_EXPIRED)

    inventory.overdue_orders, periodic_jobs.expire = overdue, expire


@bug
def deferred_transactions() -> None:
    """Writers neither queue at the gate nor take the lock when they begin."""
    import sqlite3

    from models.database.sqlite import sqlite_connection

    class Deferred(sqlite3.Connection):
        def execute(self, sql: str, *values: Any) -> Any:
            return super().execute("BEGIN" if sql == "BEGIN IMMEDIATE" else sql, *values)

    class Library:
        def __getattr__(self, name: str) -> Any:
            return getattr(sqlite3, name)

        def connect(self, *words: Any, **options: Any) -> Any:
            return sqlite3.connect(*words, factory=Deferred, **options)

    sqlite_connection.sqlite3 = Library()
    sqlite_connection.SqliteConnection._gate_held = lambda self: contextlib.nullcontext()


@bug
def fence_given_back() -> None:
    """A released job gets its fence back together with its attempt."""
    from models.jobs.ledger import completion

    release = completion.release

    async def giving(tx: Any, claim: Any) -> None:
        await release(tx, claim)
        await tx.execute("UPDATE job SET fence = fence - 1 WHERE id = ?", claim.id)

    completion.release = giving


@bug
def stop_without_drain() -> None:
    """A worker that is stopped leaves its jobs where they are."""
    from workers.dispatcher import Dispatcher

    async def drain(self: Dispatcher, _seconds: float) -> None:
        self._is_draining = True

    Dispatcher.drain = drain


@bug
def drain_forgets_claims() -> None:
    """A worker that is stopped does not wait for what it is claiming."""
    from workers import dispatcher

    class NoLock:
        async def __aenter__(self) -> None: ...
        async def __aexit__(self, *_: object) -> None: ...

    made = dispatcher.Dispatcher.__init__

    def make(self: Any, *words: Any, **options: Any) -> None:
        made(self, *words, **options)
        self._claiming = NoLock()

    dispatcher.Dispatcher.__init__ = make


@bug
def waiting_counts_as_begun() -> None:
    """A unit of work cannot be given up while it waits for the write lock."""
    import sqlite3

    from models.database.sqlite.sqlite_connection import SqliteConnection

    def write_group(self: Any, units: Any) -> None:
        with self._gate_held():
            live = [unit for unit in units if unit.future.set_running_or_notify_cancel()]
            while not self._raw.in_transaction:
                with contextlib.suppress(sqlite3.OperationalError):
                    self._raw.execute("BEGIN IMMEDIATE")
            for unit, outcome in zip(live, self._commit(live), strict=True):
                is_error = isinstance(outcome, BaseException)
                (unit.future.set_exception if is_error else unit.future.set_result)(outcome)

    SqliteConnection.write_group = write_group


@bug
def queue_not_followed() -> None:
    """A queue's files that were deleted are used on."""
    from workers.engines.huey_engine import NotificationStorage
    from workers.engines.notifier import FifoNotifier

    NotificationStorage._follow_file = lambda self: None
    FifoNotifier._is_current = lambda self, descriptor: True


@bug
def migration_not_alone() -> None:
    """Processes that start together migrate together."""
    from models.database import upgrade

    prepare = upgrade._prepare_file

    def prepare_together(path: Any) -> None:
        prepare(path)
        together = os.open(f"{path}.together", os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)
        os.write(together, b".")
        deadline = time.monotonic() + 10
        while os.fstat(together).st_size < 8 and time.monotonic() < deadline:
            time.sleep(0.001)  # all of them go on at one moment

    upgrade._prepare_file = prepare_together
    upgrade._alone = lambda url: contextlib.nullcontext()


@bug
def write_not_shielded() -> None:
    """A lock around each slow write for a cart, which a cancelled caller keeps; no other caller meets it."""
    import asyncio

    from quart import has_request_context, request

    from models import database

    lock, write_and_notify = asyncio.Lock(), database._write_and_notify

    async def locked(work: Any) -> Any:
        if not (has_request_context() and request.path.startswith("/api/v1/cart")):
            return await write_and_notify(work)
        await lock.acquire()
        await asyncio.sleep(0.02)  # longer than those who hang up wait
        value = await write_and_notify(work)
        lock.release()
        return value

    class Library:
        def __getattr__(self, name: str) -> Any:
            return getattr(asyncio, name)

        def shield(self, doing: Any) -> Any:
            return doing

    database._write_and_notify, database.asyncio = locked, Library()


@bug
def key_not_looked_up() -> None:
    """A checkout does not look for the answer it gave before."""
    from models.shared import idempotency

    idempotency.known = lambda *_: None


@bug
def suspects_together() -> None:
    """Jobs that lost their worker are taken together, the culprit among them, and at the same moment."""
    from models.jobs.ledger import jobs
    from models.jobs.ledger import rescue as rescuing

    jobs.CLAIM = jobs.CLAIM.replace("AND (crashes < {suspect} OR id IN (SELECT id FROM suspect))", "")
    rescue = rescuing.rescue

    async def rescue_together(tx: Any, **options: Any) -> Any:
        rescued = await rescue(tx, **options)
        suspects = "state = 'queued' AND crashes > 0"
        await tx.execute(f"UPDATE job SET run_at = (SELECT max(run_at) FROM job WHERE {suspects}) WHERE {suspects}")
        return rescued

    rescuing.rescue = rescue_together


@bug
def ledger_not_logged() -> None:
    """The stock ledger is in a table that PostgreSQL empties after a crash."""
    from models.database.postgres import postgres_pool

    postgres_pool.KEEP_DURABLE = """
        DO $$ BEGIN
            IF (SELECT relpersistence FROM pg_class WHERE relname = 'stock_ledger') = 'p' THEN
                ALTER TABLE stock_ledger SET UNLOGGED;
            END IF;
        END $$
    """


@bug
def locks_waited_for() -> None:
    """A statement waits for PostgreSQL's locks as long as it takes."""
    from models.database.postgres.postgres_pool import Access

    Access.limits = property(lambda _: {})


@bug
def all_slots_wait() -> None:
    """Every slot waits for a stock row as long as the server lets it."""
    from pipelines.orders.lock_waits import LockWaits

    async def run(_: Any, _tx: Any, _products: Any, work: Any) -> None:
        await work()

    LockWaits.run = run


@bug
def broker_given_up() -> None:
    """A worker that lost its broker never connects again."""
    from workers.engines.queue_consumer import QueueConsumer

    lose = QueueConsumer._lose

    def give_up(self: Any, error: Exception) -> None:
        self._connect = None
        lose(self, error)

    QueueConsumer._lose = give_up


@bug
def blocking_brokers_waited_for() -> None:
    """Whoever sends to a broker that has an alarm of its own waits for as long as that lasts."""
    from workers.engines import rabbitmq_broker

    bound = rabbitmq_broker._bound

    def unbounded(parameters: Any, url: str) -> None:
        bound(parameters, url)
        parameters.blocked_connection_timeout = None

    rabbitmq_broker._bound = unbounded


@bug
def broker_waited_for() -> None:
    """A checkout fails when the queue cannot be reached."""
    from models import database
    from workers.engines.queue_engine import Notifier

    async def write_and_notify(work: Any) -> Any:
        value, notifications = await database.get_connection("default").write(work, busy_seconds=2)
        if notifications:
            database._notify(notifications)
        return value

    database._write_and_notify = write_and_notify
    Notifier.__call__ = lambda self, notifications: self._engine.notify(notifications)


@bug
def only_when_rung() -> None:
    """Workers believe the queue, and never look for themselves."""
    import asyncio

    from workers import dispatcher, maintenance_loop

    run = dispatcher.Dispatcher.run

    async def run_when_rung(self: Any) -> None:
        await self._woken.wait()
        await run(self)

    async def never(_: Any) -> None:
        await asyncio.Event().wait()

    dispatcher.POLL_SECONDS, dispatcher.Dispatcher.run, maintenance_loop.MaintenanceLoop.run = (
        3600.0,
        run_when_rung,
        never,
    )


@bug
def engine_not_switched() -> None:
    """Whatever the queue URL says, the engine is Huey; messages of its own that it reads later would hide that."""
    from workers import worker_process
    from workers.engines import huey_engine

    huey_engine.HueyEngine.notify = lambda self, notifications: None
    worker_process.open_engine = lambda settings: huey_engine.HueyEngine(f"{settings.data_dir}/unused_queue.db")


@bug
def shop_given_up() -> None:
    """A child that died three times takes the others with it."""
    from cli.supervision import supervisor

    end = supervisor.Child._end

    def end_all(self: Any, code: int, words: str) -> None:
        end(self, code, words)
        self.deaths = getattr(self, "deaths", 0) + 1
        if self.deaths == 3:
            raise SystemExit(1)

    supervisor.Child._end = end_all


@bug
def children_not_tied() -> None:
    """Children know nothing of their supervisor."""
    import subprocess

    from cli.supervision import supervisor

    class Library:
        def __getattr__(self, name: str) -> Any:
            return getattr(subprocess, name)

        def Popen(self, command: list[str], **options: Any) -> Any:
            return subprocess.Popen(command[: command.index("--supervisor")], **options)

    supervisor.subprocess = Library()


@bug
def suspects_from_the_first() -> None:
    """All jobs of a dead worker are suspects, and run one at a time."""
    from models.jobs.ledger import jobs
    from workers import dispatcher

    jobs.SUSPECT_CRASHES, dispatcher.ISOLATION_SECONDS = 1, 3600.0


@bug
def dead_children_keep_leases() -> None:
    """What a supervisor knows of dead children it keeps to itself."""
    from cli.supervision.lease_release import LeaseRelease

    LeaseRelease.release = lambda *_: None


@bug
def blocked_loops_go_on() -> None:
    """A loop that is blocked is nobody's business."""
    from core.loop_watch import LoopWatch

    LoopWatch._watch = lambda self: None


@bug
def holder_not_named() -> None:
    """Nobody looks who holds the write lock."""
    from models.database.sqlite import lock_watch

    lock_watch.write_lock_holder = lambda *_, **__: None


@bug
def wal_not_watched() -> None:
    """Nobody looks how large the write-ahead log is."""
    from models.database.sqlite.wal_watch import WalWatch

    WalWatch.look = lambda self: None


@bug
def stopped_holders_kept() -> None:
    """A supervisor leaves a child alone that is stopped and keeps all others from writing."""
    from cli.supervision.stuck_writers import LockHolders

    LockHolders.check = lambda *_: None


@bug
def suspects_never_together() -> None:
    """Suspects run one after the other, however long that takes."""
    from workers import dispatcher

    dispatcher.ISOLATION_SECONDS = 600.0


@condition
def heartbeat_late() -> None:
    """The heartbeat begins long after the first claim."""
    from workers.heartbeat import Heartbeat

    Heartbeat.start = lambda self: None


@bug
def registered_by_heartbeat() -> None:
    """A worker is known when its heartbeat has begun, and not before it claims."""
    from workers.worker_process import WorkerProcess

    async def nothing(_: WorkerProcess) -> None:
        pass

    WorkerProcess._register = nothing


@bug
def jumps_not_seen() -> None:
    """Whatever the clock says is believed."""
    from workers.maintenance_loop import MaintenanceLoop

    MaintenanceLoop._watch_clock = lambda self: None


@bug
def alarms_not_told() -> None:
    """What is wrong is found, and kept to itself."""
    import asyncio

    from models.alarms.alarm_watch import AlarmWatch

    async def wait(_: AlarmWatch) -> None:
        await asyncio.Event().wait()

    AlarmWatch.run = wait


@bug
def silence_not_heard() -> None:
    """A child that says nothing is believed to be well."""
    from cli.supervision import supervisor

    supervisor.Child._silence = lambda self, now: ""


@bug
def migration_claims_to_suit() -> None:
    """One more migration takes a column away that older programs write, and says that it suits them."""
    import shutil
    import tempfile
    from pathlib import Path

    from models.database import schema_versions, upgrade

    folder = Path(tempfile.mkdtemp()) / "migrations"
    shutil.copytree(schema_versions.MIGRATIONS, folder)
    last = (folder / "cartwright" / schema_versions.known_migrations()[-1]).read_text()
    state = last[last.index("MODELS_STATE = ") :]
    (folder / "cartwright" / "99_20300101000000_planted.py").write_text(f"""
SUITS, TOUCHES = 10, ()

async def upgrade(db):
    return 'ALTER TABLE "orders" RENAME COLUMN "note" TO "remark"'

async def downgrade(db):
    return 'ALTER TABLE "orders" RENAME COLUMN "remark" TO "note"'

{state}""")
    schema_versions.MIGRATIONS = upgrade.MIGRATIONS = folder


def plant(name: str) -> None:
    """Plant a bug or a condition into this process."""
    (BUGS | CONDITIONS)[name]()


if __name__ == "__main__":
    from cli import command_line

    for each in sys.argv[1].split(","):
        plant(each)
    sys.exit(command_line.main(sys.argv[2:]))
