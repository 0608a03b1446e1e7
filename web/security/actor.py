"""Who does this, for the audit log."""

from models.audit.audit_log import Actor
from web.http.request_actor import actor_for
from web.security.identity import caller


def actor() -> Actor:
    """The account that asks, with the request and the address it came from. Raises Unauthenticated for a stranger."""
    return actor_for(caller())
