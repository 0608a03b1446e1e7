"""Guessing passwords: every way in shares one count, whoever guesses waits, and the owner gets in all the same."""

import asyncio
import base64
import threading
from collections import Counter
from collections.abc import Awaitable, Callable, Iterator
from dataclasses import replace
from typing import Any

import pytest
from quart import Quart

from core.settings import Settings
from models.accounts import accounts, password_resets, passwords
from models.database import read, write
from tests.models.operations.ages import purged
from tests.web.clients import PASSWORD, Api, Browser, code_of, make_user
from web.app import create_app
from web.security import in_flight

pytestmark = pytest.mark.asyncio
EMAIL = "ann@example.com"
Guess = Callable[[], Awaitable[Any]]


def basic(password: str, email: str = EMAIL) -> str:
    return "Basic " + base64.b64encode(f"{email}:{password}".encode()).decode()


async def by_page(app: Quart, password: str) -> Any:
    return await Browser(app).log_in(EMAIL, password)


async def by_api(app: Quart, password: str) -> Any:
    return await Api(app).call("POST", "/auth/login", {"email": EMAIL, "password": password})


async def by_basic(app: Quart, password: str) -> Any:
    return await Api(app).call("GET", "/auth/me", Authorization=basic(password))


async def by_documentation(app: Quart, password: str) -> Any:
    return await app.test_client().get("/api/v1/auth/me", headers={"Authorization": basic(password)})


WAYS = [by_page, by_api, by_basic, by_documentation]


async def pass_time(seconds: float) -> None:
    """All that was counted happened so much earlier."""
    moved = int(seconds * 1000)
    await write(
        lambda tx: tx.execute(
            "UPDATE login_failures SET since = since - ?, blocked_until = blocked_until - ?,"
            " updated_at = updated_at - ?",
            *(moved, moved, moved),
        )
    )


async def hold() -> None:
    """However slow this machine is: whoever has to wait has to wait five minutes more."""
    await write(lambda tx: tx.execute("UPDATE login_failures SET blocked_until = blocked_until + 300000"))


@pytest.mark.parametrize("way", WAYS)
async def test_of_a_hundred_guesses_at_least_ninety_are_turned_away(app: Quart, way: Any) -> None:
    await make_user()
    statuses = Counter([(await way(app, f"wrong-{n}")).status_code for n in range(6)])
    await hold()
    statuses += Counter([(await way(app, f"wrong-{n}")).status_code for n in range(6, 100)])
    assert (statuses[401] >= 5, statuses[429] >= 90, statuses.total()) == (True, True, 100)
    answer = await way(app, PASSWORD)
    assert answer.status_code == 429
    assert int(answer.headers["Retry-After"]) > 100
    await pass_time(int(answer.headers["Retry-After"]))
    assert (await way(app, PASSWORD)).status_code != 429


@pytest.mark.parametrize("way", WAYS)
async def test_guesses_at_once_are_no_way_around(app: Quart, way: Any) -> None:
    await make_user()
    answers = await asyncio.gather(*(way(app, f"wrong-{n}") for n in range(40)))
    statuses = Counter(answer.status_code for answer in answers)
    assert (5 <= statuses[401] <= 10, 40 - statuses[401]) == (True, statuses[429])


async def test_every_way_in_shares_the_count_also_in_another_process(app: Quart, settings: Settings) -> None:
    await make_user()
    other = create_app(settings)
    for way, each in ((by_page, app), (by_api, other), (by_basic, app), (by_documentation, other), (by_api, app)):
        assert (await way(each, "wrong")).status_code == 401
    await hold()
    assert [(await way(each, PASSWORD)).status_code for way in WAYS for each in (app, other)] == [429] * 8


