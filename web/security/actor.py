"""Who does this, for the audit log."""

from quart import request

from models.audit.audit_log import Actor
from web.http.envelope import request_id
from web.security.identity import caller


def actor() -> Actor:
    """The account that asks, with the request and the address it came from. Raises Unauthenticated for a stranger."""
    account = caller()
    return Actor(account.email, account.id, request_id=request_id(), address=request.remote_addr or "")
