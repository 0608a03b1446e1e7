"""Webhooks over the API: registered with a secret that is shown once, changed, tested, sent again, deleted."""

from dataclasses import replace
from typing import Any

import pytest
import pytest_asyncio
from quart import Quart

from core.settings import Settings
from models.catalog.seed import seed_demo
from models.database import write
from tests.models.orders_at_hand import run
from tests.web.clients import Api, make_user
from web.app import create_app

pytestmark = pytest.mark.asyncio
HOOK = {"url": "https://192.0.43.10/hook", "events": ["order.*"], "note": "the warehouse"}


@pytest_asyncio.fixture
async def boss(app: Quart) -> Api:
    await write(seed_demo)
    await make_user("boss@example.com", role="admin")
    return await Api(app).log_in("boss@example.com")


async def ask(api: Api, method: str, path: str, body: Any = None) -> tuple[int, Any]:
    answer = await api.call(method, path, body)
    return answer.status_code, await answer.get_json() if await answer.get_data() else None


async def test_the_secret_is_shown_once(boss: Api) -> None:
    answer = await boss.call("POST", "/webhooks", HOOK)
    made = await answer.get_json()
    assert (answer.status_code, answer.headers["Location"]) == (201, f"/api/v1/webhooks/{made['id']}")
    assert made["secret"].startswith("whsec_")
    assert len(made["secret"]) == 50
    seen = (await ask(boss, "GET", f"/webhooks/{made['id']}"))[1]
    assert seen == {name: value for name, value in made.items() if name != "secret"}
    assert made["secret"] not in str(await ask(boss, "GET", "/webhooks"))
    assert made["secret"] not in str(await ask(boss, "GET", "/admin/audit"))
    rotated = (await ask(boss, "POST", f"/webhooks/{made['id']}/secret"))[1]
    assert rotated["secret"] != made["secret"]
    assert rotated["previous_secret_until"] is not None


async def test_an_endpoint_is_changed_switched_off_and_deleted(boss: Api) -> None:
    made = (await ask(boss, "POST", "/webhooks", HOOK))[1]
    path = f"/webhooks/{made['id']}"
    assert (await ask(boss, "PATCH", path, {"events": ["stock.low"]}))[1]["events"] == ["stock.low"]
    assert (await ask(boss, "PATCH", path, {"state": "disabled"}))[1]["state"] == "disabled"
    assert (await ask(boss, "PATCH", path, {"state": "failing"}))[0] == 422
    assert await ask(boss, "DELETE", path) == (204, None)
    for method, rest in (("GET", ""), ("DELETE", ""), ("POST", "/test"), ("GET", "/deliveries"), ("POST", "/secret")):
        assert (await ask(boss, method, path + rest))[0] == 404


async def test_a_test_message_is_listed_and_sent_again_only_when_it_failed(boss: Api) -> None:
    made = (await ask(boss, "POST", "/webhooks", HOOK))[1]
    path = f"/webhooks/{made['id']}"
    status, sent = await ask(boss, "POST", f"{path}/test")
    assert status == 202
    [delivery] = (await ask(boss, "GET", f"{path}/deliveries"))[1]["items"]
    assert (delivery["id"], delivery["type"], delivery["state"]) == (sent["delivery_id"], "webhook.test", "queued")
    again = f"{path}/deliveries/{delivery['id']}/redelivery"
    status, problem = await ask(boss, "POST", again)
    assert (status, problem["code"]) == (409, "not_allowed_now")
    await write(lambda tx: tx.execute("UPDATE job SET state = 'dead', finished_at = ?", tx.now))
    assert (await ask(boss, "POST", again))[0] == 202
    assert (await ask(boss, "POST", f"{path}/redelivery", {"since": "2026-01-01T00:00:00Z"}))[1] == {"deliveries": 0}
    assert (await ask(boss, "POST", f"{path}/deliveries/none/redelivery"))[0] == 404
    assert (await ask(boss, "POST", "/webhooks/none/redelivery", {"since": "2026-01-01"}))[0] == 404


async def test_nothing_is_sent_to_an_endpoint_that_is_switched_off(boss: Api) -> None:
    made = (await ask(boss, "POST", "/webhooks", HOOK))[1]
    path = f"/webhooks/{made['id']}"
    await ask(boss, "PATCH", path, {"state": "disabled"})
    for rest, body in (("/test", None), ("/redelivery", {"since": "2026-01-01"})):
        status, problem = await ask(boss, "POST", path + rest, body)
        assert (status, problem["code"], problem["state"]) == (409, "not_allowed_now", "disabled")
    assert (await ask(boss, "GET", f"{path}/deliveries"))[1]["total"] == 0


@pytest.mark.parametrize(
    "change",
    [
        {"url": "http://127.0.0.1/"},
        {"url": "https://127.0.0.1/"},
        {"url": "https://localhost/"},
        {"url": "https://[::ffff:10.0.0.1]/"},
        {"url": "https://169.254.169.254/latest/meta-data"},
        {"url": "https://2130706433/"},
        {"url": "https://192.0.43.10:22/"},
        {"url": "ftp://192.0.43.10/"},
        {"url": "not a url"},
        {"url": "https://user:pass@192.0.43.10/"},
        {"events": []},
        {"events": ["order.paid"]},
        {"events": "order.*"},
        {"secret": "whsec_mine"},
    ],
)
async def test_what_may_not_be_called_is_refused(boss: Api, change: dict[str, Any]) -> None:
    status, problem = await ask(boss, "POST", "/webhooks", {**HOOK, **change})
    assert (status, problem["errors"][0]["field"]) == (422, next(iter(change)))
    made = (await ask(boss, "POST", "/webhooks", HOOK))[1]
    assert (await ask(boss, "PATCH", f"/webhooks/{made['id']}", change))[0] == 422


async def test_trying_out_may_call_this_machine(shop: str, settings: Settings, boss: Api) -> None:
    app = create_app(replace(settings, webhook_private=True))
    api = await Api(app).log_in("boss@example.com")
    assert (await ask(api, "POST", "/webhooks", {**HOOK, "url": "http://127.0.0.1:9/hook"}))[0] == 201


async def test_production_wants_https(shop: str, settings: Settings, boss: Api) -> None:
    app = create_app(replace(settings, env="production", trusted_hosts=("localhost",)))
    api = await Api(app).log_in("boss@example.com")
    await run("UPDATE users SET has_second_factor = TRUE")  # as the people of a shop in production have
    assert (await ask(api, "POST", "/webhooks", {**HOOK, "url": "http://192.0.43.10/hook"}))[0] == 422
    assert (await ask(api, "POST", "/webhooks", HOOK))[0] == 201
