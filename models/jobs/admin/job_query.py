"""Finds jobs for a query without ever reading the whole ledger: an index leads, and only so many rows are looked at.

What an index cannot answer (error words, a process, a second condition) is asked of the newest `LOOKED_AT` jobs that
the leading index gives; `Found.is_cut` says when there were more.
"""

from typing import Any, NamedTuple

from models.database import Transaction
from models.jobs.admin.job_search import JobQuery
from models.jobs.ledger.job_kinds import QUEUES

LOOKED_AT = 10_000
MAX_MATCHES = 5_000
QUEUE_NAMES = tuple(lane.name for lane in QUEUES)
LAST_CLAIM = (
    "(SELECT e.worker FROM job_event e WHERE e.job_id = j.id AND e.type = 'claimed' ORDER BY e.id DESC LIMIT 1)"
)
OF_BATCH = (
    "id IN (SELECT i.job_id FROM job_batch_item i WHERE i.state = 'done' AND i.batch_id ="
    " (SELECT b.id FROM job_batch b WHERE b.public_id = ?))"
)


class JobMatch(NamedTuple):
    """The ids inside, in the order they are shown; `is_cut` if there may be more."""

    ids: list[int]
    is_cut: bool


class Slice(NamedTuple):
    """Some of the jobs that match, oldest first; the next ones come after the id `goes_on_after`, None at the end."""

    ids: list[int]
    goes_on_after: int | None


class Fit(NamedTuple):
    """Which jobs something can be done to: the states they are in, and what else is asked of `j`."""

    states: tuple[str, ...]
    more: str = ""

    @property
    def sql(self) -> str:
        states = ", ".join(f"'{state}'" for state in self.states)
        return f"j.state IN ({states}){self.more}"


Branch = tuple[str, tuple[Any, ...]]  # a condition, and its values


class IndexChoice(NamedTuple):
    """An index to walk along, in one or more branches; its order, and which fields of the query it answers."""

    branches: tuple[Branch, ...]
    order: str
    answers: frozenset[str]


async def find(tx: Transaction, query: JobQuery, most: int = MAX_MATCHES) -> JobMatch:
    """The ids of jobs that match, at most `most`: the longest due first among waiting ones, else newest first."""
    lead, (low, high) = _choose_index(query, tx.now), await _id_range(tx, query)
    conditions, values = _conditions(query, lead, tx.now)
    shown = "walked.run_at, walked.id" if query.state in ("queued", "scheduled") else "walked.id DESC"
    look = LOOKED_AT if conditions else most + 1
    walk, steps = _walk(lead, low, high, look)
    if not conditions:
        rows = await tx.fetch(f"SELECT id FROM ({walk}) AS walked ORDER BY {shown} LIMIT ?", *steps, look)  # noqa: S608
        return JobMatch([row["id"] for row in rows[:most]], len(rows) > most)
    sql = (
        f"WITH walked AS ({walk}) SELECT j.id, (SELECT count(*) FROM walked) AS looked FROM walked"  # noqa: S608
        f" JOIN job j ON j.id = walked.id WHERE {' AND '.join(conditions)} ORDER BY {shown} LIMIT ?"
    )
    rows = await tx.fetch(sql, *steps, *values, most + 1)
    is_cut = len(rows) > most or (bool(rows) and rows[0]["looked"] >= LOOKED_AT)
    return JobMatch([row["id"] for row in rows[:most]], is_cut)


async def find_slice(tx: Transaction, query: JobQuery, fit: Fit, *, as_of: int, after: int, most: int) -> Slice:
    """The next fitting jobs of a query after an id, without an end: slice after slice gives all there are.

    A job that ended after `as_of` is not meant, nor one written after it.
    """
    state = "queued" if query.state == "scheduled" else query.state
    if state and state not in fit.states:
        return Slice([], None)
    low, high = await _id_range(tx, query)
    lead = _lead_by_id(query, fit)
    conditions, values = _conditions(query, lead, as_of)
    walk, steps = _walk(lead, max(low, after + 1), high, LOOKED_AT)
    walk, steps = f"SELECT id FROM ({walk}) AS merged ORDER BY id LIMIT ?", [*steps, LOOKED_AT]  # noqa: S608
    walked = await tx.fetch_one(f"SELECT count(*) AS jobs, max(id) AS last FROM ({walk}) AS walked", *steps)  # noqa: S608
    found = " AND ".join([*conditions, fit.sql, "coalesce(j.finished_at, j.created_at) <= ?"])
    rows = await tx.fetch(
        f"SELECT j.id FROM ({walk}) AS walked JOIN job j ON j.id = walked.id WHERE {found} ORDER BY walked.id LIMIT ?",  # noqa: S608
        *(*steps, *values, as_of, most + 1),
    )
    ids = [row["id"] for row in rows[:most]]
    if len(rows) > most:
        return Slice(ids, ids[-1])
    return Slice(ids, walked["last"] if walked and walked["jobs"] == LOOKED_AT else None)


