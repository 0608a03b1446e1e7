"""How much one caller may ask for: every route has its limit, those that cost most a stricter one.

A caller is an account or, before anybody is known, a network address; where passwords are tried it is always the
address. Probes are exempt. What is exact about the counting and what is not: docs/decisions/0009.
"""

import math
from typing import Any

from quart import Quart, Response, current_app, g, request

from core.settings import Settings
from models.shared.errors import Refusal, TooManyRequests
from web.app_context import settings
from web.http.client_address import client_address, one_customers
from web.http.request_kind import PROBES
from web.security import identity
from web.security.cross_origin import SAFE
from web.security.rate_limiter import Policy, RateLimiter, Verdict

EXTENSION = "cartwright.rate_limiter"
READ = Policy("read", quota=1200, window_seconds=60, share=300, lease=60)
WRITE = Policy("write", quota=600, window_seconds=60, share=60, lease=30)
CHECKOUT = Policy("checkout", quota=120, window_seconds=60, share=20, lease=10)
AUTH = Policy("auth", quota=300, window_seconds=60, share=30, lease=15)
MAIL = Policy("mail", quota=20, window_seconds=600, share=0, lease=1)
EXEMPT = frozenset({*PROBES, "/api/v1/health"})
STRICTER = {
    "/checkout": CHECKOUT,
    "/api/v1/orders": CHECKOUT,
    "/api/v1/orders/lookup": MAIL,
    "/orders/lookup": MAIL,
    "/auth/login": AUTH,
    "/auth/register": AUTH,
    "/auth/set-up": AUTH,
    "/auth/second-factor": AUTH,
    "/auth/passkey": AUTH,
    "/auth/passkey/options": AUTH,
    "/account/proof": AUTH,
    "/account/data/erasure": AUTH,
    "/api/v1/account/erasure": AUTH,
    "/auth/change-password": AUTH,
    "/auth/reset-password": AUTH,
    "/auth/verify-email": AUTH,
    "/auth/profile": AUTH,
    "/auth/profile/email": MAIL,
    "/auth/verify-email/mail": MAIL,
    "/auth/forgot-password": MAIL,
    "/api/v1/auth/login": AUTH,
    "/api/v1/auth/register": AUTH,
    "/api/v1/auth/refresh": AUTH,
    "/api/v1/auth/password": AUTH,
    "/api/v1/auth/password/reset": AUTH,
    "/api/v1/auth/password/forgot": MAIL,
    "/api/v1/auth/me": MAIL,
    "/api/v1/auth/email/verification": MAIL,
    "/api/v1/auth/email/verification/confirm": AUTH,
}


def install(app: Quart) -> None:
    """Give the application its memory of callers."""
    app.extensions[EXTENSION] = RateLimiter()


def policy_for(method: str, path: str) -> Policy | None:
    """The limit of a request; None for those that are exempt."""
    if path in EXEMPT:
        return None
    if method in SAFE:
        return READ
    return STRICTER.get(path, WRITE)


async def recognise_and_admit() -> None:
    """Before all routes: find out who is asking, and count it. Raises TooManyRequests when that was too often."""
    try:
        await identity.recognise()
    except Refusal:  # credentials that do not hold are a request as well
        await admit()
        raise
    await admit()


async def admit() -> None:
    """Count this request. Raises TooManyRequests; `extra['retry_after']` says when to come again."""
    policy = policy_for(request.method, request.path)
    if policy is None or not settings().rate_limit:
        return
    limiter: RateLimiter = current_app.extensions[EXTENSION]
    verdict = await limiter.spend(policy, _caller(policy))
    g.limit = (policy, verdict)
    if not verdict.passes:
        seconds = max(1, math.ceil(verdict.reset_seconds))
        raise TooManyRequests(
            "Too many requests in a short time. Please wait a moment and try again.", retry_after=seconds
        )


async def add_limit_headers(response: Response) -> Response:
    """After all routes: say what the limit is and what is left of it (the IETF's draft of RateLimit fields)."""
    limit: tuple[Policy, Verdict] | None = g.get("limit")
    if limit is not None:
        response.headers.update(fields(*limit))
    return response


def fields(policy: Policy, verdict: Verdict) -> dict[str, str]:
    """The limit and what is left of it, as header fields."""
    seconds = max(1, math.ceil(verdict.reset_seconds))
    return {
        "RateLimit-Policy": f'"{policy.name}";q={policy.quota};w={policy.window_seconds}',
        "RateLimit": f'"{policy.name}";r={verdict.left};t={seconds}',
    }


async def admit_reader(app: Quart, its: Settings, scope: Any) -> list[tuple[bytes, bytes]] | None:
    """Count a reader by address who never gets to the routes; the fields that tell of it, None for one too many."""
    if not its.rate_limit:
        return []
    address = (scope.get("client") or ("<local>",))[0]
    verdict = await app.extensions[EXTENSION].spend(READ, f"address:{one_customers(address)}")
    if not verdict.passes:
        return None
    return [(name.lower().encode(), value.encode()) for name, value in fields(READ, verdict).items()]


def _caller(policy: Policy) -> str:
    account = identity.current_account()
    if account is None or policy in (AUTH, MAIL):
        return f"address:{client_address()}"
    return f"account:{account.id}"
