"""What takes a fresh password: changes of role, large refunds, webhooks, mail sent again; and who is told of what."""

from dataclasses import replace
from typing import Any

import pyotp
import pytest
from quart import Quart

from models.database import read, write
from tests.web.clients import PASSWORD, Api, Browser, code_of, text_of
from tests.web.placing import drain, place_by_page
from tests.web.sign_in.test_second_factor import set_up
from web.app_context import EXTENSION

pytestmark = pytest.mark.asyncio
FIREFOX = {"User-Agent": "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0"}
NEW = {"current_password": PASSWORD, "new_password": "amber-lantern-meadow-17"}


async def sql(text: str, *values: object) -> list[Any]:
    return list(await read(lambda tx: tx.fetch(text, *values)))


async def grow_old() -> None:
    """As if the last proof in every login was sixteen minutes ago."""
    await write(lambda tx: tx.execute("UPDATE session SET proven_at = ?", tx.now - 16 * 60_000))


async def id_of(table: str) -> str:
    return str((await sql(f"SELECT public_id FROM {table} ORDER BY id LIMIT 1"))[0]["public_id"])


async def test_webhooks_and_roles_ask_for_the_password_and_then_do_what_was_asked(root: Browser, ann: Browser) -> None:
    await grow_old()
    fields = {"url": "https://192.0.43.10/hook", "events": "*"}
    asked = await text_of(await root.post("/admin/webhooks", **fields), 403)
    assert 'name="url" value="https://192.0.43.10/hook"' in asked
    assert "Nothing was done yet" in asked
    assert await sql("SELECT id FROM webhook_endpoint") == []
    wrong = await text_of(await root.post("/admin/webhooks", **fields, proof_password="wrong-otter-canyon-42"), 422)
    assert "not your current password" in wrong
    assert (await root.post("/admin/webhooks", **fields, proof_password=PASSWORD)).status_code < 400
    assert len(await sql("SELECT id FROM webhook_endpoint")) == 1
    hook = await id_of("webhook_endpoint")
    assert (await root.post(f"/admin/webhooks/{hook}/deletion")).status_code == 303  # the proof holds for a while
    await grow_old()
    customer = (await sql("SELECT public_id FROM users WHERE email = 'ann@example.com'"))[0]["public_id"]
    assert (await root.post(f"/admin/customers/{customer}/demotion")).status_code == 403


async def test_a_large_refund_asks_and_a_small_one_does_not(app: Quart, root: Browser, ann: Browser) -> None:
    app.extensions[EXTENSION] = replace(app.extensions[EXTENSION], refund_proof_cents=100)
    order = (await place_by_page(ann)).replace("/orders/", "/admin/orders/")
    await drain()
    await grow_old()
    assert (await root.post(f"{order}/refund", amount="0.60", reason="late")).status_code == 303
    assert (await root.post(f"{order}/refund", amount="0.60", reason="late")).status_code == 403  # 1.20 in all
    for verb in ("refund", "cancellation"):
        assert "Confirm it is you" in await text_of(await root.post(f"{order}/{verb}", reason="all"), 403)
    proof = {"amount": "0.60", "reason": "late", "proof_password": PASSWORD}
    assert (await root.post(f"{order}/refund", **proof)).status_code == 303
    assert [row["amount_cents"] for row in await sql("SELECT amount_cents FROM refund ORDER BY id")] == [60, 60]


async def test_mail_is_sent_again_after_a_proof(root: Browser, ann: Browser) -> None:
    await place_by_page(ann)
    await drain()
    await grow_old()
    path = f"/admin/emails/{await id_of('email_message')}/resend"
    assert (await root.post(path, recipient="")).status_code == 403
    htmx = await root.post(path, headers={"HX-Request": "true", "HX-Current-URL": "http://localhost/admin/emails"})
    assert htmx.headers["HX-Redirect"] == "/account/proof?next=%2Fadmin%2Femails"
    assert (await root.post("/account/proof", proof_password="no")).status_code == 422
    back = await root.post("/account/proof", proof_password=PASSWORD, next="/admin/emails")
    assert back.headers["Location"] == "/admin/emails"
    assert (await root.post(path, recipient="")).status_code == 303


