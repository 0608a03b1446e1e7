"""What admins do over the API: catalogue, stock, orders, jobs, queues, mail, figures and the audit log."""

from typing import Any

import pytest
import pytest_asyncio
from quart import Quart

from models.catalog.seed import seed_demo
from models.database import write
from pipelines.gateways.payment_provider import install_provider
from pipelines.gateways.test_provider import TestProvider
from tests.journeys.story import books_are_clean
from tests.web.clients import Api, code_of, make_user
from tests.web.placing import drain, place_by_api, product_id

pytestmark = pytest.mark.asyncio


@pytest_asyncio.fixture
async def boss(app: Quart, tmp_path: Any) -> Api:
    """An admin in a shop with the demo catalogue."""
    await write(seed_demo)
    install_provider(TestProvider(tmp_path / "provider.jsonl"))
    await make_user("boss@example.com", role="admin")
    return await Api(app).log_in("boss@example.com")


@pytest_asyncio.fixture
async def ann(app: Quart, boss: Api) -> Api:
    await make_user()
    return await Api(app).log_in("ann@example.com")


async def ask(api: Api, method: str, path: str, body: Any = None, **headers: str) -> tuple[int, Any]:
    """Status and document."""
    answer = await api.call(method, path, body, **headers)
    return answer.status_code, await answer.get_json() if await answer.get_data() else None


LAMP = {"sku": "LAMP-1", "name": "Lamp", "price": {"amount": 4900, "currency": "USD"}, "category_id": "home"}


@pytest.mark.parametrize("prefix", ["/products", "/admin/products"])
async def test_a_product_is_made_changed_retired_and_brought_back(boss: Api, app: Quart, prefix: str) -> None:
    answer = await boss.call("POST", prefix, {**LAMP, "stock": {"on_hand": 3, "low_stock_threshold": 1}})
    lamp = await answer.get_json()
    assert (answer.status_code, answer.headers["Location"]) == (201, f"/api/v1/products/{lamp['id']}")
    assert (lamp["stock"], lamp["category"]["slug"]) == ({"available": 3, "state": "in_stock"}, "home")
    path = f"{prefix}/{lamp['id']}"
    status, changed = await ask(boss, "PATCH", path, {"price": {"amount": 5000}, "stock": {"on_hand": 9}})
    assert (status, changed["price"]["amount"], changed["stock"]["available"]) == (200, 5000, 9)
    assert (changed["name"], changed["sku"]) == ("Lamp", "LAMP-1")
    assert await ask(boss, "DELETE", path) == (204, None)
    assert (await Api(app).call("GET", f"/products/{lamp['id']}")).status_code == 404
    assert (await ask(boss, "GET", path))[1]["status"] == "retired"
    found = (await ask(boss, "GET", "/admin/products?status=retired&q=lamp&category=home"))[1]
    assert [item["id"] for item in found["items"]] == [lamp["id"]]
    assert (await ask(boss, "GET", "/admin/products?status=gone"))[0] == 422
    assert (await ask(boss, "POST", f"{path}/restoration"))[1]["status"] == "active"
    assert (await ask(boss, "PATCH", path, {"status": "retired"}))[1]["status"] == "retired"


@pytest.mark.parametrize(
    ("body", "status", "code"),
    [
        ({**LAMP, "sku": "sku-0001"}, 409, "sku_taken"),
        ({**LAMP, "price": 4900}, 422, "invalid"),
        ({**LAMP, "price": {"amount": 49.0}}, 422, "invalid"),
        ({**LAMP, "price": {"amount": 0}}, 422, "invalid"),
        ({**LAMP, "price": {"amount": 100, "currency": "EUR"}}, 422, "invalid"),
        ({**LAMP, "category_id": "attic"}, 422, "invalid"),
        ({**LAMP, "status": "retired"}, 422, "invalid"),
        ({**LAMP, "name": ""}, 422, "invalid"),
        ({"sku": "X"}, 422, "invalid"),
        ({**LAMP, "stock": {"on_hand": -1}}, 422, "invalid"),
        ({**LAMP, "stock": {"on_hand": 2**63}}, 422, "invalid"),
    ],
)
async def test_a_bad_product_is_refused_whole(boss: Api, body: Any, status: int, code: str) -> None:
    before = (await ask(boss, "GET", "/admin/products"))[1]["total"]
    answer = await boss.call("POST", "/products", body)
    assert await code_of(answer) == (status, code)
    assert (await answer.get_json())["errors"]
    assert (await ask(boss, "GET", "/admin/products"))[1]["total"] == before > 0


