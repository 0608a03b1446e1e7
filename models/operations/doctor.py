"""Checks the invariants of the database, each by a query for violations, all in one snapshot.

A check looks at what has changed since the last clean one (`checked_marks`), or at everything.

The numbers I1 to I19 are those of docs/invariants.md. Of database constraints only the existence is checked.
"""

from dataclasses import dataclass
from decimal import Decimal

from core.redaction import redact
from core.shop_time import moment
from models.database import Transaction
from models.jobs.ledger.job_kinds import FORMER_NAMES, KINDS, find_kind
from models.jobs.ledger.job_states import JobState
from models.mail import mail_switches
from models.operations.checked_marks import Coverage, Marks, coverage, keep, scoped
from models.operations.doctor_queries import CONSTRAINTS, QUERIES, REVIEWS, TRIGGERS, DoctorQuery
from models.shared.money_text import money
from models.shared.public_ids import number_of
from models.shared.sql import marks

UNDECIDED_MS = 15 * 60 * 1000
UNREACHED_MS = 300_000
UNKNOWN_KIND_MS = 3_600_000  # until then it may be of a newer release that is being rolled out


@dataclass(frozen=True, slots=True)
class Violation:
    """One violated invariant, described for people."""

    invariant: str
    words: str


async def violations(tx: Transaction, since: Marks | None = None) -> list[Violation]:
    """All violations; empty if all invariants hold. `since`: only of what has changed after these marks."""
    found: list[Violation] = []
    for query in QUERIES:
        found += await _ask(tx, query, since)
    found += await _unreachable_jobs(tx)
    found += await _missing_constraints(tx)
    return found


@dataclass(frozen=True, slots=True)
class BooksCheck:
    """What a check found, and what of the books it looked at."""

    violations: list[Violation]
    coverage: Coverage

    @property
    def is_full(self) -> bool:
        return self.coverage.since is None


async def check(tx: Transaction, *, full: bool = False, daily: bool = False) -> BooksCheck:
    """Look at what has changed since the last clean check; at everything if asked to, or once a day (`daily`)."""
    covered = await coverage(tx, full=full, daily=daily)
    return BooksCheck(await violations(tx, covered.since), covered)


async def remember(tx: Transaction, checked: BooksCheck) -> None:
    """Let the next check begin where this one was clean."""
    await keep(tx, checked.coverage, is_clean=not checked.violations)


async def under_review(tx: Transaction) -> list[str]:
    """Orders under review, described for people. They are not violations."""
    rows = await tx.fetch(REVIEWS)
    return [f"order {number_of(row['id'])} is under review: {redact(row['review_reason'])}" for row in rows]


async def _ask(tx: Transaction, query: DoctorQuery, since: Marks | None) -> list[Violation]:
    values: dict[str, int | str] = {
        "now": tx.now,
        "undecided": tx.now - UNDECIDED_MS,
        "unreached": tx.now - UNREACHED_MS,
        "switched_off": mail_switches.OFF,
    }
    sql = scoped(query.recent if query.recent and since is not None else query.sql, since)
    rows = await tx.fetch(sql, *(values[name] for name in query.values))
    figures = [{key: _figure(value) for key, value in dict(row).items()} for row in rows]
    return [Violation(query.invariant, query.words.format(**each)) for each in figures]


class FormattedFigure(int):
    """A number that `{…:money}` shows as money, and `{…:moment}` as a time."""

    def __format__(self, how: str) -> str:
        shown = {"money": money, "moment": moment}.get(how)
        return shown(int(self)) if shown else super().__format__(how)


def _figure(value: object) -> object:
    """Sums of PostgreSQL are decimals."""
    return FormattedFigure(value) if isinstance(value, int | Decimal) else value


async def _unreachable_jobs(tx: Transaction) -> list[Violation]:
    """I18: queued jobs of an unknown kind, and jobs that run past their time limit."""
    known = [*KINDS, *FORMER_NAMES]
    unknown = f"state = 'queued' AND kind NOT IN ({marks(known)})"
    rows = await tx.fetch(
        "SELECT id, kind, lease_until, state, created_at, started_at FROM job"  # noqa: S608  question marks
        f" WHERE state = 'running' OR ({unknown})",
        *known,
    )
    found = []
    for row in rows:
        kind = find_kind(row["kind"])
        if kind is None and tx.now - row["created_at"] < UNKNOWN_KIND_MS:
            continue
        if kind is None:
            found.append(Violation("I18", f"job {row['id']} is of the unknown kind {row['kind']!r}"))
        elif row["state"] == JobState.RUNNING and tx.now - row["started_at"] > (kind.time_limit_seconds + 120) * 1000:
            found.append(Violation("I18", f"job {row['id']} ({kind.name}) has run longer than its limit and a lease"))
    return found


async def _missing_constraints(tx: Transaction) -> list[Violation]:
    """The constraints that enforce I1, I4, I5, I7, I9, I11, I14 and I16 must exist in the live schema."""
    if tx.dialect == "sqlite":
        rows = await tx.fetch("SELECT sql FROM sqlite_master WHERE sql IS NOT NULL")
        schema = "\n".join(row["sql"] for row in rows)
    else:
        rows = await tx.fetch(
            "SELECT conrelid::regclass || ' ' || conname || ' ' || pg_get_constraintdef(oid) AS sql FROM pg_constraint"
            " UNION ALL SELECT tgname FROM pg_trigger"
        )
        schema = "\n".join(row["sql"] for row in rows)
    return [
        Violation(invariant, f"the database has lost its {name}")
        for invariant, name in (*CONSTRAINTS, *TRIGGERS[tx.dialect])
        if name not in schema
    ]
