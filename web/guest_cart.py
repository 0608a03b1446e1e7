"""The cart somebody filled before signing in: named by a cookie of the browser or a header of the API."""

from quart import Response, request

from models import carts
from models.database import write
from web.cookies import drop_cookie, read_cookie
from web.surfaces import is_for_programs

COOKIE = "cart"
HEADER = "X-Cart-Token"


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
