"""Access tokens: whatever is not exactly one of ours is nobody's."""

import base64
import dataclasses
import time
from typing import Any

import jwt
import pytest
from itsdangerous import timed
from quart import Quart

from core.settings import Settings
from tests.web.clients import Api, Browser, code_of, make_user
from web.app import create_app
from web.app_context import derived_keys
from web.security.access_tokens import LIFE_SECONDS

pytestmark = pytest.mark.asyncio


async def forgeries(settings: Settings, token: str, refresh: str) -> dict[str, str]:
    key = derived_keys(settings, "access-token")[0]
    good, head = (
        jwt.decode(token, options={"verify_signature": False}),
        {"kid": jwt.get_unverified_header(token)["kid"], "typ": "at+jwt"},
    )

    def made(
        claims: Any = None, *, secret: Any = key, algorithm: str = "HS256", without: str = "", **header: Any
    ) -> str:
        payload = {name: value for name, value in {**good, **(claims or {})}.items() if name != without}
        return jwt.encode(payload, secret, algorithm=algorithm, headers={**head, **header})

    body, signature = token.rsplit(".", 1)
    return {
        "none": made(secret=None, algorithm="none"),
        "hs512": made(secret=key * 2, algorithm="HS512"),
        "hs384": made(secret=key * 2, algorithm="HS384"),
        "another key": made(secret=b"x" * 32),
        "the raw secret": made(secret=settings.secret_key.encode()),
        "key of the forms": made(secret=derived_keys(settings, "csrf")[0]),
        "kid path": made(kid="../../etc/passwd"),
        "kid list": made(kid="['x']"),
        "expired": made({"exp": int(time.time()) - 1}),
        "not yet": made({"nbf": int(time.time()) + 600}),
        "other audience": made({"aud": "somebody"}),
        "other issuer": made({"iss": "somebody"}),
        "wrong kind": made({"typ": "refresh"}),
        "other version": made({"ver": 2}),
        "other family": made({"fam": "x" * 26}),
        "other user": made({"sub": "x" * 26}),
        "version as text": made({"ver": "1 OR 1=1"}),
        **{
            f"without {name}": made(without=name)
            for name in ("exp", "iat", "iss", "aud", "sub", "jti", "typ", "ver", "fam")
        },
        "flipped": f"{body}.{'A' if signature[0] != 'A' else 'B'}{signature[1:]}",
        "refresh as access": refresh,
        "empty": "",
        "noise": "a.b.c",
        "not ascii": "ä.ö.ü".encode().decode("latin-1"),
    }


async def test_no_forged_token_is_let_in(app: Quart, settings: Settings) -> None:
    await make_user()
    client, page = await Api(app).log_in("ann@example.com"), Browser(app)
    await page.log_in("ann@example.com")
    tokens = await forgeries(settings, client.access, client.refresh) | {"session as access": str(page.session)}
    for name, token in tokens.items():
        answer = await client.call("GET", "/auth/me", Authorization=f"Bearer {token}")
        assert await code_of(answer) == (401, "unauthenticated"), name
    assert (await client.call("GET", "/auth/me")).status_code == 200


@pytest.mark.parametrize(
    "header", ["", "Basic", "Basic %%%", "Basic " + base64.b64encode(b"nocolon").decode(), "Digest x",
               "Bearer", "x" * 5000, "Basic " + base64.b64encode(b"\xff\xfe:x").decode()],
)  # fmt: skip
async def test_a_header_that_makes_no_sense_is_401(api: Api, header: str) -> None:
    assert await code_of(await api.call("GET", "/auth/me", Authorization=header)) == (401, "unauthenticated")
    assert await code_of(await api.call("GET", "/health", Authorization=header)) == (401, "unauthenticated")


async def test_keys_rotate_without_ending_tokens(app: Quart, settings: Settings) -> None:
    await make_user()
    client = await Api(app).log_in("ann@example.com")
    rotated = create_app(dataclasses.replace(settings, secret_keys=("n" * 48, settings.secret_key)))
    newer = Api(rotated)
    newer.access = client.access
    assert (await newer.call("GET", "/auth/me")).status_code == 200
    await newer.log_in("ann@example.com")
    client.access = newer.access
    assert (await client.call("GET", "/auth/me")).status_code == 401


@pytest.mark.parametrize("ahead_seconds", [-10, 10, 3600])
async def test_a_token_of_a_host_with_another_clock_is_let_in(
    app: Quart, settings: Settings, ahead_seconds: int
) -> None:
    """Ten seconds off in either direction, or the clock of this host set back by an hour."""
    await make_user()
    client = await Api(app).log_in("ann@example.com")
    payload = jwt.decode(client.access, options={"verify_signature": False})
    payload |= {"iat": payload["iat"] + ahead_seconds, "exp": payload["exp"] + ahead_seconds}
    header = {"kid": jwt.get_unverified_header(client.access)["kid"], "typ": "at+jwt"}
    key = derived_keys(settings, "access-token")[0]
    client.access = jwt.encode(payload, key, algorithm="HS256", headers=header)
    assert (await client.call("GET", "/auth/me")).status_code == 200


async def test_a_token_holds_as_long_as_was_said_on_a_host_whose_clock_is_ten_seconds_ahead(app: Quart) -> None:
    await make_user()
    client = await Api(app).log_in("ann@example.com")
    payload = jwt.decode(client.access, options={"verify_signature": False})
    assert payload["exp"] - payload["iat"] == LIFE_SECONDS + 10


@pytest.mark.parametrize("ahead_seconds", [-10, 10, 3600])
async def test_a_session_of_a_host_with_another_clock_is_let_in(
    app: Quart, monkeypatch: pytest.MonkeyPatch, ahead_seconds: int
) -> None:
    await make_user()
    browser = Browser(app)
    with monkeypatch.context() as other_host:
        now = time.time
        other_host.setattr(timed.time, "time", lambda: now() + ahead_seconds)
        assert (await browser.log_in("ann@example.com")).status_code == 303
    assert (await browser.get("/auth/profile")).status_code == 200
