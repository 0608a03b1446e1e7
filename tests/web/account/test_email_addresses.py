"""An address proves nothing until its owner answered a mail: guest orders, the account's address, and its change."""

import asyncio
import re
from collections.abc import AsyncIterator
from typing import Any

import pytest
import pytest_asyncio
from quart import Quart

from core.settings import Settings
from models.accounts import first_admin, passwords
from models.catalog.seed import seed_demo
from models.database import write
from pipelines.gateways.payment_provider import install_provider
from pipelines.gateways.smtp import SmtpMailer, install_mailer
from pipelines.gateways.test_provider import TestProvider
from tests.journeys import story
from tests.pipelines.fault_server import FaultServer, serving
from tests.web.clients import PASSWORD, Api, Browser, code_of, make_user, text_of
from tests.web.placing import api_body, product_id
from web.app_context import derived_keys
from workers.job_attempt import attempt

pytestmark = pytest.mark.asyncio
VICTIM, NEW = "victim@example.com", "new@example.com"
SECRETS = {"name": "Victoria Real", "line1": "17 Hidden Lane", "phone": "+1 503 555 0199"}
NOTE = "the key is under the mat"
LINK = re.compile(r"http://localhost:5566(/auth/(?:verify-email|reset-password)\?token=([\w-]{43}))\s")


@pytest_asyncio.fixture
async def shop_app(app: Quart, tmp_path: Any) -> AsyncIterator[Quart]:
    await write(seed_demo)
    install_provider(TestProvider(tmp_path / "provider.jsonl"))
    yield app
    await story.books_are_clean()


async def order_as_guest(app: Quart, email: str = VICTIM, key: str = "guest-1") -> dict[str, Any]:
    """A guest's order with things that are nobody else's business, as the API answers it."""
    api = Api(app)
    cart = await (await api.call("POST", "/cart/items", {"product_id": await product_id()})).get_json()
    body = api_body(email=email, note=NOTE)
    body["shipping_address"] |= SECRETS
    answer = await api.call("POST", "/orders", body, **{"X-Cart-Token": cart["cart_token"], "Idempotency-Key": key})
    order: dict[str, Any] = await answer.get_json()
    assert answer.status_code == 202, order
    await story.drain()
    return order


async def register(app: Quart, email: str = VICTIM, **fields: str) -> Api:
    """An account opened over the API and signed in to, its mail written."""
    answer = await Api(app).call("POST", "/auth/register", {"email": email, "password": PASSWORD, **fields})
    assert answer.status_code == 201, await answer.get_data(as_text=True)
    await story.drain()
    return await Api(app).log_in(email)


async def browser_of(app: Quart, email: str = VICTIM) -> Browser:
    browser = Browser(app)
    assert (await browser.log_in(email)).status_code == 303
    return browser


async def mails(recipient: str, kind: str = "") -> list[Any]:
    """The mail written to an address, oldest first."""
    return [row for row in await story.mails("recipient = ?", recipient) if row["kind"].startswith(kind)]


async def link(recipient: str = VICTIM, kind: str = "email.") -> tuple[str, str]:
    """Path and secret of the newest link that was mailed to an address."""
    row = (await mails(recipient, kind))[-1]
    found = LINK.search(row["text"])
    assert found, row["text"]
    assert f'href="http://localhost:5566{found[1]}"' in row["html"]
    return found[1], found[2]


async def orders_of(api: Api) -> list[str]:
    return [order["id"] for order in (await (await api.call("GET", "/orders")).get_json())["items"]]


async def me(api: Api) -> dict[str, Any]:
    document: dict[str, Any] = await (await api.call("GET", "/auth/me")).get_json()
    return document


async def minute_later() -> None:
    """A second mail within one minute is one job; here each counts as asked in a minute of its own."""
    await write(lambda tx: tx.execute("UPDATE job SET dedupe_key = id"))


async def ask_again(api: Api) -> Any:
    await minute_later()
    answer = await api.call("POST", "/auth/email/verification")
    await story.drain()
    return answer