async def test_the_wait_doubles_up_to_a_quarter_of_an_hour_and_a_right_password_ends_it(app: Quart) -> None:
    await make_user()
    waits = []
    for _ in range(16):
        assert (await by_api(app, "wrong")).status_code == 401
        row = await read(lambda tx: tx.fetch_one("SELECT MAX(blocked_until - updated_at) AS ms FROM login_failures"))
        waits.append(row["ms"])
        await pass_time(900)
    assert [max(0, wait) for wait in waits[:4]] == [0] * 4
    assert waits[4:] == [1000 * seconds for seconds in (1, 2, 4, 8, 16, 32, 64, 128, 256, 512, 900, 900)]
    assert (await by_api(app, PASSWORD)).status_code == 200
    assert [(await by_api(app, "wrong")).status_code for _ in range(5)] == [401] * 5


async def test_a_day_without_a_wrong_password_is_forgiven(app: Quart) -> None:
    await make_user()
    for _ in range(5):
        await by_api(app, "wrong")
    await pass_time(24 * 3600)
    assert [(await by_api(app, "wrong")).status_code for _ in range(5)] == [401] * 5
    await pass_time(24 * 3600)
    assert await purged("login_failures") == 2
    assert await read(lambda tx: tx.fetch("SELECT * FROM login_failures")) == []


async def test_waiting_tells_nobody_which_accounts_there_are(app: Quart) -> None:
    await make_user()
    off = await make_user("off@example.com")
    await write(lambda tx: accounts.set_active(tx, off.id, is_active=False))
    seen = set()
    for email in (EMAIL, "off@example.com", "nobody@example.com"):
        body = {"email": email, "password": "wrong"}
        answers = [await Api(app).call("POST", "/auth/login", body) for _ in range(5)]
        # whole minutes are told, so that half a one may pass
        await write(lambda tx: tx.execute("UPDATE login_failures SET blocked_until = ?", tx.now + 570_000))
        answers += [await Api(app).call("POST", "/auth/login", body)]
        await write(lambda tx: tx.execute("UPDATE login_failures SET blocked_until = 0"))
        bodies = [await answer.get_json() for answer in answers]
        for body in bodies:
            body.pop("request_id")
        headers = [sorted(set(answer.headers.keys()) - {"X-Request-Id"}) for answer in answers]
        seen.add(str((bodies, headers, [answer.status_code for answer in answers])))
    assert len(seen) == 1


async def test_an_address_that_guesses_at_many_accounts_waits(app: Quart) -> None:
    await make_user()
    for n in range(30):
        answer = await Api(app).call("POST", "/auth/login", {"email": f"u{n}@example.com", "password": "wrong"})
        assert answer.status_code == 401
    refused = await by_api(app, PASSWORD)
    assert await code_of(refused) == (429, "too_many_requests")
    assert 480 <= int(refused.headers["Retry-After"]) <= 600
    await pass_time(600)
    assert (await by_api(app, PASSWORD)).status_code == 200


async def test_an_address_that_asks_who_has_an_account_waits(app: Quart) -> None:
    await make_user()
    body = {"email": EMAIL, "password": PASSWORD}
    codes = Counter([(await Api(app).call("POST", "/auth/register", body)).status_code for _ in range(40)])
    assert codes == {409: 30, 429: 10}
    page = await Browser(app).post("/auth/register", email="new@example.com", password=PASSWORD)
    assert (page.status_code, "Too many tries" in await page.get_data(as_text=True)) == (429, True)


async def test_the_owner_gets_in_from_a_known_device_while_others_guess(app: Quart) -> None:
    await make_user()
    await make_user("eve@example.com")
    owner, eve = Browser(app), Browser(app)
    await owner.log_in(EMAIL)
    await owner.post("/auth/logout")
    await eve.log_in("eve@example.com")
    await eve.post("/auth/logout")
    for n in range(10):
        await by_api(app, f"wrong-{n}")
    await hold()
    assert (await by_page(app, PASSWORD)).status_code == 429
    assert (await eve.log_in(EMAIL)).status_code == 429  # her device is known for her account alone
    assert (await owner.log_in(EMAIL)).status_code == 303


