"""Whose act a request is, for the audit log: the account, the request and where it came from."""

from quart import request

from models.accounts.account_record import Account
from models.audit.audit_log import Actor
from web.http.envelope import request_id


def actor_for(account: Account) -> Actor:
    """An account that does something or is about to sign in, with the request and the address it comes from."""
    return Actor(account.email, account.id, request_id=request_id(), address=request.remote_addr or "")
