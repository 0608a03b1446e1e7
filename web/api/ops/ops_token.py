"""The gate of operators: programs that run the shop name themselves by a token of their own."""

import hmac

from quart import request

from models.shared.errors import Forbidden
from web.app_context import settings


async def require_operator() -> None:
    """Before the views of a blueprint. Raises Forbidden, also where no token is set."""
    token, given = settings().ops_token or "", request.headers.get("X-Ops-Token", "")
    if not token or not hmac.compare_digest(given.encode(), token.encode()):
        raise Forbidden("This is for operators: send their token as X-Ops-Token.")