async def test_a_known_device_that_guesses_waits_too(app: Quart) -> None:
    await make_user()
    thief = Browser(app)
    await thief.log_in(EMAIL)
    await thief.post("/auth/logout")
    assert [(await thief.log_in(EMAIL, "wrong")).status_code for _ in range(5)] == [401] * 5
    await hold()
    assert (await thief.log_in(EMAIL)).status_code == 429


@pytest.mark.parametrize("forged", ["x.y", "", ".", "a." + "0" * 64, "ä.ä"])
async def test_a_forged_device_is_unknown(app: Quart, forged: str) -> None:
    await make_user()
    for _ in range(5):
        await by_api(app, "wrong")
    await hold()
    browser = Browser(app)
    browser.client.set_cookie("localhost", "device", forged)
    assert (await browser.log_in(EMAIL)).status_code == 429


async def test_changing_the_password_is_no_way_to_guess_it(app: Quart) -> None:
    await make_user()
    api, browser = await Api(app).log_in(EMAIL), Browser(app)
    await browser.log_in(EMAIL)
    browser.client.cookie_jar.clear("localhost.local", "/", "device")
    new = {"new_password": "amber-lantern-meadow-17"}
    codes = [
        (await api.call("POST", "/auth/password", {"current_password": f"wrong-{n}", **new})).status_code
        for n in range(5)
    ]
    assert codes == [422] * 5
    await hold()
    assert (await api.call("POST", "/auth/password", {"current_password": PASSWORD, **new})).status_code == 429
    answer = await browser.post("/auth/change-password", current_password=PASSWORD, **new)
    assert answer.status_code == 429
    assert "Please wait" in await answer.get_data(as_text=True)
    await pass_time(301)
    assert (await api.call("POST", "/auth/password", {"current_password": PASSWORD, **new})).status_code == 204


async def test_a_forwarded_address_counts_only_from_our_own_proxy(shop: str, settings: Settings) -> None:
    bare, proxied = create_app(settings), create_app(replace(settings, trusted_proxies=1))

    async def guess(app: Quart, n: int) -> int:
        body = {"email": f"u{n}@example.com", "password": "wrong"}
        forwarded = {"X-Forwarded-For": f"198.51.100.{n}"}
        return int((await Api(app).call("POST", "/auth/login", body, **forwarded)).status_code)

    assert Counter([await guess(bare, n) for n in range(40)]) == {401: 30, 429: 10}
    assert {await guess(proxied, n) for n in range(100, 140)} == {401}


async def test_one_customers_ipv6_addresses_are_one(shop: str, settings: Settings) -> None:
    app = create_app(replace(settings, trusted_proxies=1))
    codes = []
    for n in range(32):
        body, address = {"email": f"u{n}@example.com", "password": "x"}, f"2001:db8:1:2::{n:x}"
        codes.append((await Api(app).call("POST", "/auth/login", body, **{"X-Forwarded-For": address})).status_code)
    assert codes == [401] * 30 + [429] * 2
    body = {"email": "neighbour@example.com", "password": "x"}
    for address in ("2001:db8:1:3::1", "::ffff:198.51.100.7", "198.51.100.8"):
        answer = await Api(app).call("POST", "/auth/login", body, **{"X-Forwarded-For": address})
        assert answer.status_code == 401, f"{address} is shut out by its neighbour"


async def test_switched_off_nobody_waits(shop: str, settings: Settings) -> None:
    await make_user()
    app = create_app(replace(settings, rate_limit=False))
    assert {(await by_api(app, "wrong")).status_code for _ in range(12)} == {401}
    assert await read(lambda tx: tx.fetch("SELECT * FROM login_failures")) == []


async def test_a_right_password_costs_no_write_of_the_count(app: Quart, statements: list[str]) -> None:
    await make_user()
    assert (await by_api(app, PASSWORD)).status_code == 200  # notes the network address, once a day
    statements.clear()
    assert (await by_basic(app, PASSWORD)).status_code == 200
    assert [sql.split()[0] for sql in statements if "login_failures" in sql] == ["SELECT", "SELECT"]


