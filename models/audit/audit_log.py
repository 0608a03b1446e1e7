"""The audit log: who changed what, when, from where and why. Written in the transaction of the change, never edited."""

import json
from dataclasses import dataclass

from models.database import Transaction, from_row
from models.shared.email_addresses import kept_form
from models.shared.paging import Page
from models.tables.account_tables import AuditEntry, User

LONGEST = {"actor": 254, "action": 60, "object_type": 40, "object_id": 64}  # characters of the columns
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
    before: object
    after: object
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
    before: object = None,
    after: object = None,
    reason: str = "",
) -> None:
    """Write down a change. `subject` is the type and public id of what was changed; secrets have no place in it."""
    await AuditEntry.create(
        at=tx.now,
        actor_id=actor.id,
        actor=actor.name,
        action=action,
        object_type=subject[0],
        object_id=subject[1],
        before=_text(before),
        after=_text(after),
        reason=reason,
        request_id=actor.request_id,
        address=actor.address,
    )


async def entries(tx: Transaction, query: AuditQuery) -> Page[AuditRecord]:
    """The entries the query asks for, newest first."""
    asked = {
        "actor": kept_form(query.actor.strip()) or None,
        "action": query.action or None,
        "object_type": query.object_type or None,
        "object_id": query.object_id or None,
        "at__gte": query.since,
        "at__lt": query.until,
    }
    if any(len(str(asked[name] or "")) > longest for name, longest in LONGEST.items()):
        return Page([], query.page, query.per_page, 0)
    found = AuditEntry.filter(**{name: value for name, value in asked.items() if value is not None})
    page: Page[AuditRecord] = Page([], query.page, query.per_page, await found.count())
    rows = await found.order_by("-id").offset(page.offset).limit(page.per_page)
    people = {user.id: user for user in await User.filter(id__in={row.actor_id for row in rows if row.actor_id})}
    page.items.extend(_record(row, people.get(row.actor_id or 0)) for row in rows)
    return page


def _record(entry: AuditEntry, user: User | None) -> AuditRecord:
    who = {"actor_name": user.name if user else None, "actor_id": user.public_id if user else None}
    return from_row(AuditRecord, entry, before=_side(entry.before), after=_side(entry.after), **who)


def _text(side: object) -> str:
    return "" if side is None else json.dumps(side, ensure_ascii=False)[:LONGEST_TEXT]


def _side(text: str) -> object:
    """What was kept; a side that was cut is shown as the text it is."""
    if not text:
        return None
    try:
        return json.loads(text)
    except ValueError:
        return text