async def test_whoever_read_an_old_version_changes_nothing(boss: Api) -> None:
    path = f"/products/{await product_id()}"
    tag = (await boss.call("GET", path)).headers["ETag"]
    assert (await boss.call("PATCH", path, {"name": "One"}, **{"If-Match": tag})).status_code == 200
    answer = await boss.call("PATCH", path, {"name": "Two"}, **{"If-Match": tag})
    assert await code_of(answer) == (412, "version_conflict")
    assert (await ask(boss, "GET", path))[1]["name"] == "One"
    stock = f"/inventory/{await product_id()}"
    tag = (await boss.call("GET", stock)).headers["ETag"]
    assert (await boss.call("PATCH", stock, {"on_hand": 7}, **{"If-Match": tag})).status_code == 200
    for old in (tag, '"s01x"', '"other"'):
        assert (await boss.call("PATCH", stock, {"on_hand": 8}, **{"If-Match": old})).status_code == 412


async def test_categories(boss: Api) -> None:
    status, attic = await ask(boss, "POST", "/categories", {"name": "Attic"})
    assert (status, attic["slug"], attic["product_count"]) == (201, "attic", 0)
    assert (await ask(boss, "POST", "/categories", {"name": "ATTIC"}))[0] == 409
    path = f"/categories/{attic['id']}"
    assert (await ask(boss, "PATCH", path, {"name": "Loft"}))[1]["name"] == "Loft"
    assert (await ask(boss, "PATCH", path, {"slug": "x"}))[0] == 422
    assert await ask(boss, "DELETE", path) == (204, None)
    kitchen = (await ask(boss, "GET", "/categories/kitchen"))[1]["id"]
    status, problem = await ask(boss, "DELETE", f"/categories/{kitchen}")
    assert (status, problem["code"], problem["product_count"] > 0) == (409, "category_not_empty", True)


async def test_stock_is_read_restocked_and_counted(boss: Api, ann: Api) -> None:
    mug = await product_id()
    await place_by_api(ann, quantity=4)
    await drain()
    status, stock = await ask(boss, "GET", f"/inventory/{mug}")
    assert (status, stock["on_hand"], stock["reserved"], stock["available"]) == (200, 50, 4, 46)
    path = f"/inventory/{mug}/restock"
    assert (await ask(boss, "POST", path, {"quantity": 10, "note": "delivery"}))[1]["on_hand"] == 60
    for quantity in (0, -1, 100_001, "10", 1.5, None, 2**63):
        assert (await ask(boss, "POST", path, {"quantity": quantity}))[0] == 422
    status, problem = await ask(boss, "PATCH", f"/inventory/{mug}", {"on_hand": 3})
    assert (status, problem["code"], problem["reserved"]) == (409, "below_reserved", 4)
    status, stock = await ask(
        boss, "PATCH", f"/inventory/{mug}", {"on_hand": 4, "low_stock_threshold": 7, "reason": "counted"}
    )
    assert (stock["available"], stock["low_stock_threshold"]) == (0, 7)
    low = (await ask(boss, "GET", "/inventory?low=true"))[1]
    assert [item["sku"] for item in low["items"]] == ["SKU-0001"]
    ledger = (await ask(boss, "GET", f"/inventory/{mug}/ledger"))[1]
    assert [item["kind"] for item in ledger["items"]] == ["adjust", "restock", "hold", "initial"]
    assert sum(item["on_hand_change"] for item in ledger["items"]) == 4
    assert (await ask(boss, "GET", "/inventory/none"))[0] == 404
    await books_are_clean()