def _lead_by_id(query: JobQuery, fit: Fit) -> IndexChoice:
    """An index that leads to all that may fit, in the order of ids."""
    if query.order_id is not None or query.batch or (query.failure and query.state == "dead"):
        return _choose_index(query, 0)._replace(order="ORDER BY id")
    states = fit.states if not query.state else ("queued",) if query.state == "scheduled" else (query.state,)
    return IndexChoice(tuple(("state = ?", (state,)) for state in states), "ORDER BY id", frozenset())


def _choose_index(query: JobQuery, now: int) -> IndexChoice:
    """The index that leaves the fewest jobs to look at."""
    newest = "ORDER BY id DESC"
    if query.order_id is not None:
        of_order = "subject_type = 'order' AND subject_id = ?"
        return IndexChoice(((of_order, (query.order_id,)),), newest, frozenset({"order_id"}))
    if query.batch:
        return IndexChoice(((OF_BATCH, (query.batch,)),), newest, frozenset({"batch"}))
    if query.failure and query.state == "dead":
        alike = "state = 'dead' AND failure = ?"
        return IndexChoice(((alike, (query.failure,)),), newest, frozenset({"state", "failure"}))
    if query.state in ("queued", "scheduled"):
        lanes = tuple(waiting(lane, query.state, now) for lane in QUEUE_NAMES if query.queue in ("", lane))
        return IndexChoice(lanes, "ORDER BY run_at, id", frozenset({"state", "queue"}))
    if query.kind and query.state in ("", "succeeded"):
        return IndexChoice((("kind = ?", (query.kind,)),), newest, frozenset({"kind"}))
    return _by_state(query.state, newest)


def _by_state(state: str, newest: str) -> IndexChoice:
    if state:
        return IndexChoice((("state = ?", (state,)),), newest, frozenset({"state"}))
    return IndexChoice((("id > 0", ()),), newest, frozenset())


def waiting(lane: str, state: str, now: int) -> Branch:
    """The jobs of one lane that are due (`queued`), or whose time lies ahead (`scheduled`)."""
    return f"state = 'queued' AND queue = ? AND run_at {'<=' if state == 'queued' else '>'} ?", (lane, now)


def _walk(lead: IndexChoice, low: int, high: int, most: int) -> tuple[str, list[Any]]:
    """One walk for each branch, each so far at most: a planner that is asked for all lanes at once takes no index."""
    walks, values = [], []
    for number, (condition, of) in enumerate(lead.branches):
        walk = f"SELECT id, run_at FROM job WHERE {condition} AND id BETWEEN ? AND ? {lead.order} LIMIT ?"  # noqa: S608
        walks.append(f"SELECT id, run_at FROM ({walk}) AS branch{number}")  # noqa: S608
        values += [*of, low, high, most]
    return " UNION ALL ".join(walks), values


def _conditions(query: JobQuery, lead: IndexChoice, now: int) -> tuple[list[str], list[Any]]:
    """What the index leaves open."""
    is_waiting = query.state in ("queued", "scheduled")
    due = f"j.state = 'queued' AND j.run_at {'<=' if query.state == 'queued' else '>'} ?"
    asked: list[tuple[str, str, Any]] = [
        ("state", due if is_waiting else "j.state = ?", now if is_waiting else query.state),
        ("kind", "j.kind = ?", query.kind),
        ("queue", "j.queue = ?", query.queue),
        ("failure", "j.failure = ?", query.failure),
        ("batch", f"j.{OF_BATCH}", query.batch),
        ("process", f"lower(coalesce(j.owner, {LAST_CLAIM})) LIKE ? ESCAPE '!'", _within(query.process)),
        ("since", "j.created_at >= ?", query.since),
        ("until", "j.created_at < ?", query.until),
    ]
    error = "lower(j.error_type || ' ' || j.error_message) LIKE ? ESCAPE '!'"
    asked += [("words", error, _within(word)) for word in query.words]
    left = [(sql, value) for name, sql, value in asked if value not in ("", None) and name not in lead.answers]
    return [sql for sql, _ in left], [value for _, value in left]


def _within(text: str) -> str:
    for special in "!%_":
        text = text.replace(special, f"!{special}")
    return f"%{text}%" if text else ""


async def _id_range(tx: Transaction, query: JobQuery) -> tuple[int, int]:
    """Ids rise with time, so dates become a range of ids: found by halving, not by an index of its own."""
    low = await _first_at(tx, query.since) - SLACK if query.since is not None else 0
    high = await _first_at(tx, query.until) + SLACK if query.until is not None else LAST_ID
    return low, high


SLACK = 1000  # transactions that began together may have got their ids in another order
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
