"""Giving back more of an order than a limit takes a fresh password or passkey (`CARTWRIGHT_REFUND_PROOF_CENTS`).

What was given back before counts, so that many small refunds are no way around; cancelling a paid order is one too.
"""

from quart import Response

from models.database import read
from models.payments import refunds
from web.app_context import settings
from web.sign_in.fresh_login import require_fresh_login
from web.sign_in.fresh_proof import ask_for_proof


async def ask_for_refund_proof(order_id: str, amount_cents: int | None = None) -> Response | None:
    """For a page: None, or the page that asks who is there. Without an amount all of the order is given back."""
    return await ask_for_proof() if await _is_above(order_id, amount_cents) else None


async def require_refund_proof(order_id: str, amount_cents: int | None = None) -> None:
    """For the API. Raises FreshLoginRequired."""
    if await _is_above(order_id, amount_cents):
        await require_fresh_login()


async def _is_above(order_id: str, amount_cents: int | None) -> bool:
    cents = await read(lambda tx: refunds.at_stake(tx, order_id, amount_cents))
    return cents > settings().refund_proof_cents
