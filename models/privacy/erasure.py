"""Erasing a person: the account goes, its orders stay in the books without who placed them.

What still has to reach somebody waits: with an order under way, or a refund, the account is not erased yet. The audit
log and the orders' histories are append-only evidence: what the staff did stays there as it was written.
"""

import json

from models.accounts.account_record import Account
from models.audit import audit_log
from models.audit.audit_log import Actor
from models.database import Transaction, fetch_count
from models.shared.errors import IllegalTransition
from models.sign_in import second_factors

ERASED = "erased"  # stands where the address was
OPEN = """
SELECT count(*) FROM orders o WHERE o.user_id = ? AND (o.status IN ('pending', 'reserved', 'confirmed', 'shipped')
    OR EXISTS (SELECT 1 FROM refund r WHERE r.order_id = o.id AND r.state = 'refund_pending')
    OR EXISTS (SELECT 1 FROM payment p WHERE p.order_id = o.id AND p.state = 'refund_pending'))
"""
OWN_ORDERS = "SELECT id FROM orders WHERE user_id = ?"
OF_ORDERS = (
    f"DELETE FROM order_term WHERE order_id IN ({OWN_ORDERS})",  # noqa: S608  ours
    f"DELETE FROM idempotency_key WHERE order_id IN ({OWN_ORDERS})",  # noqa: S608  ours
    f"UPDATE webhook_delivery SET body = '{{}}', last_answer = '' WHERE order_id IN ({OWN_ORDERS})"  # noqa: S608  ours
    " AND state IN ('delivered', 'dead')",
)
MAILS = f"""
UPDATE email_message SET recipient = ?, subject = '', text = '', html = '', packed = NULL, last_error = '',
    state = CASE WHEN state IN ('queued', 'sending', 'held') THEN 'withdrawn' ELSE state END, updated_at = ?
WHERE recipient = ? OR (subject_type = 'account' AND subject_id = ?) OR order_id IN ({OWN_ORDERS})
"""  # noqa: S608  ours
JOBS = "UPDATE job SET payload = ? WHERE kind IN ('mail.reset', 'mail.address', 'mail.lookup') AND payload LIKE ?"
OF_ACCOUNT = (
    "DELETE FROM account_note WHERE user_id = ?",
    "DELETE FROM api_token WHERE user_id = ?",
    "DELETE FROM sign_in_step WHERE user_id = ?",
    "DELETE FROM address WHERE user_id = ?",
    "DELETE FROM checkout_draft WHERE cart_id IN (SELECT id FROM cart WHERE user_id = ?)",
    "DELETE FROM cart_item WHERE cart_id IN (SELECT id FROM cart WHERE user_id = ?)",
    "DELETE FROM cart WHERE user_id = ?",
    "DELETE FROM session WHERE user_id = ?",
    "DELETE FROM refresh_token WHERE user_id = ?",
    "DELETE FROM password_reset WHERE user_id = ?",
    "DELETE FROM email_link WHERE user_id = ?",
    "DELETE FROM users WHERE id = ?",
)


async def erase(tx: Transaction, account: Account, actor: Actor) -> None:
    """Erase the account's owner everywhere.

    Raises:
        IllegalTransition: an order or a refund is under way, or the account is one of the staff's.
    """
    if account.is_admin:
        words = "An account of the staff is not erased: an owner makes it a customer's first."
        raise IllegalTransition(words, title="This account cannot be erased yet", allowed=[])
    if number := await fetch_count(tx, OPEN, account.id):
        what = "An order or a refund is" if number == 1 else f"{number} orders or refunds are"
        words = f"{what} still under way. Your account can be erased once each is delivered or cancelled."
        raise IllegalTransition(words, title="This account cannot be erased yet", open_orders=number)
    await tx.execute(MAILS, ERASED, tx.now, account.email, account.public_id, account.id)
    for sql in OF_ORDERS:
        await tx.execute(sql, account.id)
    await _orders(tx, account)
    nothing = json.dumps({"message": "password_reset", "email": ERASED, "number": "0", "account": ERASED})
    await tx.execute(JOBS, nothing, f'%"{account.email}"%')
    await tx.execute("DELETE FROM idempotency_key WHERE scope LIKE ?", f"user:{account.id}:%")
    await second_factors.remove_every(tx, account.id)
    for sql in OF_ACCOUNT:
        await tx.execute(sql, account.id)
    by = Actor(ERASED, None, request_id=actor.request_id)
    await audit_log.record(tx, by, "account.erase", ("account", account.public_id))


async def _orders(tx: Transaction, account: Account) -> None:
    """The orders keep their lines, money and country, and lose the person."""
    for row in await tx.fetch("SELECT id, shipping_address FROM orders WHERE user_id = ?", account.id):
        address = dict.fromkeys(json.loads(row["shipping_address"]), "")
        address |= {"name": "Erased", "country": json.loads(row["shipping_address"]).get("country", "")}
        await tx.execute(
            "UPDATE orders SET user_id = NULL, email = ?, shipping_address = ?, billing_address = '', note = '',"
            " access_token_hash = NULL WHERE id = ?",
            *(ERASED, json.dumps(address), row["id"]),
        )
