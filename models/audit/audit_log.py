"""The audit log: who changed what, when, from where and why. Written in the transaction of the change, never edited."""

import json
from dataclasses import dataclass
from typing import Any

from models.database import Transaction
from models.shared.email_addresses import kept_form
from models.shared.paging import Page

LONGEST_TEXT = 10_000  # characters of one side of a change


@dataclass(frozen=True, slots=True)
class Actor:
    """Who changes something: an account, or a command of the operator with `id` None."""

    name: str  # e-mail address, or the command
    id: int | None = None
    request_id: str = ""
    address: str = ""


@dataclass(frozen=True, slots=True)
class AuditRecord:
    """One change."""

    at: int
    actor: str
    action: str
    object_type: str
    object_id: str
    before: Any
    after: Any
    reason: str
    request_id: str
    address: str
    actor_name: str | None = None  # of an account that still has this address
    actor_id: str | None = None  # its public id


@dataclass(frozen=True, slots=True)
class AuditQuery:
    """Which entries to list. Times are epoch milliseconds, `until` exclusive."""

    actor: str = ""
    action: str = ""
    object_type: str = ""
    object_id: str = ""
    since: int | None = None
    until: int | None = None
    page: int = 1
    per_page: int = 50


def command(name: str) -> Actor:
    """The actor of a command of the operator."""
    return Actor(f"cartwright {name}")


async def record(
    tx: Transaction,
    actor: Actor,
    action: str,
    subject: tuple[str, str],
    *,
    before: Any = None,
    after: Any = None,
    reason: str = "",
) -> None:
    """Write down a change. `subject` is the type and public id of what was changed; secrets have no place in it."""
    await tx.execute(
        "INSERT INTO audit_entry (at, actor_id, actor, action, object_type, object_id, before, after, reason,"
        " request_id, address) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        *(tx.now, actor.id, actor.name, action, *subject, _text(before), _text(after), reason),
        *(actor.request_id, actor.address),
    )


async def entries(tx: Transaction, query: AuditQuery) -> Page[AuditRecord]:
    """The entries the query asks for, newest first."""
    where, values = _where(query)
    total = await tx.fetch_one(f"SELECT count(*) AS entries FROM audit_entry {where}", *values)  # noqa: S608  ours
    page: Page[AuditRecord] = Page([], query.page, query.per_page, total["entries"] if total else 0)
    rows = await tx.fetch(
        "SELECT at, actor, action, object_type, object_id, before, after, reason, request_id, address,"  # noqa: S608  ours
        f" u.name, u.public_id FROM (SELECT * FROM audit_entry {where} ORDER BY id DESC LIMIT ? OFFSET ?)"
        " AS shown LEFT JOIN users u ON u.id = shown.actor_id ORDER BY shown.id DESC",
        *(*values, page.per_page, page.offset),
    )
    page.items.extend(_entry(*row) for row in rows)
    return page


def _where(query: AuditQuery) -> tuple[str, list[Any]]:
    """Every condition is a constant of this module; what people sent are the values."""
    wanted = (
        ("actor = ?", kept_form(query.actor.strip()) or None),
        ("action = ?", query.action or None),
        ("object_type = ?", query.object_type or None),
        ("object_id = ?", query.object_id or None),
        ("at >= ?", query.since),
        ("at < ?", query.until),
    )
    conditions = [(condition, value) for condition, value in wanted if value is not None]
    where = "WHERE " + " AND ".join(condition for condition, _ in conditions) if conditions else ""
    return where, [value for _, value in conditions]


def _text(side: Any) -> str:
    return "" if side is None else json.dumps(side, ensure_ascii=False)[:LONGEST_TEXT]


def _entry(*columns: Any) -> AuditRecord:
    at, actor, action, object_type, object_id, before, after, *rest = columns
    return AuditRecord(at, actor, action, object_type, object_id, _side(before), _side(after), *rest)


def _side(text: str) -> Any:
    """What was kept; a side that was cut is shown as the text it is."""
    if not text:
        return None
    try:
        return json.loads(text)
    except ValueError:
        return text
