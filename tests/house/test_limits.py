"""Every route has a limit on how often one caller may ask; those that try passwords or place orders a stricter one."""

import pytest
from quart import Quart

from tests.house.test_routes import routes
from web.security.rate_limit_policies import AUTH, CHECKOUT, EXEMPT, MAIL, READ, STRICTER, WRITE, policy_for

PROBES = {"/livez", "/readyz", "/api/v1/health"}


def unlimited(named: set[str]) -> set[str]:
    """Routes without a limit."""
    return {route for route in named if policy_for(*route.split()) is None}


def too_lax(named: set[str]) -> set[str]:
    """Routes where a secret is tried, or an order placed, under the limit of all others."""
    unsafe = [route.split() for route in named if not route.startswith("GET ")]
    tried = [(method, path) for method, path in unsafe if "/auth/" in path and not path.endswith("/logout")]
    placed = [(method, path) for method, path in unsafe if path in ("/checkout", "/api/v1/orders")]
    return {f"{method} {path}" for method, path in tried + placed if policy_for(method, path) in (READ, WRITE, None)}


@pytest.mark.asyncio
async def test_every_route_but_the_probes_has_a_limit(app: Quart) -> None:
    assert EXEMPT == PROBES
    assert unlimited(routes(app)) == {f"GET {path}" for path in PROBES}


@pytest.mark.asyncio
async def test_trying_secrets_and_ordering_are_limited_more_strictly(app: Quart) -> None:
    assert too_lax(routes(app)) == set()
    assert {path for path in STRICTER if not {f"POST {path}", f"PATCH {path}"} & routes(app)} == set()
    strict = [policy.quota / policy.window_seconds for policy in (AUTH, CHECKOUT, MAIL)]
    assert max(strict) < WRITE.quota / WRITE.window_seconds


def test_the_rules_can_fail() -> None:
    assert unlimited({"GET /livez", "GET /x"}) == {"GET /livez"}
    assert too_lax({"POST /auth/new", "POST /auth/login", "GET /auth/new", "POST /auth/logout"}) == {"POST /auth/new"}