async def test_over_the_api_it_takes_a_fresh_login_where_there_is_a_second_factor(app: Quart, root: Browser) -> None:
    hook = {"url": "https://192.0.43.10/", "events": ["*"]}
    alone = await Api(app).log_in("root@example.com")  # in development, a password alone
    await write(lambda tx: tx.execute("UPDATE refresh_token SET created_at = created_at - 1800000"))
    assert (await alone.call("POST", "/webhooks", hook)).status_code == 201
    _, codes = await set_up(root)
    api = Api(app)
    body = {"email": "root@example.com", "password": PASSWORD, "code": codes[0]}
    tokens = await (await api.call("POST", "/auth/login", body)).get_json()
    api.access = tokens["access_token"]
    assert (await api.call("POST", "/webhooks", hook)).status_code == 201
    await write(lambda tx: tx.execute("UPDATE refresh_token SET created_at = created_at - 1800000"))
    assert await code_of(await api.call("POST", "/webhooks", hook)) == (403, "fresh_login_required")
    assert (await api.call("GET", "/webhooks")).status_code == 200


async def notices() -> list[str]:
    await drain()
    found = await sql("SELECT subject FROM email_message WHERE kind = 'security.notice' ORDER BY id")
    return [str(row["subject"]) for row in found]


async def test_a_new_device_a_password_a_role_and_a_factor_are_mailed(app: Quart, root: Browser, ann: Browser) -> None:
    assert await notices() == []  # the first sign-in of all is no news
    await root.log_in("root@example.com")
    assert await notices() == []  # the same browser
    other = Browser(app)
    page = await other.client.get("/auth/login", headers=FIREFOX)
    assert page.status_code == 200
    await other.post("/auth/login", headers=FIREFOX, email="root@example.com", password=PASSWORD)
    await Api(app).log_in("root@example.com")  # a program at an address that the account is known at
    assert await notices() == ["Your account was signed in to from a new device"]
    text = str((await sql("SELECT text FROM email_message WHERE kind = 'security.notice'"))[0]["text"])
    assert "Firefox on Linux" in " ".join(text.split())
    key, _ = await set_up(root)
    assert len(pyotp.TOTP(key).now()) == 6
    await root.post("/account/security/authenticator/removal")
    await root.post("/auth/change-password", **NEW)
    customer = (await sql("SELECT public_id FROM users WHERE email = 'ann@example.com'"))[0]["public_id"]
    again = {"staff_role": "support", "current_password": NEW["new_password"]}
    assert (await root.post(f"/admin/customers/{customer}/promotion", **again)).status_code == 303
    assert (await notices())[1:] == [
        "Your account is signed in to in one more way",
        "A way to sign in was removed",
        "Your password was changed",
        "Your role was changed",
    ]


async def test_a_notice_holds_nothing_that_a_stranger_chose_and_is_not_sent_again(app: Quart, root: Browser) -> None:
    evil = {"User-Agent": "visit.evil.example"}
    await Browser(app).post("/auth/login", headers=evil, email="root@example.com", password=PASSWORD)
    assert await notices() == ["Your account was signed in to from a new device"]
    mail = (await sql("SELECT public_id, text FROM email_message WHERE kind = 'security.notice'"))[0]
    assert "evil" not in mail["text"]
    refused = await text_of(await root.post(f"/admin/emails/{mail['public_id']}/resend", recipient=""), 409)
    assert "not sent again" in refused


async def test_sign_ins_of_staff_stand_in_the_audit_log(app: Quart, root: Browser, ann: Browser) -> None:
    await set_up(root)
    await Browser(app).log_in("root@example.com", password="wrong-otter-canyon-42")
    browser = Browser(app)
    await browser.log_in("root@example.com")
    await browser.post("/auth/second-factor", code="000000")
    kinds = [(row["action"], row["after"]) for row in await sql("SELECT action, after FROM audit_entry ORDER BY id")]
    assert [kind for kind, _ in kinds] == ["sign_in", "factor.add", "sign_in.refused", "sign_in.refused"]
    assert '"by": "password"' in kinds[2][1]
    assert '"by": "code"' in kinds[3][1]
    assert await sql("SELECT id FROM audit_entry WHERE actor = 'ann@example.com'") == []  # a customer's are not