async def test_an_order_is_found_shipped_and_delivered(boss: Api, ann: Api) -> None:
    placed = await (await place_by_api(ann)).get_json()
    path = f"/admin/orders/{placed['id']}"
    status, problem = await ask(boss, "POST", f"{path}/shipment")
    assert (status, problem["code"], problem["from"], problem["to"]) == (
        409,
        "illegal_transition",
        "pending",
        "shipped",
    )
    assert problem["allowed"] == ["reserved", "cancelled"]
    await drain()
    for query in (f"q={placed['number']}", "q=ann@", "status=confirmed"):
        found = (await ask(boss, "GET", f"/admin/orders?{query}"))[1]
        assert [(item["id"], item["email"]) for item in found["items"]] == [(placed["id"], "ann@example.com")]
    assert (await ask(boss, "GET", "/admin/orders?q=nobody@"))[1]["total"] == 0
    assert (await ask(boss, "GET", "/admin/orders?status=paid"))[0] == 422
    assert (await ask(boss, "GET", path))[1]["moves"] == ["shipped", "cancelled"]
    status, shipped = await ask(boss, "POST", f"{path}/shipment", {"carrier": "DHL", "tracking": "JD01"})
    assert (status, shipped["status"], shipped["shipment"]["tracking"]) == (200, "shipped", "JD01")
    assert (await ask(ann, "GET", f"/orders/{placed['id']}"))[1]["shipment"]["carrier"] == "DHL"
    status, problem = await ask(ann, "POST", f"/orders/{placed['id']}/cancellation")
    assert (status, problem["code"]) == (409, "order_not_cancellable")
    status, problem = await ask(boss, "POST", f"{path}/cancellation", {"reason": "late"})
    assert (status, problem["from"], problem["to"]) == (409, "shipped", "cancelled")
    assert (await ask(boss, "POST", f"{path}/delivery"))[1]["status"] == "delivered"
    status, noted = await ask(boss, "POST", f"{path}/notes", {"text": "Nice people."})
    assert (status, noted["notes"][0]["text"]) == (201, "Nice people.")
    assert "Nice people." not in str(await ask(ann, "GET", f"/orders/{placed['id']}"))
    await books_are_clean()


async def test_older_clients_move_an_order_by_its_status(boss: Api, ann: Api) -> None:
    placed = await (await place_by_api(ann)).get_json()
    await drain()
    path = f"/orders/{placed['id']}/status"
    assert (await ask(ann, "PATCH", path, {"status": "shipped"}))[0] == 403
    assert (await ask(boss, "PATCH", path, {"status": "delivered"}))[1]["code"] == "illegal_transition"
    assert (await ask(boss, "PATCH", path, {"status": "paid"}))[0] == 422
    answer = await boss.call("PATCH", path, {"status": "shipped"})
    assert (await answer.get_json())["status"] == "shipped"
    assert answer.headers["Deprecation"].startswith("@")
    assert answer.headers["Sunset"].endswith("GMT")
    refused = await boss.call("PATCH", "/orders/none/status", {"status": "shipped"})
    assert (refused.status_code, refused.headers["Deprecation"]) == (404, answer.headers["Deprecation"])
    assert "Deprecation" not in (await boss.call("GET", "/admin/orders")).headers
    assert (await ask(boss, "PATCH", path, {"status": "delivered"}))[1]["status"] == "delivered"


async def test_a_refund_of_a_part_needs_a_key_and_is_given_once(boss: Api, ann: Api) -> None:
    placed = await (await place_by_api(ann)).get_json()
    path = f"/admin/orders/{placed['id']}/refund"
    assert (await ask(boss, "POST", path))[1]["code"] == "illegal_transition"
    await drain()
    part = {"amount": {"amount": 1000}, "reason": "scratched"}
    assert (await ask(boss, "POST", path, part))[1]["code"] == "idempotency_key_required"
    key = {"Idempotency-Key": "refund-1"}
    first = await boss.call("POST", path, part, **key)
    again = await boss.call("POST", path, part, **key)
    assert (first.status_code, again.headers["Idempotency-Replayed"]) == (200, "true")
    assert await again.get_json() == await first.get_json()
    other = {"amount": {"amount": 1001}}
    assert (await ask(boss, "POST", path, other, **key))[1]["code"] == "idempotency_key_reused"
    status, problem = await ask(boss, "POST", path, {"amount": {"amount": 2601}}, **{"Idempotency-Key": "refund-2"})
    assert (status, problem["code"], problem["refundable_cents"]) == (409, "refund_too_large", 2600)
    await drain()
    seen = (await ask(boss, "GET", f"/admin/orders/{placed['id']}"))[1]
    assert (seen["refunded"]["amount"], seen["payment"]["status"]) == (1000, "captured")
    assert (await ask(boss, "POST", path))[0] == 200
    assert (await ask(boss, "POST", path))[1]["code"] == "illegal_transition"
    await drain()
    assert (await ask(boss, "GET", f"/admin/orders/{placed['id']}"))[1]["payment"]["status"] == "refunded"
    await books_are_clean()


