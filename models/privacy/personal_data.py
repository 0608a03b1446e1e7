"""Everything the shop has about the owner of an account, as one document. No secrets: hashes and keys stay here."""

from models.accounts import address_book, logins
from models.accounts.account_record import Account
from models.database import Row, Transaction
from models.orders import order_views
from models.shared.times import iso
from models.sign_in import api_tokens, second_factors

ORDERS = "SELECT id, billing_address FROM orders WHERE user_id = ? ORDER BY id"
MAILS = """
SELECT kind, recipient, subject, text, state, created_at, sent_at FROM email_message
WHERE recipient = ? OR (subject_type = 'account' AND subject_id = ?)
    OR order_id IN (SELECT id FROM orders WHERE user_id = ?) ORDER BY id
"""
NOTES = "SELECT author, text, created_at FROM account_note WHERE user_id = ? ORDER BY id"
AUDIT = "SELECT action, after, address, at FROM audit_entry WHERE actor_id = ? ORDER BY id"
CART = """
SELECT p.sku, p.name, i.quantity FROM cart c JOIN cart_item i ON i.cart_id = c.id JOIN product p ON p.id = i.product_id
WHERE c.user_id = ? ORDER BY i.id
"""
ADDRESS_PARTS = ("name", "line1", "line2", "city", "region", "postal_code", "country", "phone")


async def collect(tx: Transaction, account: Account) -> dict[str, object]:
    """The document. Times are ISO 8601 in UTC, money is in cents."""
    user_id = account.id
    return {
        "made_at": iso(tx.now),
        "account": _account(account),
        "addresses": [each.parts for each in await address_book.book(tx, user_id)],
        "orders": [await _order(tx, row) for row in await tx.fetch(ORDERS, user_id)],
        "cart": [dict(row) for row in await tx.fetch(CART, user_id)],
        "mails": [_timed(row) for row in await tx.fetch(MAILS, account.email, account.public_id, user_id)],
        "notes_of_the_shop": [_timed(row) for row in await tx.fetch(NOTES, user_id)],
        **await _sign_in(tx, account),
        "audit_log": [_timed(row) for row in await tx.fetch(AUDIT, user_id)],
    }


def _account(account: Account) -> dict[str, object]:
    verified_at = account.email_verified_at
    return {
        "id": account.public_id,
        "email": account.email,
        "name": account.name,
        "role": account.role,
        "email_verified_at": iso(verified_at) if verified_at else None,
        "created_at": iso(account.created_at),
    }


async def _sign_in(tx: Transaction, account: Account) -> dict[str, object]:
    active = await logins.of_account(tx, account.id, account.role, this_secret="")
    factors = await second_factors.of_account(tx, account.id)
    tokens = await api_tokens.of_account(tx, account.id)
    return {
        "logins": [
            {"device": each.device, "is_program": each.is_program, "created_at": iso(each.created_at)}
            | {"seen_at": iso(each.seen_at)}
            for each in active
        ],
        "second_factors": {
            "authenticator": factors.has_authenticator,
            "passkeys": [{"name": each.name, "created_at": iso(each.created_at)} for each in factors.passkeys],
        },
        "api_tokens": [
            {"name": each.name, "scope": each.scope, "created_at": iso(each.created_at)}
            | {"expires_at": iso(each.expires_at)}
            for each in tokens
        ],
    }


async def _order(tx: Transaction, row: Row) -> dict[str, object]:
    order = await order_views.view(tx, order_views.by_row(row["id"]))
    return {
        "id": order.id,
        "number": order.number,
        "status": order.status,
        "email": order.email,
        "shipping_address": order.shipping_address,
        "billing_address": row["billing_address"] or None,
        "note": order.note,
        "lines": [
            {name: line[name] for name in ("sku", "name", "quantity", "unit_price_cents", "line_total_cents")}
            for line in order.lines
        ],
        "total_cents": order.total_cents,
        "refunded_cents": order.refunded_cents,
        "currency": order.currency,
        "events": [{"type": event["type"], "at": iso(event["at"])} for event in order.events],
        "created_at": iso(order.created_at),
    }


def _timed(row: Row) -> dict[str, object]:
    """The row with its times in words that every program reads."""
    names = tuple(row.keys())
    return {
        name: iso(row[name]) if name in ("at", "created_at", "sent_at") and row[name] else row[name] for name in names
    }
