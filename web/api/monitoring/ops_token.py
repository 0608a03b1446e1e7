"""Checks the operators' token of programs that operate the shop."""

import hmac

from quart import request

from models.shared.errors import Forbidden
from web.app_context import settings


def is_operator() -> bool:
    """Whether the request carries the token of the settings."""
    token, given = settings().ops_token or "", request.headers.get("X-Ops-Token", "")
    return bool(token) and hmac.compare_digest(given.encode(), token.encode())


async def require_operator() -> None:
    """Run before the views of a blueprint. Raises Forbidden for a wrong token, and if none is configured."""
    if not is_operator():
        raise Forbidden("This is for operators: send their token as X-Ops-Token.")
