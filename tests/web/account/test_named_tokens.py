"""Named tokens: shown once, kept as a hash, good for what their scope says and not for the account, until their end."""

import re
from typing import Any

import pytest
from quart import Quart

from models.database import read, write
from tests.web.clients import PASSWORD, Api, Browser, code_of, text_of

pytestmark = pytest.mark.asyncio
SECRET = re.compile(r'id="new-token">(cwt_[\w-]{43})<')


async def made(browser: Browser, scope: str, name: str = "Warehouse script") -> Api:
    """A client with a token of this scope."""
    page = await text_of(await browser.post("/account/tokens", name=name, scope=scope, days="30"))
    api = Api(browser.client.app)
    api.access = SECRET.findall(page)[0]
    return api


async def one(sql: str, *values: object) -> Any:
    return await read(lambda tx: tx.fetch_one(sql, *values))


async def test_a_token_is_shown_once_and_kept_as_a_hash(root: Browser) -> None:
    api = await made(root, "staff")
    page = await text_of(await root.get("/account/logins"))
    assert "Warehouse script" in page
    assert api.access not in page
    assert api.access not in str(dict(await one("SELECT * FROM api_token")))
    assert (await (await api.call("GET", "/auth/me")).get_json())["email"] == "root@example.com"
    assert "never used" not in await text_of(await root.get("/account/logins"))


@pytest.mark.parametrize(
    ("scope", "opened"),
    [
        ("read", {"GET /orders", "GET /cart", "GET /admin/orders"}),
        ("shop", {"GET /orders", "GET /cart", "DELETE /cart"}),
        ("staff", {"GET /orders", "GET /cart", "DELETE /cart", "GET /admin/orders", "POST /admin/queues/mail/pause"}),
    ],
)
async def test_a_scope_opens_what_it_says(root: Browser, scope: str, opened: set[str]) -> None:
    api, found = await made(root, scope), set()
    tried = ("GET /orders", "GET /cart", "DELETE /cart", "GET /admin/orders", "POST /admin/queues/mail/pause")
    for each in tried:
        method, path = each.split()
        answer = await api.call(method, path, {} if method == "POST" else None)
        if answer.status_code < 400:
            found.add(each)
        else:
            assert await code_of(answer) == (403, "scope_too_small"), each
    assert found == opened
    for method, path, body in (
        ("POST", "/account/tokens", {"name": "x", "scope": "staff", "days": 1}),
        ("POST", "/auth/password", {"current_password": PASSWORD, "new_password": "amber-lantern-meadow-17"}),
        ("PATCH", "/auth/me", {"name": "Eve"}),
        ("GET", "/account/data", None),
        ("POST", "/account/erasure", {"current_password": PASSWORD}),
    ):
        assert await code_of(await api.call(method, path, body)) == (403, "scope_too_small"), path


async def test_a_customers_token_of_the_scope_staff_opens_nothing_for_staff(ann: Browser) -> None:
    api = await made(ann, "staff")
    assert await code_of(await api.call("GET", "/admin/orders")) == (403, "forbidden")


async def test_it_ends_when_it_is_revoked_when_its_time_is_over_and_with_its_owner(app: Quart, root: Browser) -> None:
    revoked, over, disabled = [await made(root, "read", name) for name in ("one", "two", "three")]
    row = await one("SELECT public_id FROM api_token WHERE name = 'one'")
    assert (await root.post(f"/account/tokens/{row['public_id']}/revocation")).status_code == 303
    await write(lambda tx: tx.execute("UPDATE api_token SET expires_at = ? WHERE name = 'two'", tx.now))
    assert (await disabled.call("GET", "/orders")).status_code == 200
    for api in (revoked, over):
        assert await code_of(await api.call("GET", "/orders")) == (401, "unauthenticated")
    await write(lambda tx: tx.execute("UPDATE users SET is_active = ?", False))
    assert (await disabled.call("GET", "/orders")).status_code == 401


async def test_all_are_revoked_at_once_and_nobody_revokes_anothers(app: Quart, root: Browser, ann: Browser) -> None:
    theirs, mine = await made(ann, "read"), await made(root, "read")
    row = await one("SELECT t.public_id FROM api_token t JOIN users u ON u.id = t.user_id WHERE u.email LIKE 'ann%'")
    assert (await root.post(f"/account/tokens/{row['public_id']}/revocation")).status_code == 404
    assert (await root.post("/account/tokens/revocation")).status_code == 303
    assert (await mine.call("GET", "/orders")).status_code == 401
    assert (await theirs.call("GET", "/orders")).status_code == 200


async def test_tokens_over_the_api(app: Quart, ann: Browser) -> None:
    api = await Api(app).log_in("ann@example.com")
    for bad in ({"days": 0}, {"days": 366}, {"scope": "all"}, {"name": ""}, {"name": "x" * 101}):
        body = {"name": "Script", "scope": "read", "days": 7, **bad}
        assert (await api.call("POST", "/account/tokens", body)).status_code == 422, bad
    answer = await api.call("POST", "/account/tokens", {"name": "Script", "scope": "shop", "days": 7})
    token = await answer.get_json()
    assert answer.status_code == 201, token
    assert token["token"].startswith("cwt_")
    listed = (await (await api.call("GET", "/account/tokens")).get_json())["items"]
    assert [(each["name"], "token" in each) for each in listed] == [("Script", False)]
    assert (await api.call("DELETE", f"/account/tokens/{token['id']}")).status_code == 204
    assert (await api.call("DELETE", f"/account/tokens/{token['id']}")).status_code == 404
    found = (await (await api.call("GET", "/account/logins")).get_json())["items"]
    assert [each["is_program"] for each in found] == [False, True]
    assert (await api.call("DELETE", f"/account/logins/{found[0]['id']}")).status_code == 204
    assert (await ann.get("/auth/profile")).status_code == 303


async def test_a_token_takes_a_fresh_proof_and_is_mailed(root: Browser) -> None:
    await write(lambda tx: tx.execute("UPDATE session SET proven_at = 0"))
    fields = {"name": "x", "scope": "read", "days": "7"}
    assert (await root.post("/account/tokens", **fields)).status_code == 403
    assert (await root.post("/account/tokens", **fields, proof_password=PASSWORD)).status_code == 200
    job = await one("SELECT payload FROM job WHERE kind = 'mail.address' ORDER BY id DESC LIMIT 1")
    assert '"change": "token"' in job["payload"]