async def test_jobs_are_listed_read_called_off_and_run_again(boss: Api, ann: Api) -> None:
    await place_by_api(ann)
    found = (await ask(boss, "GET", "/admin/jobs?kind=order.process&state=queued&queue=orders"))[1]
    [job] = found["items"]
    assert (job["kind"], job["subject"]["type"], job["attempt"]) == ("order.process", "order", 0)
    full = (await ask(boss, "GET", f"/admin/jobs/{job['id']}"))[1]
    assert full["causes"]
    assert "No worker" in full["waiting_because"]
    path = f"/admin/jobs/{job['id']}"
    assert (await ask(boss, "POST", f"{path}/retry"))[1]["code"] == "illegal_transition"
    status, called_off = await ask(boss, "POST", f"{path}/cancellation", {"reason": "test"})
    assert (status, called_off["state"]) == (202, "cancelled")
    status, problem = await ask(boss, "POST", f"{path}/cancellation")
    assert (status, problem["state"]) == (409, "cancelled")
    status, again = await ask(boss, "POST", f"{path}/retry", {"reason": "after all"})
    assert (status, again["state"], again["id"]) == (202, "queued", job["id"])
    await drain()
    done = (await ask(boss, "GET", path))[1]
    history = ["cancelled", "retried", "claimed", "succeeded"]
    assert (done["state"], [attempt["type"] for attempt in done["attempts"]]) == ("succeeded", history)
    (listed,) = (await ask(boss, "GET", "/admin/jobs?kind=order.process"))[1]["items"]
    assert listed["attempts"] == done["attempts"]
    for verb, body in (("retry", None), ("discard", {"reason": "x"}), ("cancellation", None)):
        status, problem = await ask(boss, "POST", f"{path}/{verb}", body)
        assert (status, problem["code"], problem["title"], problem["state"]) == (
            *(409, "illegal_transition"),
            *("The job has already finished", "succeeded"),
        )
    for query in ("state=lost", "kind=none", "queue=none", "per_page=101", "page=0"):
        assert (await ask(boss, "GET", f"/admin/jobs?{query}"))[0] == 422
    assert (await ask(boss, "GET", "/admin/jobs/none"))[0] == 404


async def test_dead_jobs_are_run_again_together(boss: Api, ann: Api) -> None:
    await place_by_api(ann)
    nothing = {"jobs": 0, "more": False, "batch_id": None}
    assert (await ask(boss, "POST", "/admin/jobs/retry", {"state": "dead"}))[1] == nothing
    await write(
        lambda tx: tx.execute(
            "UPDATE job SET state = 'dead', error_type = 'Boom', error_message = 'boom', finished_at = ?", tx.now
        )
    )
    status, none = await ask(boss, "POST", "/admin/jobs/retry", {"state": "dead", "error": "other"})
    assert (status, none["jobs"]) == (202, 0)
    status, many = await ask(boss, "POST", "/admin/jobs/retry", {"kind": "order.process", "error": "Boom"})
    assert (status, many["jobs"]) == (202, 1)
    await drain()
    assert (await ask(boss, "GET", "/admin/orders?status=confirmed"))[1]["total"] == 1
    assert (await ask(boss, "GET", "/admin/jobs?state=dead"))[1]["total"] == 0
    assert (await ask(boss, "POST", "/admin/jobs/retry", {"state": "dead"}))[1] == nothing
    assert (await ask(boss, "POST", "/admin/jobs/retry", {"state": "queued"}))[0] == 422


async def test_a_selection_and_what_a_line_of_terms_finds_are_run_again_or_discarded(boss: Api, ann: Api) -> None:
    for key in ("one", "two", "three"):
        await place_by_api(ann, key=key)
    await write(
        lambda tx: tx.execute(
            "UPDATE job SET state = 'dead', error_type = 'Boom', error_message = 'boom', finished_at = ?", tx.now
        )
    )
    dead = [each["id"] for each in (await ask(boss, "GET", "/admin/jobs?state=dead"))[1]["items"]]
    assert len(dead) == 3
    path = "/admin/jobs/discard"
    chosen = {"ids": [dead[0], dead[0], dead[1], "unknown"], "reason": "gone"}
    status, many = await ask(boss, "POST", path, chosen)
    assert (status, many["jobs"], many["more"]) == (202, 2, False)
    await drain()
    left = (await ask(boss, "GET", "/admin/jobs?state=dead"))[1]["items"]
    assert [each["id"] for each in left] == [dead[2]]
    nothing = {"jobs": 0, "more": False, "batch_id": None}
    assert await ask(boss, "POST", path, {"ids": ["unknown", dead[0]], "reason": "x"}) == (202, nothing)
    number = (await ask(boss, "GET", f"/admin/jobs/{dead[2]}"))[1]["subject"]["label"].split()[-1]
    other = (await ask(boss, "POST", "/admin/jobs/retry", {"q": "order:CW-99999"}))[1]
    found = (await ask(boss, "POST", "/admin/jobs/retry", {"q": f"order:{number} boom"}))[1]
    assert (other, found["jobs"]) == (nothing, 1)
    for bad in (
        {"ids": ["x"] * 1001},
        {"ids": [dead[0]], "kind": "order.process"},
        {"q": "state:queued"},
        {"q": "x:y"},
    ):
        assert (await ask(boss, "POST", "/admin/jobs/retry", bad))[0] == 422, str(bad)[:80]


