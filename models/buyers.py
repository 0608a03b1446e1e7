"""Who orders, and from which cart."""

from models import carts
from models.accounts import Account
from models.carts import Owner
from models.checkout import Buyer
from models.database import Transaction
from models.refusals import CartEmpty


async def customer(tx: Transaction, account: Account) -> Buyer:
    """Somebody with an account. Raises CartEmpty."""
    return Buyer(f"user:{account.id}", await _cart(tx, Owner(user_id=account.id)), account.id, account.email)


async def guest(tx: Transaction, cart_token: str | None, email: str, access_key: bytes) -> Buyer:
    """Somebody without an account: named by the cart's secret, reached by e-mail. Raises CartEmpty."""
    cart_id = await _cart(tx, Owner(token=cart_token))
    return Buyer(f"cart:{cart_id}", cart_id, None, email, access_key)


async def _cart(tx: Transaction, owner: Owner) -> int:
    cart_id = await carts.row_id(tx, owner)
    if cart_id is None:
        raise CartEmpty("There is nothing in the cart.")
    return cart_id