async def test_unknown_wrong_and_switched_off_cost_the_same_work(app: Quart, statements: list[str]) -> None:
    await make_user()
    off = await make_user("off@example.com")
    await write(lambda tx: accounts.set_active(tx, off.id, is_active=False))
    work = set()
    for email in (EMAIL, "off@example.com", "nobody@example.com"):
        statements.clear()
        answer = await Api(app).call("POST", "/auth/login", {"email": email, "password": "wrong"})
        assert answer.status_code == 401
        work.add(tuple(statements))
    assert len(work) == 1
    assert len(next(iter(work))) >= 4


async def from_address(app: Quart, address: str, password: str, email: str = EMAIL) -> int:
    body = {"email": email, "password": password}
    return int((await Api(app).call("POST", "/auth/login", body, **{"X-Forwarded-For": address})).status_code)


async def guess_from_everywhere(app: Quart) -> None:
    """Strangers' wrong passwords, from ten addresses, until the account waits."""
    for n in range(10):
        await from_address(app, f"198.51.100.{n}", f"wrong-{n}")
    await hold()


@pytest.fixture
def proxied(shop: str, settings: Settings) -> Quart:
    return create_app(replace(settings, trusted_proxies=1))


async def test_strangers_guesses_do_not_keep_a_program_out_whose_address_is_known(proxied: Quart) -> None:
    await make_user()
    assert await from_address(proxied, "203.0.113.7", PASSWORD) == 200
    await guess_from_everywhere(proxied)
    assert await from_address(proxied, "198.51.100.99", PASSWORD) == 429
    assert await from_address(proxied, "203.0.113.7", PASSWORD) == 200


@pytest.fixture
def stopped_threads() -> Iterator[threading.Event]:
    """The threads for passwords do nothing until this is set."""
    may_go_on = threading.Event()
    for _ in range(passwords.THREADS):
        passwords._threads.submit(may_go_on.wait)
    yield may_go_on
    may_go_on.set()


