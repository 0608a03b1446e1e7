"""Groups failures by kind of job, error type, place in our code, and message without numbers, ids and names.

Status codes of servers are kept, because each is a cause of its own.
"""

import hashlib
import re
from typing import NamedTuple

from models.database import Transaction

MAX_TEXT = 500
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
STATUS = re.compile(  # 302, 429 and 503 are three causes, whereas 429 ms is a length of time
    r"(?i)(?:(?<![\w.])(?:answered|status|code|error|http|smtp|got|returned)[ :=]{1,2}|\A\W{0,3}|(?<=: ))"
    r"[2-5]\d\d(?![\w.:%])"
    r"(?! ?(?:ms|s|seconds?|minutes?|min|hours?|h|days?|bytes|kb|mb|orders?|jobs?|items?)\b)"
)
KEPT_DIGITS = {ord("0") + number: 0xE000 + number for number in range(10)}  # private characters, while others are cut
DIGITS_AGAIN = {kept: digit for digit, kept in KEPT_DIGITS.items()}
ORDER_TOUCHED = """CASE {job}.subject_type WHEN 'order' THEN {job}.subject_id
    WHEN 'webhook_delivery' THEN (SELECT d.order_id FROM webhook_delivery d WHERE d.id = {job}.subject_id)
    WHEN 'mail' THEN (SELECT m.order_id FROM email_message m WHERE m.id = {job}.subject_id) END"""
FIGURE_MS = 5 * 60_000  # failures are counted in spans of five minutes, for a day


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
    words = STATUS.sub(lambda found: found[0].translate(KEPT_DIGITS), words)
    for pattern, instead in VARYING:
        words = pattern.sub(instead, words)
    words, place = " ".join(words.translate(DIGITS_AGAIN).split())[:MAX_TEXT], place_of(trace)
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
    await tx.execute(
        "INSERT INTO failure_figure (at, failure, times) VALUES (?, ?, 1)"
        " ON CONFLICT (at, failure) DO UPDATE SET times = failure_figure.times + 1",
        *(tx.now // FIGURE_MS * FIGURE_MS, failure.id),
    )
    return failure.id
