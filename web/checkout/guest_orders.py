"""The orders this browser may look at without an account: their keys, in one cookie, the newest ten."""

import re

from quart import Response, request

from models.orders.guest_access import GOOD_FOR_MS
from models.shared.secret_tokens import hashed
from web.http.cookies import read_cookie, set_cookie

COOKIE = "orders"
MOST = 10
ORDER_PAGE = re.compile(r"/orders/([0-9a-z]{1,40})")
BETWEEN_PAIRS, BETWEEN_PARTS = "~", "."


def known_keys() -> dict[str, str]:
    """The hash of each order's key, by the order's id."""
    return {order_id: hashed(token) for order_id, token in _pairs().items()}


def order_of(path: str) -> str:
    """The id of the order whose page this is; empty for another page."""
    found = ORDER_PAGE.fullmatch(path)
    return found[1] if found else ""


def given_key() -> str | None:
    """The key that a link from a mail brings along."""
    return request.args.get("key")


def keep_order_key(response: Response, order_id: str, token: str) -> Response:
    """Let this browser open the order from now on."""
    pairs = {order_id: token, **{each: kept for each, kept in _pairs().items() if each != order_id}}
    text = BETWEEN_PAIRS.join(BETWEEN_PARTS.join(pair) for pair in list(pairs.items())[:MOST])
    set_cookie(response, COOKIE, text, max_age_seconds=GOOD_FOR_MS // 1000)
    return response


def keep_own_order(response: Response, order_id: str, token: str | None) -> Response:
    """The same for an order of somebody without an account; a customer, who has no token, needs nothing kept."""
    return keep_order_key(response, order_id, token) if token else response


def _pairs() -> dict[str, str]:
    pairs = (pair.partition(BETWEEN_PARTS) for pair in (read_cookie(COOKIE) or "").split(BETWEEN_PAIRS)[:MOST])
    return {order_id: token for order_id, _, token in pairs if order_id.isalnum() and token.isalnum()}