async def test_dead_jobs_are_discarded_with_a_reason_one_or_all_and_taken_back(boss: Api, ann: Api) -> None:
    for key in ("one", "two", "three"):
        await place_by_api(ann, key=key)
    assert (await ask(boss, "POST", "/admin/jobs/discard", {"reason": "nothing there"}))[1]["jobs"] == 0
    await write(
        lambda tx: tx.execute(
            "UPDATE job SET state = 'dead', error_type = 'Boom', error_message = 'boom', finished_at = ?", tx.now
        )
    )
    dead = (await ask(boss, "GET", "/admin/jobs?state=dead"))[1]["items"]
    path = f"/admin/jobs/{dead[0]['id']}"
    for body in ({}, {"reason": ""}, {"reason": "  "}, {"reason": "x" * 201}, {"reason": 1}, {"why": "x"}):
        assert (await ask(boss, "POST", f"{path}/discard", body))[0] in (400, 422)
        assert (await ask(boss, "POST", "/admin/jobs/discard", body))[0] in (400, 422)
    status, job = await ask(boss, "POST", f"{path}/discard", {"reason": "paid by hand"})
    assert (status, job["state"], job["attempts"][-1]["type"]) == (202, "cancelled", "discarded")
    assert job["attempts"][-1]["error"]["message"].endswith(": paid by hand")
    status, problem = await ask(boss, "POST", f"{path}/discard", {"reason": "paid by hand"})
    assert (status, problem["title"]) == (409, "The job was cancelled")
    assert (await ask(boss, "POST", "/admin/jobs/none/discard", {"reason": "x"}))[0] == 404
    status, none = await ask(boss, "POST", "/admin/jobs/discard", {"reason": "x", "kind": "mail.order"})
    assert (status, none["jobs"]) == (202, 0)
    for body in ({"reason": "x", "state": "queued"}, {"reason": "x", "kind": "none"}):
        assert (await ask(boss, "POST", "/admin/jobs/discard", body))[0] == 422
    status, many = await ask(boss, "POST", "/admin/jobs/discard", {"reason": "paid by hand", "error": "BOOM"})
    assert (status, many["jobs"], many["more"]) == (202, 2, False)
    await drain()
    assert (await ask(boss, "GET", "/admin/jobs?state=dead"))[1]["total"] == 0
    assert (await ask(boss, "GET", f"/admin/jobs?state=cancelled&q=batch:{many['batch_id']}"))[1]["total"] == 2
    assert (await ask(boss, "POST", f"{path}/retry"))[0] == 202
    await drain()
    assert (await ask(boss, "GET", "/admin/orders?status=confirmed"))[1]["total"] == 1
    actions = [entry["action"] for entry in (await ask(boss, "GET", "/admin/audit"))[1]["items"]]
    assert actions.count("job.discard") == 3
    assert "job_batch.discard" in actions


async def test_queues_are_paused_and_resumed(boss: Api, ann: Api) -> None:
    status, paused = await ask(boss, "POST", "/admin/queues/orders/pause", {"reason": "maintenance"})
    assert (status, paused["name"], paused["paused"]) == (200, "orders", True)
    await place_by_api(ann)
    await drain()
    queues = {queue["name"]: queue for queue in (await ask(boss, "GET", "/admin/queues"))[1]["items"]}
    assert set(queues) == {"orders", "mail", "webhooks", "maintenance"}
    assert (queues["orders"]["depth"], queues["orders"]["paused"], queues["mail"]["paused"]) == (1, True, False)
    assert (await ask(boss, "POST", "/admin/queues/orders/resume"))[1]["paused"] is False
    assert await drain() > 0
    assert (await ask(boss, "POST", "/admin/queues/none/pause"))[0] == 404
    assert (await ask(boss, "GET", "/admin/workers"))[1]["items"] == []


