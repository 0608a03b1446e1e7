"""Pausing queues and kinds: running jobs finish, waiting jobs wait until the queue or kind is resumed."""

from collections.abc import Collection

from models.audit import audit_log
from models.audit.audit_log import Actor
from models.database import Notification, Transaction
from models.jobs.ledger.job_kinds import FORMER_NAMES, KINDS, QUEUES
from models.shared.errors import NotFound
from models.shared.sql import marks

# `what` is queue or kind, with its name, why, by whom and when it was paused
PAUSES = """
SELECT 'queue' AS what, name, '' AS reason, paused_by, paused_at FROM queue WHERE is_paused
UNION ALL SELECT 'kind', kind, reason, paused_by, paused_at FROM paused_kind
"""


async def pause_kind(tx: Transaction, name: str, *, actor: Actor, reason: str = "") -> None:
    """Let no worker claim this kind of job; idempotent. Raises NotFound."""
    _known(name, KINDS, "kind of job")
    added = await tx.execute(
        "INSERT INTO paused_kind (kind, reason, paused_by, paused_at) VALUES (?, ?, ?, ?)"
        " ON CONFLICT (kind) DO NOTHING",
        *(name, reason[:500], actor.name, tx.now),
    )
    if added:
        await audit_log.record(tx, actor, "job_kind.pause", ("job_kind", name), reason=reason)


async def resume_kind(tx: Transaction, name: str, *, actor: Actor) -> None:
    """Let workers claim this kind again, at once. Raises NotFound."""
    _known(name, KINDS, "kind of job")
    names = [name, *(former for former, current in FORMER_NAMES.items() if current == name)]
    if await tx.execute(f"DELETE FROM paused_kind WHERE kind IN ({marks(names)})", *names):  # noqa: S608
        await audit_log.record(tx, actor, "job_kind.resume", ("job_kind", name))
        tx.notifications.append(Notification(0, KINDS[name].queue.name))


async def pause_queue(tx: Transaction, name: str, *, actor: Actor, reason: str = "") -> None:
    """Let no worker claim from this queue. Raises NotFound."""
    check_queue(name)
    if await _set_queue(tx, name, is_paused=True, by=actor.name):
        await audit_log.record(tx, actor, "queue.pause", ("queue", name), reason=reason)


async def resume_queue(tx: Transaction, name: str, *, actor: Actor) -> None:
    """Let workers claim from this queue again, at once. Raises NotFound."""
    check_queue(name)
    if await _set_queue(tx, name, is_paused=False, by=""):
        await audit_log.record(tx, actor, "queue.resume", ("queue", name))
        tx.notifications.append(Notification(0, name))


def check_queue(name: str) -> None:
    """Raises NotFound for a queue that there is not."""
    _known(name, [queue.name for queue in QUEUES], "queue")


async def _set_queue(tx: Transaction, name: str, *, is_paused: bool, by: str) -> bool:
    """Set the flag; whether it changed."""
    await tx.execute(
        "INSERT INTO queue (name, is_paused, paused_by) VALUES (?, ?, '') ON CONFLICT (name) DO NOTHING", name, False
    )
    changed = await tx.execute(
        "UPDATE queue SET is_paused = ?, paused_by = ?, paused_at = ? WHERE name = ? AND is_paused <> ?",
        *(is_paused, by, tx.now if is_paused else None, name, is_paused),
    )
    return changed == 1


def _known(name: str, names: Collection[str], what: str) -> None:
    if name not in names:
        raise NotFound(f"There is no such {what}.")