async def test_four_addresses_that_wait_for_passwords_close_neither_the_login_nor_the_shop(
    proxied: Quart, stopped_threads: threading.Event, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(in_flight, "MOST", 20)
    await make_user()
    tries: list[asyncio.Task[int]] = []
    for n in range(40):
        call = from_address(proxied, f"198.18.{n % 4}.1", "wrong", f"nobody-{n}@example.com")
        tries.append(asyncio.create_task(call))
        await until_only(proxied, 0)
    shopper = await Api(proxied).call("GET", "/products")
    owner = asyncio.create_task(from_address(proxied, "203.0.113.9", PASSWORD))
    await asyncio.sleep(0)
    stopped_threads.set()
    assert (await owner, shopper.status_code) == (200, 200)
    assert set(await asyncio.gather(*tries)) == {401}
    await until_only(proxied, 0)


async def until_only(app: Quart, number: int) -> None:
    """Wait until so many requests are counted, after those just begun."""
    async with asyncio.timeout(30):
        await asyncio.sleep(0.01)
        while app.extensions["in_flight"].count != number:
            await asyncio.sleep(0.01)


async def test_a_known_address_is_known_however_the_account_is_written(proxied: Quart) -> None:
    await make_user("ann@xn--bcher-kva.example")
    assert await from_address(proxied, "203.0.113.7", PASSWORD, "ann@bücher.example") == 200
    for n in range(10):
        await from_address(proxied, f"198.51.100.{n}", f"wrong-{n}", "ann@bücher.example")
    await hold()
    assert await from_address(proxied, "198.51.100.99", PASSWORD, "ann@bücher.example") == 429
    assert await from_address(proxied, "203.0.113.7", PASSWORD, " Ann@XN--BCHER-KVA.example") == 200


async def test_strangers_guesses_do_not_keep_out_who_has_just_registered(proxied: Quart) -> None:
    body = {"email": EMAIL, "password": PASSWORD}
    home = {"X-Forwarded-For": "203.0.113.7"}
    assert (await Api(proxied).call("POST", "/auth/register", body, **home)).status_code == 201
    await guess_from_everywhere(proxied)
    assert await from_address(proxied, "203.0.113.7", PASSWORD) == 200


async def test_an_address_becomes_unknown_after_a_month(proxied: Quart) -> None:
    await make_user()
    assert await from_address(proxied, "203.0.113.7", PASSWORD) == 200
    await pass_time(30 * 24 * 3600)
    await guess_from_everywhere(proxied)
    assert await from_address(proxied, "203.0.113.7", PASSWORD) == 429
    await pass_time(30 * 24 * 3600)
    await purged("login_failures")
    assert await read(lambda tx: tx.fetch("SELECT * FROM login_failures")) == []


async def test_guesses_from_a_known_address_wait_too(proxied: Quart) -> None:
    await make_user()
    assert await from_address(proxied, "203.0.113.7", PASSWORD) == 200
    assert [await from_address(proxied, "203.0.113.7", f"wrong-{n}") for n in range(5)] == [401] * 5
    await hold()
    assert await from_address(proxied, "203.0.113.7", PASSWORD) == 429


async def test_a_known_device_gets_in_over_the_api_too(app: Quart) -> None:
    await make_user()
    client, body = app.test_client(), {"email": EMAIL, "password": PASSWORD}
    assert (await client.post("/api/v1/auth/login", json=body)).status_code == 200
    for n in range(10):
        await by_api(app, f"wrong-{n}")
    await hold()
    assert (await by_api(app, PASSWORD)).status_code == 429
    assert (await client.post("/api/v1/auth/login", json=body)).status_code == 200


@pytest.mark.parametrize("by", ["page", "api"])
async def test_a_new_password_chosen_by_mail_lets_the_owner_in_while_strangers_go_on(proxied: Quart, by: str) -> None:
    account = await make_user()
    await guess_from_everywhere(proxied)
    await write(lambda tx: password_resets.issue(tx, account, "mailed"))
    here, new = {"X-Forwarded-For": "203.0.113.7"}, "amber-lantern-meadow-17"
    fields = {"token": "mailed", "new_password": new}
    if by == "api":
        assert (await Api(proxied).call("POST", "/auth/password/reset", fields, **here)).status_code == 204
    else:
        assert (await Browser(proxied).post("/auth/reset-password", headers=here, **fields)).status_code == 303
    await guess_from_everywhere(proxied)
    assert await from_address(proxied, "198.51.100.99", new) == 429
    assert await from_address(proxied, "203.0.113.7", new) == 200


async def test_who_waits_is_told_the_way_out(app: Quart) -> None:
    await make_user()
    for _ in range(5):
        await by_api(app, "wrong")
    await hold()
    assert "choose a new password by mail" in await (await by_api(app, PASSWORD)).get_data(as_text=True)


@pytest.mark.parametrize(
    "form",
    ["203.0.113.77:{n}", '"203.0.113.77:{n}"', "[2001:db8:9::1]:{n}", "[2001:db8:9::{n}]", "unknown{n}", "_x{n}"],
)
async def test_a_forwarded_address_is_one_caller_however_it_is_written(proxied: Quart, form: str) -> None:
    codes = [await from_address(proxied, form.format(n=4000 + n), "wrong", f"u{n}@example.com") for n in range(32)]
    assert codes == [401] * 30 + [429] * 2


async def test_links_for_forgotten_passwords_are_counted_by_address_whatever_its_port(proxied: Quart) -> None:
    codes = Counter()
    for n in range(26):
        forwarded = {"X-Forwarded-For": f"203.0.113.77:{4000 + n}"}
        body = {"email": f"u{n}@example.com"}
        codes[(await Api(proxied).call("POST", "/auth/password/forgot", body, **forwarded)).status_code] += 1
    assert codes == {202: 20, 429: 6}


async def test_a_clock_set_back_lengthens_no_wait(app: Quart) -> None:
    await make_user()
    for _ in range(6):
        await by_api(app, "wrong")
    await pass_time(-3600)
    assert [(await by_api(app, "wrong")).status_code for _ in range(5)] == [401] * 5
    await hold()
    assert (await by_api(app, PASSWORD)).status_code == 429