async def test_workers_show_their_heartbeats(boss: Api) -> None:
    await write(
        lambda tx: tx.execute(
            "INSERT INTO worker (name, host, pid, queues, concurrency, running, state, started_at, last_seen_at,"
            " rss_bytes, version) VALUES ('w1', 'here', 7, 'orders,mail', 8, 0, 'alive', ?, ?, 1000, '1')",
            *(tx.now, tx.now),
        )
    )
    [worker] = (await ask(boss, "GET", "/admin/workers"))[1]["items"]
    assert (worker["id"], worker["queues"], worker["state"]) == ("w1", ["orders", "mail"], "alive")
    queues = {queue["name"]: queue["workers"] for queue in (await ask(boss, "GET", "/admin/queues"))[1]["items"]}
    assert (queues["orders"], queues["webhooks"]) == (1, 0)


async def test_mail_is_listed_and_sent_again(boss: Api, ann: Api) -> None:
    await place_by_api(ann)
    await drain()
    [mail] = (await ask(boss, "GET", "/admin/emails"))[1]["items"]
    assert (mail["recipient"], mail["state"], mail["kind"]) == ("ann@example.com", "recorded", "order.confirmed")
    status, again = await ask(boss, "POST", f"/admin/emails/{mail['id']}/resend")
    assert (status, again["state"], again["message_id"]) == (202, "queued", mail["message_id"])
    status, problem = await ask(boss, "POST", f"/admin/emails/{mail['id']}/resend")
    assert (status, problem["state"]) == (409, "queued")
    assert (await ask(boss, "POST", "/admin/emails/none/resend"))[0] == 404


async def test_the_figures_add_up(boss: Api, ann: Api) -> None:
    await place_by_api(ann, key="a", quantity=2)
    await drain()
    placed = await (
        await place_by_api(ann, key="b", payment={"method": "test_card", "token": "tok_declined"})
    ).get_json()
    await drain()
    status, stats = await ask(boss, "GET", "/admin/stats?bucket=hour&from=2026-01-01&to=2026-01-01")
    assert (status, stats["orders"], len(stats["buckets"])) == (200, 0, 24)
    status, stats = await ask(boss, "GET", "/admin/stats")
    assert (stats["orders"], stats["confirmed"], stats["cancelled"], stats["conversion"]) == (2, 1, 1, 0.5)
    assert stats["revenue"]["amount"] == 3600
    assert stats["cancellations"] == {"payment_declined": 1}
    assert (stats["new_customers"], stats["returning_customers"]) == (1, 0)  # by e-mail address, as on the page
    assert [(top["sku"], top["units"]) for top in stats["top_products"]] == [("SKU-0001", 2)]
    assert sum(bucket["orders"] for bucket in stats["buckets"]) == 2
    assert placed["status"] == "pending"
    for query in ("from=yesterday", "from=2026-02-01&to=2026-01-01", "from=2020-01-01&to=2026-01-01", "bucket=year"):
        assert (await ask(boss, "GET", f"/admin/stats?{query}"))[0] == 422
    assert (await ask(boss, "GET", "/admin/stats?from=2026-01-01&to=2026-03-01&bucket=hour"))[0] == 422


async def test_every_change_stands_in_the_audit_log(boss: Api, ann: Api) -> None:
    mug = await product_id()
    await ask(boss, "PATCH", f"/products/{mug}", {"name": "Renamed"})
    await ask(boss, "POST", f"/inventory/{mug}/restock", {"quantity": 1})
    log = (await ask(boss, "GET", "/admin/audit"))[1]
    assert [(entry["action"], entry["actor"]) for entry in log["items"]] == [
        ("stock.restock", "boss@example.com"),
        ("product.change", "boss@example.com"),
        ("sign_in", "boss@example.com"),
    ]
    change = log["items"][1]
    assert (change["object"], change["after"]) == ({"type": "product", "id": mug}, {"name": "Renamed"})
    assert change["request_id"]
    assert (await ask(boss, "GET", "/admin/audit?action=product.change&from=2026-01-01"))[1]["total"] == 1
    assert (await ask(boss, "GET", "/admin/audit?to=2026-01-01"))[1]["total"] == 0
    assert (await ask(ann, "GET", "/admin/audit"))[0] == 403
