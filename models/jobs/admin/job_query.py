"""Finds jobs for a query without reading the whole ledger: one index is scanned, up to a limit.

Conditions that the index does not cover (error words, a process, a second condition) are checked on the first
`MAX_SCANNED` jobs that it yields; `JobMatch.is_cut` says whether there were more.
"""

from typing import Any, NamedTuple

from models.database import Transaction
from models.jobs.admin.job_search import JobQuery
from models.jobs.ledger.job_kinds import QUEUES
from models.jobs.ledger.job_states import WAITING, JobState
from models.shared.sql import LIKE, containing

MAX_SCANNED = 10_000
MAX_MATCHES = 5_000
QUEUE_NAMES = tuple(queue.name for queue in QUEUES)
LAST_CLAIM = (
    "(SELECT e.worker FROM job_event e WHERE e.job_id = j.id AND e.type = 'claimed' ORDER BY e.id DESC LIMIT 1)"
)
OF_BATCH = (
    "id IN (SELECT i.job_id FROM job_batch_item i WHERE i.state = 'done' AND i.batch_id ="
    " (SELECT b.id FROM job_batch b WHERE b.public_id = ?))"
)


LATER = {"scheduled": " AND j.failure = ''", "retrying": " AND j.failure <> ''"}


OF_EMAIL = "subject_type = 'order' AND subject_id IN (SELECT b.id FROM orders b WHERE b.email = ?)"
OF_ENDPOINT = """subject_type = 'webhook_delivery' AND subject_id IN (SELECT w.id FROM webhook_delivery w
    WHERE w.endpoint_id IN (SELECT p.id FROM webhook_endpoint p WHERE lower(p.url) LIKE ? ESCAPE '!'))"""


class JobMatch(NamedTuple):
    """Row ids in display order; `is_cut` if there may be more."""

    ids: list[int]
    is_cut: bool


class Slice(NamedTuple):
    """Row ids of matching jobs, oldest first. The next slice starts after `goes_on_after`; None at the end."""

    ids: list[int]
    goes_on_after: int | None


class Fit(NamedTuple):
    """The jobs an action applies to: their states, and a further condition on `j`."""

    states: tuple[str, ...]
    more: str = ""

    @property
    def sql(self) -> str:
        states = ", ".join(f"'{state}'" for state in self.states)
        return f"j.state IN ({states}){self.more}"


Branch = tuple[str, tuple[object, ...]]  # a condition and its values


class IndexChoice(NamedTuple):
    """The index to scan, in one or more branches; its order, and the fields of the query that it covers."""

    branches: tuple[Branch, ...]
    order: str
    answers: frozenset[str]


async def find(tx: Transaction, query: JobQuery, most: int = MAX_MATCHES) -> JobMatch:
    """At most `most` matching jobs: waiting ones by due time, others newest first."""
    lead, (low, high) = _choose_index(query, tx.now), await _id_range(tx, query)
    conditions, values = _conditions(query, lead, tx.now)
    shown = "scanned.run_at, scanned.id" if query.state in WAITING else "scanned.id DESC"
    limit = MAX_SCANNED if conditions else most + 1
    scan, steps = _scan(lead, low, high, limit)
    if not conditions:
        rows = await tx.fetch(f"SELECT id FROM ({scan}) AS scanned ORDER BY {shown} LIMIT ?", *steps, limit)  # noqa: S608
        return JobMatch([row["id"] for row in rows[:most]], len(rows) > most)
    sql = (
        f"WITH scanned AS ({scan}) SELECT j.id, (SELECT count(*) FROM scanned) AS checked FROM scanned"  # noqa: S608
        f" JOIN job j ON j.id = scanned.id WHERE {' AND '.join(conditions)} ORDER BY {shown} LIMIT ?"
    )
    rows = await tx.fetch(sql, *steps, *values, most + 1)
    is_cut = len(rows) > most or (bool(rows) and rows[0]["checked"] >= MAX_SCANNED)
    return JobMatch([row["id"] for row in rows[:most]], is_cut)


