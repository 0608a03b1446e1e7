"""Mail to the owner of an account about what changed how it is signed in to, and the entries in the audit log."""

from enum import StrEnum

from models.accounts.account_record import Account
from models.audit import audit_log
from models.audit.audit_log import Actor
from models.database import Transaction
from models.jobs.ledger.job_kinds import MAIL_ADDRESS
from models.jobs.ledger.jobs import enqueue
from models.shared.public_ids import new_public_id


class SecurityChange(StrEnum):
    """What somebody is mailed about."""

    NEW_DEVICE = "new_device"
    PASSWORD = "password"  # noqa: S105  a word
    ROLE = "role"
    FACTOR_ADDED = "factor_added"
    FACTOR_REMOVED = "factor_removed"
    TOKEN = "token"  # noqa: S105  a word


async def tell(tx: Transaction, account: Account, change: SecurityChange, words: str = "") -> None:
    """Have the account's owner mailed. `words` are the shop's own, never what somebody typed."""
    payload: dict[str, object] = {
        "message": "security_notice",
        "account": account.public_id,
        "email": account.email,
        "change": change,
        "words": words,
    }
    await enqueue(tx, MAIL_ADDRESS, f"{account.id}:{change}:{new_public_id()}", payload=payload)


async def note_sign_in(tx: Transaction, account: Account, actor: Actor, *, by: str, device: str, is_new: bool) -> None:
    """Staff's sign-ins stand in the audit log; one from a new device is mailed too, but for the very first."""
    if not account.is_admin:
        return
    sql = "SELECT 1 FROM audit_entry WHERE object_type = 'account' AND object_id = ? AND action = 'sign_in' LIMIT 1"
    was_here = await tx.fetch_one(sql, account.public_id) is not None
    after = {"by": by, "device": device}
    await audit_log.record(tx, actor, "sign_in", ("account", account.public_id), after=after)
    if is_new and was_here:
        await tell(tx, account, SecurityChange.NEW_DEVICE, device)


async def note_refusal(tx: Transaction, account: Account, actor: Actor, *, by: str) -> None:
    """Write down that a sign-in of one of the staff was refused."""
    if account.is_admin:
        await audit_log.record(tx, actor, "sign_in.refused", ("account", account.public_id), after={"by": by})


async def note_factor(tx: Transaction, account: Account, actor: Actor, change: SecurityChange, what: str) -> None:
    """Write down that an app or a passkey came or went, and mail its owner."""
    action = "factor.add" if change is SecurityChange.FACTOR_ADDED else "factor.remove"
    await audit_log.record(tx, actor, action, ("account", account.public_id), after={"factor": what})
    await tell(tx, account, change, what)