async def confirm(api: Api, secret: str) -> Any:
    return await api.call("POST", "/auth/email/verification/confirm", {"token": secret})


# the attack


async def test_registering_with_somebodys_address_opens_none_of_their_orders(shop_app: Quart) -> None:
    order = await order_as_guest(shop_app)
    thief = await register(shop_app)
    assert await orders_of(thief) == []
    path = f"/orders/{order['id']}"
    assert await code_of(await thief.call("GET", path)) == (404, "not_found")
    assert await code_of(await thief.call("GET", f"{path}/events")) == (404, "not_found")
    assert await code_of(await thief.call("POST", f"{path}/cancellation")) == (404, "not_found")
    assert await code_of(await thief.call("POST", f"{path}/claim")) == (404, "not_found")
    pages = await browser_of(shop_app)
    shown = await text_of(await pages.get("/orders"))
    assert "No orders yet" in shown
    for secret in (*SECRETS.values(), NOTE, order["number"]):
        assert secret not in shown
    for answer in (
        await pages.get(path),
        await pages.get(f"{path}/status"),
        await pages.post(f"{path}/cancellation"),
        await pages.post(f"{path}/claim"),
    ):
        assert answer.status_code == 404
    guest = Api(shop_app)
    seen = await (await guest.call("GET", path, **{"X-Order-Token": order["access_token"]})).get_json()
    assert (seen["status"], seen["note"]) == ("confirmed", NOTE)


async def test_no_door_takes_orders_in_by_the_address_alone(shop_app: Quart, settings: Settings) -> None:
    await order_as_guest(shop_app)
    await order_as_guest(shop_app, "root@example.com", "guest-2")
    await order_as_guest(shop_app, NEW, "guest-3")
    pages = Browser(shop_app)
    assert (await pages.post("/auth/register", email=VICTIM.upper(), password=PASSWORD)).status_code == 303
    await pages.log_in(VICTIM)
    await Api(shop_app).log_in(VICTIM)
    hashed, keys = passwords.hash_password(PASSWORD), derived_keys(settings, first_admin.PURPOSE)
    now = await write(_now)
    made = first_admin.new_link(keys[0], now)
    await write(lambda tx: first_admin.create(tx, keys, made, email="root@example.com", password_hash=hashed, name=""))
    api = await Api(shop_app).log_in(VICTIM)
    change = {"email": NEW, "current_password": PASSWORD}
    assert (await api.call("PATCH", "/auth/me", change)).status_code == 200
    await story.drain()
    assert {row["user_id"] for row in await story.every("SELECT user_id FROM orders")} == {None}
    assert {row["email_verified_at"] for row in await story.every("SELECT email_verified_at FROM users")} == {None}


async def _now(tx: Any) -> int:
    return int(tx.now)


# the proof


async def test_the_mailed_link_proves_the_address_and_brings_its_orders(shop_app: Quart) -> None:
    order = await order_as_guest(shop_app)
    api = await register(shop_app)
    assert (await me(api))["email_verified_at"] is None
    (mail,) = await mails(VICTIM, "email.")
    assert (mail["kind"], mail["subject"]) == ("email.verify", "Confirm your e-mail address")
    path, secret = await link()
    pages = await browser_of(shop_app)
    assert "Not confirmed" in await text_of(await pages.get("/auth/profile"))
    asked = await text_of(await pages.get(path))
    assert f'name="token" value="{secret}"' in asked
    assert VICTIM in asked
    assert await orders_of(api) == []  # a program that looks into mail has opened it, and nothing was done
    done = await pages.post("/auth/verify-email", page=path, token=secret)
    assert (done.status_code, done.headers["Location"]) == (303, "/orders")
    shown = await text_of(await pages.get("/orders"))
    assert order["number"] in shown
    assert "One order joined it" in shown
    assert "Not confirmed" not in await text_of(await pages.get("/auth/profile"))
    assert await orders_of(api) == [order["id"]]
    assert (await me(api))["email_verified_at"] is not None
    seen = await (await api.call("GET", f"/orders/{order['id']}")).get_json()
    assert seen["note"] == NOTE