async def find_slice(tx: Transaction, query: JobQuery, fit: Fit, *, as_of: int, after: int, most: int) -> Slice:
    """The next jobs of a query, after an id, that the action applies to. Slice after slice finds all of them.

    Jobs that were written or ended after `as_of` are excluded.
    """
    state = JobState.QUEUED if query.state in WAITING else query.state
    if state and state not in fit.states:
        return Slice([], None)
    low, high = await _id_range(tx, query)
    lead = _lead_by_id(query, fit)
    conditions, values = _conditions(query, lead, as_of)
    scan, steps = _scan(lead, max(low, after + 1), high, MAX_SCANNED)
    scan, steps = f"SELECT id FROM ({scan}) AS merged ORDER BY id LIMIT ?", [*steps, MAX_SCANNED]  # noqa: S608
    scanned = await tx.fetch_one(f"SELECT count(*) AS jobs, max(id) AS last FROM ({scan}) AS scanned", *steps)  # noqa: S608
    found = " AND ".join([*conditions, fit.sql, "coalesce(j.finished_at, j.created_at) <= ?"])
    rows = await tx.fetch(
        f"SELECT j.id FROM ({scan}) AS scanned JOIN job j ON j.id = scanned.id WHERE {found}"  # noqa: S608
        " ORDER BY scanned.id LIMIT ?",
        *(*steps, *values, as_of, most + 1),
    )
    ids = [row["id"] for row in rows[:most]]
    if len(rows) > most:
        return Slice(ids, ids[-1])
    return Slice(ids, scanned["last"] if scanned and scanned["jobs"] == MAX_SCANNED else None)


def _lead_by_id(query: JobQuery, fit: Fit) -> IndexChoice:
    """An index over all jobs that may match, in the order of ids."""
    if _names_jobs(query) or (query.failure and query.state == JobState.DEAD):
        return _choose_index(query, 0)._replace(order="ORDER BY id")
    states = fit.states if not query.state else (JobState.QUEUED,) if query.state in WAITING else (query.state,)
    return IndexChoice(tuple(("state = ?", (state,)) for state in states), "ORDER BY id", frozenset())


def _names_jobs(query: JobQuery) -> IndexChoice | None:
    """The index of a term that names few jobs, whatever their state."""
    named: tuple[tuple[str, str, Any], ...] = (
        ("job", "public_id = ?", query.job),
        ("order_id", "subject_type = 'order' AND subject_id = ?", query.order_id),
        ("batch", OF_BATCH, query.batch),
        ("email", OF_EMAIL, query.email),
        ("endpoint", OF_ENDPOINT, containing(query.endpoint)),
    )
    for name, condition, value in named:
        if value not in ("", None):
            return IndexChoice(((condition, (value,)),), "ORDER BY id DESC", frozenset({name}))
    return None


def _choose_index(query: JobQuery, now: int) -> IndexChoice:
    """The most selective index."""
    newest = "ORDER BY id DESC"
    if (named := _names_jobs(query)) is not None:
        return named
    if query.failure and query.state == JobState.DEAD:
        alike = "state = 'dead' AND failure = ?"
        return IndexChoice(((alike, (query.failure,)),), newest, frozenset({"state", "failure"}))
    if query.state in WAITING:
        queues = tuple(waiting(queue, query.state, now) for queue in QUEUE_NAMES if query.queue in ("", queue))
        answered = {"queue"} if query.state == JobState.SCHEDULED else {"state", "queue"}
        return IndexChoice(queues, "ORDER BY run_at, id", frozenset(answered))
    if query.kind and query.state in ("", JobState.SUCCEEDED):
        return IndexChoice((("kind = ?", (query.kind,)),), newest, frozenset({"kind"}))
    return _by_state(query.state, newest)


