"""Checks the operators' token of programs that operate the shop."""

import hmac

from quart import request

from models.shared.errors import Forbidden
from web.app_context import settings


async def require_operator() -> None:
    """Run before the views of a blueprint. Raises Forbidden for a wrong token, and if none is configured."""
    token, given = settings().ops_token or "", request.headers.get("X-Ops-Token", "")
    if not token or not hmac.compare_digest(given.encode(), token.encode()):
        raise Forbidden("This is for operators: send their token as X-Ops-Token.")