async def test_a_stranger_is_sent_to_the_login_and_comes_back_to_the_link(shop_app: Quart) -> None:
    await register(shop_app)
    path, secret = await link()
    pages = Browser(shop_app)
    to_login = (await pages.get(path)).headers["Location"]
    assert to_login.startswith("/auth/login?next=/auth/verify-email")
    found = re.search(r'name="next" value="([^"]+)"', await text_of(await pages.get(to_login)))
    assert found
    back = await pages.log_in(VICTIM, next=found[1])
    assert back.headers["Location"] == path
    assert (await pages.get(path)).status_code == 200
    assert (await Browser(shop_app).post("/auth/verify-email", token=secret)).status_code == 303
    assert (await me(await Api(shop_app).log_in(VICTIM)))["email_verified_at"] is None


async def test_the_link_works_in_its_own_account_only(shop_app: Quart) -> None:
    await order_as_guest(shop_app)
    await register(shop_app)
    path, secret = await link()
    bob = await register(shop_app, "bob@example.com")
    assert await code_of(await confirm(bob, secret)) == (400, "invalid_token")
    pages = await browser_of(shop_app, "bob@example.com")
    gone = await text_of(await pages.get(path), 410)
    assert VICTIM not in gone
    assert (await pages.post("/auth/verify-email", token=secret)).status_code == 410
    assert await orders_of(bob) == []
    assert (await me(bob))["email_verified_at"] is None
    assert await code_of(await confirm(Api(shop_app), secret)) == (401, "unauthenticated")


async def test_the_link_works_once_for_a_day_and_its_hash_is_kept(shop_app: Quart) -> None:
    api = await register(shop_app)
    _, secret = await link()
    for table in ("email_link", "job"):
        assert secret not in str([tuple(row) for row in await story.every(f"SELECT * FROM {table}")])
    await write(lambda tx: tx.execute("UPDATE email_link SET expires_at = ?", tx.now))
    assert await code_of(await confirm(api, secret)) == (400, "invalid_token")
    await write(lambda tx: tx.execute("UPDATE email_link SET expires_at = ?", tx.now + 60_000))
    answers = await asyncio.gather(*(confirm(api, secret) for _ in range(5)))
    assert sorted(answer.status_code for answer in answers) == [200] + [400] * 4
    for token in ("", "x", "0" * 43, "\u0000", "ä", "x" * 300):
        assert (await confirm(api, token)).status_code in (400, 422)


async def test_a_double_click_is_told_that_the_address_is_confirmed(shop_app: Quart) -> None:
    await register(shop_app)
    _, secret = await link()
    pages = await browser_of(shop_app)
    assert "confirmed already" not in await text_of(await pages.get("/auth/verify-email?token=used"), 410)
    first, second = [await pages.post("/auth/verify-email", page="/orders", token=secret) for _ in range(2)]
    assert first.status_code == 303
    assert "this address is confirmed already" in await text_of(second, 410)


async def test_a_proved_account_gets_its_later_guest_orders_by_the_same_proof(shop_app: Quart) -> None:
    api = await register(shop_app)
    assert (await confirm(api, (await link())[1])).status_code == 200
    since = (await me(api))["email_verified_at"]
    order = await order_as_guest(shop_app)
    assert await orders_of(api) == []
    pages = await browser_of(shop_app)
    shown = await text_of(await pages.get("/orders"))
    assert "Find orders placed as a guest" in shown
    assert order["number"] not in shown
    await minute_later()
    sent = await pages.post("/auth/verify-email/mail", page="/orders", next="/orders")
    assert (sent.status_code, sent.headers["Location"]) == (303, "/orders")
    assert f"We mailed a link to {VICTIM}" in await text_of(await pages.get("/orders"))
    await story.drain()
    assert (await confirm(api, (await link())[1])).status_code == 200
    assert await orders_of(api) == [order["id"]]
    assert (await me(api))["email_verified_at"] == since


