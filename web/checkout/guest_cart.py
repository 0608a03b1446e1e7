"""The cart somebody filled before signing in: named by a cookie of the browser or a header of the API."""

from quart import Response, g, request

from models.carts import carts
from models.carts.carts import CartView, Owner
from models.database import Transaction, write
from web.http.cookies import drop_cookie, read_cookie, set_cookie
from web.http.request_kind import is_for_programs
from web.security.identity import current_account

COOKIE = "cart"
HEADER = "X-Cart-Token"
COOKIE_SECONDS = 30 * 24 * 3600  # as long as an untouched guest's cart is kept


def guest_cart_token() -> str | None:
    """The secret that names the guest's cart, if there is one."""
    return request.headers.get(HEADER) if is_for_programs() else read_cookie(COOKIE)


async def take_guest_cart(user_id: int) -> None:
    """Called right after somebody signed in or registered: put what the guest's cart holds into the user's."""
    token = guest_cart_token()
    if token:
        await write(lambda tx: carts.merge(tx, token, user_id))


def forget_guest_cart(response: Response) -> None:
    """Take the browser's key to its guest cart away."""
    drop_cookie(response, COOKIE)


def cart_owner() -> Owner:
    """Whose cart this request is about: the caller's own, or the guest's it brings the secret of."""
    account = current_account()
    return Owner(token=guest_cart_token()) if account is None else Owner(user_id=account.id)


async def cart_count(tx: Transaction, owner: Owner) -> int:
    """How many things are in the cart. A stranger without one costs no look into the database, nor does a customer:
    that was counted with the session."""
    if "cart_count" in g:
        return int(g.cart_count)
    return 0 if owner == Owner() else await carts.count(tx, owner)


def keep_guest_cart(response: Response, cart: CartView) -> Response:
    """Give the browser the key to the cart that was made for it just now."""
    if cart.token is not None:
        set_cookie(response, COOKIE, cart.token, max_age_seconds=COOKIE_SECONDS)
    return response
