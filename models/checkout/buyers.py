"""Who orders, and from which cart."""

from models.accounts.account_record import Account
from models.carts.carts import Owner
from models.checkout.checkout import Buyer
from models.checkout.checkout_reads import lock_cart
from models.database import Transaction


async def customer(tx: Transaction, account: Account) -> Buyer:
    """Somebody with an account, whose cart is theirs alone from here on."""
    owner = Owner(user_id=account.id)
    await lock_cart(tx, owner)
    return Buyer(owner, account.email)


async def guest(tx: Transaction, cart_token: str | None, email: str, access_key: bytes) -> Buyer:
    """Somebody without an account: named by the cart's secret, reached by e-mail."""
    owner = Owner(token=cart_token)
    await lock_cart(tx, owner)
    return Buyer(owner, email, access_key)