async def test_the_orders_page_is_the_same_with_and_without_orders_to_be_found(shop_app: Quart) -> None:
    await register(shop_app)
    await register(shop_app, "nobody@example.com")
    await order_as_guest(shop_app)
    seen = set()
    for email in (VICTIM, "nobody@example.com"):
        pages = await browser_of(shop_app, email)
        text = await text_of(await pages.get("/orders"))
        seen.add(re.sub(r"[0-9a-f]{64}", "", text).replace(email, ""))
    assert len(seen) == 1


async def test_the_orders_own_key_is_a_proof_over_the_api_too(shop_app: Quart) -> None:
    order = await order_as_guest(shop_app, "gift@example.com")
    api = await register(shop_app, "ann@example.com")
    path, key = f"/orders/{order['id']}/claim", {"X-Order-Token": order["access_token"]}
    assert await code_of(await api.call("POST", path)) == (404, "not_found")
    assert await code_of(await api.call("POST", path, **{"X-Order-Token": "0" * 26})) == (404, "not_found")
    assert await code_of(await Api(shop_app).call("POST", path, **key)) == (401, "unauthenticated")
    for _ in range(2):
        answer = await api.call("POST", path, **key)
        assert (answer.status_code, (await answer.get_json())["id"]) == (200, order["id"])
    assert await orders_of(api) == [order["id"]]
    bob = await register(shop_app, "bob@example.com")
    assert await code_of(await bob.call("POST", path, **key)) == (409, "conflict")
    assert await orders_of(bob) == []
    old = await order_as_guest(shop_app, "gift@example.com", "guest-2")
    await write(lambda tx: tx.execute("UPDATE orders SET created_at = created_at - ?", 31 * 24 * 3_600_000))
    late = await api.call("POST", f"/orders/{old['id']}/claim", **{"X-Order-Token": old["access_token"]})
    assert await code_of(late) == (404, "not_found")


async def test_a_password_chosen_by_mail_proves_the_address_and_throws_the_thief_out(shop_app: Quart) -> None:
    order = await order_as_guest(shop_app)
    thief = await register(shop_app)
    thiefs = {"email": "thief@example.com", "current_password": PASSWORD}
    assert (await thief.call("PATCH", "/auth/me", thiefs)).status_code == 200
    await Api(shop_app).call("POST", "/auth/password/forgot", {"email": VICTIM})
    await story.drain()
    _, change = await link("thief@example.com")
    _, secret = await link(kind="password.")
    chosen = "amber-lantern-meadow-17"
    answer = await Api(shop_app).call("POST", "/auth/password/reset", {"token": secret, "new_password": chosen})
    assert answer.status_code == 204
    assert (await thief.call("GET", "/auth/me")).status_code == 401
    owner = await Api(shop_app).log_in(VICTIM, chosen)
    assert (await me(owner))["email_verified_at"] is not None
    assert await orders_of(owner) == [order["id"]]
    assert await code_of(await confirm(owner, change)) == (400, "invalid_token")


# another name, another address


async def test_the_profile_changes_the_name(shop_app: Quart) -> None:
    api = await register(shop_app, name="Ann")
    pages = await browser_of(shop_app)
    assert (await pages.post("/auth/profile", page="/auth/profile", name=" Åsa Berg ")).status_code == 303
    assert "Hello, Åsa Berg" in await text_of(await pages.get("/auth/profile"))
    assert (await me(api))["name"] == "Åsa Berg"
    answer = await api.call("PATCH", "/auth/me", {"name": ""})
    assert (answer.status_code, (await answer.get_json())["name"]) == (200, "")
    assert (await pages.post("/auth/profile", page="/auth/profile", name="x" * 201)).status_code == 422
    for body in (
        {"name": "a\nb"},
        {"name": None},
        {"role": "admin"},
        {"email_verified_at": "2026-11-30T00:00:00.000Z"},
    ):
        assert await code_of(await api.call("PATCH", "/auth/me", body)) == (422, "invalid")
    assert (await api.call("PATCH", "/auth/me", {})).status_code == 200
    assert (await me(api))["role"] == "customer"