def _by_state(state: str, newest: str) -> IndexChoice:
    if state:
        return IndexChoice((("state = ?", (state,)),), newest, frozenset({"state"}))
    return IndexChoice((("id > 0", ()),), newest, frozenset())


def waiting(queue: str, state: str, now: int) -> Branch:
    """The jobs of one queue that are due (`queued`), wait for a later time (`scheduled`), or do so after a failure
    (`retrying`). The index of scheduled jobs has those that are retrying, too."""
    more = " AND failure <> ''" if state == JobState.RETRYING else ""
    return f"state = 'queued' AND queue = ? AND run_at {'<=' if state == JobState.QUEUED else '>'} ?{more}", (
        queue,
        now,
    )


def _scan(lead: IndexChoice, low: int, high: int, most: int) -> tuple[str, list[object]]:
    """One limited scan per branch, because the planner uses no index for all queues in one condition."""
    scans, values = [], []
    for number, (condition, of) in enumerate(lead.branches):
        scan = f"SELECT id, run_at FROM job WHERE {condition} AND id BETWEEN ? AND ? {lead.order} LIMIT ?"  # noqa: S608
        scans.append(f"SELECT id, run_at FROM ({scan}) AS branch{number}")  # noqa: S608
        values += [*of, low, high, most]
    return " UNION ALL ".join(scans), values


def _conditions(query: JobQuery, lead: IndexChoice, now: int) -> tuple[list[str], list[object]]:
    """The conditions that the index does not cover."""
    is_waiting = query.state in WAITING
    when = "<=" if query.state == JobState.QUEUED else ">"
    due = f"j.state = 'queued' AND j.run_at {when} ?{LATER.get(query.state, '')}"
    asked: list[tuple[str, str, Any]] = [
        ("state", due if is_waiting else "j.state = ?", now if is_waiting else query.state),
        ("kind", "j.kind = ?", query.kind),
        ("queue", "j.queue = ?", query.queue),
        ("failure", "j.failure = ?", query.failure),
        ("order_id", "j.subject_type = 'order' AND j.subject_id = ?", query.order_id),
        ("batch", f"j.{OF_BATCH}", query.batch),
        ("email", f"j.{OF_EMAIL.replace('AND ', 'AND j.')}", query.email),
        ("endpoint", f"j.{OF_ENDPOINT.replace('AND ', 'AND j.')}", containing(query.endpoint)),
        ("process", f"lower(coalesce(j.owner, {LAST_CLAIM})) {LIKE}", containing(query.process)),
        ("since", "j.created_at >= ?", query.since),
        ("until", "j.created_at < ?", query.until),
    ]
    error = f"lower(j.error_type || ' ' || j.error_message) {LIKE}"
    asked += [("words", error, containing(word)) for word in query.words]
    left = [(sql, value) for name, sql, value in asked if value not in ("", None) and name not in lead.answers]
    return [sql for sql, _ in left], [value for _, value in left]


async def _id_range(tx: Transaction, query: JobQuery) -> tuple[int, int]:
    """The range of ids for a range of dates. Ids rise with time, so a binary search needs no further index."""
    low = await _first_at(tx, query.since) - SLACK if query.since is not None else 0
    high = await _first_at(tx, query.until) + SLACK if query.until is not None else LAST_ID
    return low, high


SLACK = 1000  # concurrent transactions may get ids out of time order
LAST_ID = 2**62


async def _first_at(tx: Transaction, at: int) -> int:
    """The first id that was written at this time or later."""
    last = await tx.fetch_one("SELECT id FROM job WHERE id > 0 ORDER BY id DESC LIMIT 1")
    low, high = 0, (last["id"] if last else 0) + 1
    while low < high:
        middle = (low + high) // 2
        row = await tx.fetch_one("SELECT created_at FROM job WHERE id >= ? ORDER BY id LIMIT 1", middle)
        if row is None or row["created_at"] >= at:
            high = middle
        else:
            low = middle + 1
    return low
