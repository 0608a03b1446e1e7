"""Groups failures by kind of job, error type, place in our code, and message without numbers, ids and names."""

import hashlib
import re
from typing import NamedTuple

from models.database import Transaction

MAX_TEXT = 500
MOST_DEAD = 5_000  # the groups cover this many of the newest dead jobs
FRAME = re.compile(r'File "([^"]+)", line \d+, in (\S+)')
OWN = re.compile(r"\A.*/((?:models|pipelines|workers|web)/.+)")
VARYING = (
    (re.compile(r"(?<![\w.+-])[\w.+-]++@[\w-]++(?:\.[\w-]++)+"), "<address>"),
    (re.compile(r"\b[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f-]{22}\b"), "<id>"),
    (re.compile(r"\b(?=[a-z]*\d)[0-9a-z]{20,}\b"), "<id>"),
    (re.compile(r"\b[A-Z]{2,}-\d+\b"), "<number>"),
    (re.compile(r"'[^']{1,200}'|\"[^\"]{1,200}\""), "<text>"),
    (re.compile(r"\d+(?:\.\d+)*"), "#"),
)
ORDER_TOUCHED = """CASE {job}.subject_type WHEN 'order' THEN {job}.subject_id
    WHEN 'webhook_delivery' THEN (SELECT d.order_id FROM webhook_delivery d WHERE d.id = {job}.subject_id)
    WHEN 'mail' THEN (SELECT m.order_id FROM email_message m WHERE m.id = {job}.subject_id) END"""
GROUPS = f"""
SELECT g.failure AS id, f.kind, f.type, f.place, f.words, f.times, f.first_at, f.last_at, g.dead, g.orders, g.cents
FROM (SELECT touched.failure, CAST(sum(touched.dead) AS BIGINT) AS dead, count(o.id) AS orders,
        CAST(coalesce(sum(o.total_cents), 0) AS BIGINT) AS cents
    FROM (SELECT dead_jobs.failure, {ORDER_TOUCHED.format(job="dead_jobs")} AS order_id, count(*) AS dead
        FROM (SELECT failure, subject_type, subject_id FROM job WHERE state = 'dead' AND failure > ''
            ORDER BY id DESC LIMIT ?) AS dead_jobs GROUP BY 1, 2) AS touched
    LEFT JOIN orders o ON o.id = touched.order_id GROUP BY touched.failure) AS g
JOIN failure f ON f.id = g.failure ORDER BY f.last_at DESC, f.id LIMIT 50
"""  # noqa: S608  constants


class FailureGroup(NamedTuple):
    """What the failures of a group have in common."""

    id: str
    kind: str
    type: str
    place: str
    words: str


def fingerprint(kind: str, type_: str, message: str, trace: str) -> FailureGroup:
    """The group that a failure belongs to."""
    words = message.splitlines()[0] if message.strip() else ""
    for pattern, instead in VARYING:
        words = pattern.sub(instead, words)
    words, place = " ".join(words.split())[:MAX_TEXT], place_of(trace)
    digest = hashlib.sha256("\0".join((kind, type_, place, words)).encode(errors="replace")).hexdigest()
    return FailureGroup(digest[:16], kind, type_[:120], place, words)


def place_of(trace: str) -> str:
    """The innermost frame of our code in a trace, without the line number, which changes with every edit."""
    frames = [(OWN.sub(r"\1", path), path, function) for path, function in FRAME.findall(trace)]
    own = [(short, function) for short, path, function in frames if short != path]
    others = [(path.rpartition("/")[2], function) for _, path, function in frames]
    return " ".join((own or others or [("", "")])[-1]).strip()[:200]


async def record_occurrence(tx: Transaction, failure: FailureGroup) -> str:
    """Count one more failure of this group; returns its id."""
    await tx.execute(
        "INSERT INTO failure (id, kind, type, place, words, times, first_at, last_at) VALUES (?, ?, ?, ?, ?, 1, ?, ?)"
        " ON CONFLICT (id) DO UPDATE SET times = failure.times + 1, last_at = excluded.last_at",
        *(*failure, tx.now, tx.now),
    )
    return failure.id


async def groups(tx: Transaction) -> list[dict[str, object]]:
    """Groups with dead jobs: number of failures and dead jobs, orders and cents affected."""
    return [dict(row) for row in await tx.fetch(GROUPS, MOST_DEAD)]