async def test_the_address_changes_when_the_link_at_the_new_one_is_opened(shop_app: Quart) -> None:
    order = await order_as_guest(shop_app, NEW)
    api = await register(shop_app)
    pages = await browser_of(shop_app)
    sent = await pages.post("/auth/profile/email", page="/auth/profile", email=NEW.upper(), current_password=PASSWORD)
    assert sent.status_code == 303
    assert f"We mailed a link to {NEW}" in await text_of(await pages.get("/auth/profile"))
    await story.drain()
    note = (await mails(VICTIM))[-1]
    assert note["kind"] == "email.change.notice"
    assert NEW not in note["text"] + note["html"]
    assert "token=" not in note["text"] + note["html"]
    assert (await me(api))["email"] == VICTIM
    await Api(shop_app).call("POST", "/auth/password/forgot", {"email": VICTIM})
    await story.drain()
    reset, verify = (await link(kind="password."))[1], (await link(kind="email.verify"))[1]
    path, secret = await link(NEW)
    assert NEW in await text_of(await pages.get(path))
    assert (await me(api))["email"] == VICTIM
    assert (await pages.post("/auth/verify-email", page=path, token=secret)).headers["Location"] == "/orders"
    now = await me(api)
    assert (now["email"], now["email_verified_at"] is not None) == (NEW, True)
    assert await orders_of(api) == [order["id"]]
    assert await code_of(await Api(shop_app).call("POST", "/auth/login", {"email": VICTIM, "password": PASSWORD})) == (
        401,
        "invalid_credentials",
    )
    await Api(shop_app).log_in(NEW)
    body = {"token": reset, "new_password": "amber-lantern-meadow-17"}
    assert await code_of(await Api(shop_app).call("POST", "/auth/password/reset", body)) == (400, "invalid_token")
    assert await code_of(await confirm(api, verify)) == (400, "invalid_token")
    audit = await story.one("SELECT before, after FROM audit_entry WHERE action = 'account.email'")
    assert (VICTIM in audit["before"], NEW in audit["after"]) == (True, True)


async def test_the_old_address_is_told_also_when_the_change_is_quicker_than_the_note(shop_app: Quart) -> None:
    api = await register(shop_app)
    await api.call("PATCH", "/auth/me", {"email": NEW, "current_password": PASSWORD})
    change, note = await story.claim_due()
    await attempt(change)
    _, secret = await link(NEW)
    answers = await asyncio.gather(*(confirm(api, secret) for _ in range(3)))
    assert sorted(answer.status_code for answer in answers) == [200, 400, 400]
    await attempt(note)
    assert (await mails(VICTIM))[-1]["kind"] == "email.change.notice"


async def test_a_change_takes_the_password_and_an_address_that_is_free(shop_app: Quart) -> None:
    api = await register(shop_app)
    await register(shop_app, "bob@example.com")
    for body, field in (
        ({"email": NEW}, "current_password"),
        ({"email": NEW, "current_password": "wrong"}, "current_password"),
        ({"email": "no address", "current_password": PASSWORD}, "email"),
        ({"email": None, "current_password": PASSWORD}, "email"),
    ):
        answer = await api.call("PATCH", "/auth/me", body)
        assert (answer.status_code, (await answer.get_json())["errors"][0]["field"]) == (422, field)
    taken = {"email": "bob@example.com", "current_password": PASSWORD, "name": "Vic"}
    assert await code_of(await api.call("PATCH", "/auth/me", taken)) == (409, "email_taken")
    pages = await browser_of(shop_app)
    shown = await pages.post("/auth/profile/email", page="/auth/profile", email="bob@example.com",
                             current_password=PASSWORD)  # fmt: skip
    assert "There is an account with this e-mail address already." in await text_of(shown, 409)
    wrong = await pages.post("/auth/profile/email", page="/auth/profile", email=NEW, current_password="wrong")
    assert "This is not your current password." in await text_of(wrong, 422)
    same = await api.call("PATCH", "/auth/me", {"email": VICTIM.upper()})
    assert same.status_code == 200
    await story.drain()
    assert await mails(NEW) == []
    assert {mail["kind"] for mail in await mails(VICTIM)} == {"email.verify"}
    assert {mail["kind"] for mail in await mails("bob@example.com")} == {"email.verify"}
    assert (await me(api))["name"] == ""


async def test_an_address_taken_meanwhile_stays_with_who_has_it(shop_app: Quart) -> None:
    api = await register(shop_app)
    assert (await api.call("PATCH", "/auth/me", {"email": NEW, "current_password": PASSWORD})).status_code == 200
    await story.drain()
    path, secret = await link(NEW)
    await make_user(NEW)
    assert await code_of(await confirm(api, secret)) == (409, "email_taken")
    pages = await browser_of(shop_app)
    shown = await pages.post("/auth/verify-email", page=path, token=secret)
    assert "There is an account with this e-mail address already." in await text_of(shown, 409)
    assert (await me(api))["email"] == VICTIM


async def test_two_accounts_that_want_one_address_at_once_do_not_both_get_it(shop_app: Quart) -> None:
    apis = []
    for email in ("ann@example.com", "bob@example.com"):
        api = await register(shop_app, email)
        assert (await api.call("PATCH", "/auth/me", {"email": NEW, "current_password": PASSWORD})).status_code == 200
        await story.drain()
        apis.append((api, (await link(NEW))[1]))
    answers = await asyncio.gather(*(confirm(api, secret) for api, secret in apis))
    assert sorted(answer.status_code for answer in answers) == [200, 409]


async def test_the_newest_change_asked_for_is_the_one_that_counts(shop_app: Quart) -> None:
    api = await register(shop_app)
    secrets = []
    for email in ("one@example.com", "two@example.com"):
        assert (await api.call("PATCH", "/auth/me", {"email": email, "current_password": PASSWORD})).status_code == 200
        await story.drain()
        secrets.append((await link(email))[1])
    assert await code_of(await confirm(api, secrets[0])) == (400, "invalid_token")
    assert (await confirm(api, secrets[1])).status_code == 200
    assert (await me(api))["email"] == "two@example.com"


async def test_a_new_password_stops_a_change_that_was_asked_for(shop_app: Quart) -> None:
    api = await register(shop_app)
    assert (await api.call("PATCH", "/auth/me", {"email": NEW, "current_password": PASSWORD})).status_code == 200
    await story.drain()
    _, secret = await link(NEW)
    body = {"current_password": PASSWORD, "new_password": "amber-lantern-meadow-17"}
    assert (await api.call("POST", "/auth/password", body)).status_code == 204
    assert await code_of(await confirm(api, secret)) == (400, "invalid_token")
    assert (await me(api))["email"] == VICTIM


async def test_a_link_is_not_made_for_an_address_the_account_has_left(shop_app: Quart) -> None:
    """The mail waits while the address changes: then it is for nobody."""
    api = await register(shop_app)
    await api.call("PATCH", "/auth/me", {"email": NEW, "current_password": PASSWORD})
    await story.drain()
    before = len(await mails(VICTIM))
    await minute_later()
    assert (await api.call("POST", "/auth/email/verification")).status_code == 202
    await Api(shop_app).call("POST", "/auth/password/forgot", {"email": VICTIM})
    assert (await confirm(api, (await link(NEW))[1])).status_code == 200
    await story.drain()
    assert len(await mails(VICTIM)) == before
    assert await story.every("SELECT 1 FROM email_link UNION ALL SELECT 1 FROM password_reset") == []


# the mail


async def test_mail_about_an_account_holds_nothing_that_somebody_typed(shop_app: Quart) -> None:
    api = await register(shop_app, name="WIN A PRIZE AT evil.example")
    await api.call("PATCH", "/auth/me", {"email": NEW, "current_password": PASSWORD})
    await Api(shop_app).call("POST", "/auth/password/forgot", {"email": VICTIM})
    await story.drain()
    found = [*await mails(VICTIM), *await mails(NEW)]
    assert {mail["kind"] for mail in found} == {"email.verify", "email.change", "email.change.notice", "password.reset"}
    for mail in found:
        assert "PRIZE" not in mail["subject"] + mail["text"] + mail["html"]
        assert facts(mail["text"]) == facts(re.sub(r"<head>.*?</head>|<[^>]+>", " ", mail["html"], flags=re.S))


def facts(text: str) -> set[str]:
    """The words of a mail but for its links and what the button says."""
    words = {word.strip(".,:").lower() for word in re.sub(r"https?://\S+", " ", text).split()}
    return words - {"", "confirm", "the", "new", "address"}


async def test_a_mailbox_gets_three_of_a_kind_an_hour_whoever_asks(shop_app: Quart) -> None:
    api = await register(shop_app)
    answers = [await ask_again(api) for _ in range(4)]
    assert [answer.status_code for answer in answers] == [202, 202, 429, 429]
    assert 60 <= int(answers[-1].headers["Retry-After"]) <= 3600
    pages = await browser_of(shop_app)
    assert (await pages.post("/auth/verify-email/mail", page="/orders")).status_code == 429
    assert len(await mails(VICTIM, "email.verify")) == 3
    others = [await register(shop_app, f"{name}@example.com") for name in ("ann", "bob", "eve", "joe", "kim")]
    statuses = []
    for other in others:
        answer = await other.call("PATCH", "/auth/me", {"email": NEW, "current_password": PASSWORD})
        statuses.append(answer.status_code)
        await story.drain()
    assert statuses == [200, 200, 200, 429, 429]
    assert len(await mails(NEW)) == 3
    # one kind used up leaves the others: the owner can still choose a new password
    await Api(shop_app).call("POST", "/auth/password/forgot", {"email": VICTIM})
    await story.drain()
    assert len(await mails(VICTIM, "password.reset")) == 1


async def test_a_mailbox_gets_ten_of_a_kind_a_day(shop_app: Quart) -> None:
    await make_user(VICTIM)
    for _ in range(14):
        await minute_later()
        await write(lambda tx: tx.execute("UPDATE rate_bucket SET full_at = full_at - 3600000 WHERE full_at < ?",
                                          tx.now + 3_600_000))  # fmt: skip
        await Api(shop_app).call("POST", "/auth/password/forgot", {"email": VICTIM})
        await story.drain()
    assert await story.job_states("mail.reset") == {"succeeded": 14}
    assert len(await mails(VICTIM, "password.reset")) == 10


async def test_our_copy_of_a_mail_that_went_out_has_no_link(shop_app: Quart) -> None:
    async with serving(FaultServer(RCPT="450 later")) as server:
        install_mailer(SmtpMailer(server.url))
        try:
            api = await register(shop_app)
            _, secret = await link()
            server.faults.clear()
            await story.later()
            await story.drain()
        finally:
            install_mailer(None)
    assert len(server.taken) == 1
    (mail,) = await mails(VICTIM)
    assert mail["state"] == "sent"
    assert secret not in mail["text"] + mail["html"]
    assert ("struck out" in mail["text"], "struck out" in mail["html"]) == (True, True)
    assert (await confirm(api, secret)).status_code == 200


async def test_an_admin_cannot_send_a_link_on_to_another_address(shop_app: Quart) -> None:
    await register(shop_app)
    await make_user("root@example.com", role="admin")
    root, boss = await browser_of(shop_app, "root@example.com"), await Api(shop_app).log_in("root@example.com")
    row = await story.one("SELECT public_id FROM email_message")
    path = f"/admin/emails/{row['public_id']}"
    assert f'action="{path}/resend"' not in await text_of(await root.get(path))
    assert (await root.post(f"{path}/resend", recipient="thief@example.com")).status_code == 409
    assert await code_of(await boss.call("POST", f"{path}/resend", {})) == (409, "illegal_transition")
    assert await mails("thief@example.com") == []


async def test_what_has_to_change_its_password_changes_nothing_else(shop_app: Quart) -> None:
    await make_user("root@example.com", role="admin", must_change_password=True)
    api = await Api(shop_app).log_in("root@example.com")
    assert (await api.call("GET", "/auth/me")).status_code == 200
    assert await code_of(await api.call("PATCH", "/auth/me", {"name": "x"})) == (403, "password_change_required")
