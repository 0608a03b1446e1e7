"""Every page of the admin and every operation for staff, and which role gets in: one table, and each cell is tried.

A route that is not in the table fails, and so does one that lets in whom the table keeps out.
"""

from collections.abc import AsyncIterator
from dataclasses import replace
from pathlib import Path

import pytest
import pytest_asyncio
from quart import Quart

from core.settings import Settings
from models.accounts.account_record import StaffRole
from models.catalog.seed import seed_demo
from models.database import read, write
from models.staff.staff_roles import NAMES
from pipelines.gateways.payment_provider import install_provider
from pipelines.gateways.test_provider import TestProvider
from tests.web.clients import PASSWORD, Api, Browser, code_of, make_user, text_of
from tests.web.placing import place_by_api
from web.api.description.openapi import described
from web.api.description.operation import ADMIN
from web.app import create_app
from web.staff.staff_routes import PERMISSIONS

pytestmark = pytest.mark.asyncio
ROLES = {
    "own": StaffRole.OWNER,
    "cat": StaffRole.CATALOGUE,
    "ord": StaffRole.ORDERS,
    "sup": StaffRole.SUPPORT,
    "see": StaffRole.READ_ONLY,
}
# owner, catalogue, orders, support, read-only: who gets in
TABLE = """
own cat ord sup see GET    /admin
own cat ord sup see GET    /admin/alarm
own --- ord --- see GET    /admin/analytics
own --- ord --- see GET    /admin/analytics/files/<table>
own --- --- --- see GET    /admin/audit
own cat ord sup see GET    /admin/categories
own cat --- --- --- POST   /admin/categories
own cat --- --- --- POST   /admin/categories/<category_id>
own cat --- --- --- POST   /admin/categories/<category_id>/deletion
own --- ord sup see GET    /admin/customers
own --- ord sup see GET    /admin/customers/<account_id>
own --- --- --- --- POST   /admin/customers/<account_id>/demotion
own --- --- --- --- POST   /admin/customers/<account_id>/disabling
own --- --- --- --- POST   /admin/customers/<account_id>/enabling
own --- ord sup --- POST   /admin/customers/<account_id>/notes
own --- --- --- --- POST   /admin/customers/<account_id>/promotion
own --- --- --- see GET    /admin/doctor
own cat ord sup see GET    /admin/runbook
own --- --- --- --- POST   /admin/doctor/check
own --- --- --- see GET    /admin/pages
own --- --- --- see GET    /admin/pages/<slug>
own --- --- --- --- POST   /admin/pages/<slug>
own --- ord sup see GET    /admin/emails/kinds
own --- ord sup see GET    /admin/emails/kinds/<kind>
own --- ord sup see GET    /admin/emails/kinds/<kind>/html
own --- ord sup see POST   /admin/emails/kinds/<kind>/test
own --- --- --- --- POST   /admin/emails/kinds/<kind>/switch
own cat ord sup see GET    /admin/products/file
own cat ord sup see GET    /admin/products/file.csv
own cat --- --- --- POST   /admin/products/file
own cat --- --- --- GET    /admin/products/several
own cat --- --- --- POST   /admin/products/several
own cat --- --- --- POST   /api/v1/admin/products/changes
own cat ord sup see GET    /api/v1/admin/products/file
own cat --- --- --- POST   /api/v1/admin/products/file
own --- --- --- --- POST   /admin/doctor/differences/<difference_id>/refund
own --- --- --- --- POST   /admin/doctor/reconciliation
own --- --- --- --- POST   /admin/doctor/unmatched/<charge_id>/refund
own --- ord sup see GET    /admin/emails
own --- ord sup see GET    /admin/emails/<email_id>
own --- ord sup see GET    /admin/emails/<email_id>/html
own --- ord sup --- POST   /admin/emails/<email_id>/resend
own cat ord sup see GET    /admin/inventory
own cat ord sup see GET    /admin/families
own cat --- --- --- POST   /admin/families
own cat ord sup see GET    /admin/families/<family_id>
own cat --- --- --- POST   /admin/families/<family_id>
own cat --- --- --- POST   /admin/families/<family_id>/dissolution
own cat --- --- --- GET    /admin/families/new
own cat ord sup see GET    /admin/inventory/<product_id>
own cat --- --- --- POST   /admin/inventory/<product_id>/count
own cat --- --- --- POST   /admin/inventory/<product_id>/restock
own --- ord sup see GET    /admin/jobs
own --- ord sup see GET    /admin/jobs/<job_id>
own --- --- --- --- POST   /admin/jobs/<job_id>/cancellation
own --- --- --- --- POST   /admin/jobs/<job_id>/discard
own --- --- --- --- POST   /admin/jobs/<job_id>/retry
own --- --- --- --- POST   /admin/jobs/<job_id>/run
own --- ord sup see GET    /admin/jobs/batches
own --- --- --- --- POST   /admin/jobs/batches
own --- ord sup see GET    /admin/jobs/batches/<batch_id>
own --- --- --- --- POST   /admin/jobs/batches/<batch_id>/stop
own --- --- --- --- GET    /admin/jobs/batches/new
own --- ord sup see GET    /admin/jobs/charts
own --- ord sup see GET    /admin/jobs/failures
own --- --- --- --- POST   /admin/jobs/kinds/<kind>/pause
own --- --- --- --- POST   /admin/jobs/kinds/<kind>/resume
own --- ord sup see GET    /admin/jobs/timetable
own --- --- --- --- POST   /admin/jobs/timetable/<kind>/run
own cat ord sup see GET    /admin/openapi.json
own --- ord sup see GET    /admin/orders
own --- ord sup see GET    /admin/orders/<order_id>
own --- ord sup --- GET    /admin/orders/<order_id>/address
own --- ord sup --- POST   /admin/orders/<order_id>/address
own --- ord --- --- POST   /admin/orders/<order_id>/cancellation
own --- ord --- --- POST   /admin/orders/<order_id>/delivery
own --- ord sup --- POST   /admin/orders/<order_id>/notes
own --- ord --- --- POST   /admin/orders/<order_id>/refund
own --- ord --- --- POST   /admin/orders/<order_id>/shipment
own --- ord sup see GET    /admin/orders/several
own --- ord --- --- POST   /admin/orders/shipments
own cat ord sup see GET    /admin/products
own cat --- --- --- POST   /admin/products
own cat ord sup see GET    /admin/products/<product_id>
own cat --- --- --- POST   /admin/products/<product_id>
own cat --- --- --- GET    /admin/products/new
own --- --- --- --- POST   /admin/queues/<name>/pause
own --- --- --- --- POST   /admin/queues/<name>/resume
own --- --- --- see GET    /admin/shipping
own --- --- --- --- POST   /admin/shipping
own --- --- --- see GET    /admin/webhooks
own --- --- --- --- POST   /admin/webhooks
own --- --- --- see GET    /admin/webhooks/<webhook_id>
own --- --- --- --- POST   /admin/webhooks/<webhook_id>
own --- --- --- --- POST   /admin/webhooks/<webhook_id>/deletion
own --- --- --- --- POST   /admin/webhooks/<webhook_id>/deliveries/<delivery_id>/redelivery
own --- --- --- --- POST   /admin/webhooks/<webhook_id>/redelivery
own --- --- --- --- POST   /admin/webhooks/<webhook_id>/secret
own --- --- --- --- POST   /admin/webhooks/<webhook_id>/state
own --- --- --- --- POST   /admin/webhooks/<webhook_id>/test
own --- --- --- see GET    /api/v1/admin/audit
own --- ord sup see GET    /api/v1/admin/emails
own --- ord sup --- POST   /api/v1/admin/emails/<email_id>/resend
own --- ord sup see GET    /api/v1/admin/jobs
own --- ord sup see GET    /api/v1/admin/jobs/<job_id>
own --- --- --- --- POST   /api/v1/admin/jobs/<job_id>/cancellation
own --- --- --- --- POST   /api/v1/admin/jobs/<job_id>/discard
own --- --- --- --- POST   /api/v1/admin/jobs/<job_id>/retry
own --- --- --- --- POST   /api/v1/admin/jobs/discard
own --- --- --- --- POST   /api/v1/admin/jobs/retry
own --- ord sup see GET    /api/v1/admin/orders
own --- ord sup see GET    /api/v1/admin/orders/<order_id>
own --- ord --- --- POST   /api/v1/admin/orders/<order_id>/cancellation
own --- ord --- --- POST   /api/v1/admin/orders/<order_id>/delivery
own --- ord sup --- POST   /api/v1/admin/orders/<order_id>/notes
own --- ord --- --- POST   /api/v1/admin/orders/<order_id>/refund
own --- ord --- --- POST   /api/v1/admin/orders/<order_id>/shipment
own --- ord sup --- PUT    /api/v1/admin/orders/<order_id>/shipping-address
own cat ord sup see GET    /api/v1/admin/families
own cat --- --- --- POST   /api/v1/admin/families
own cat --- --- --- DELETE /api/v1/admin/families/<family_id>
own cat ord sup see GET    /api/v1/admin/families/<family_id>
own cat --- --- --- PATCH  /api/v1/admin/families/<family_id>
own cat ord sup see GET    /api/v1/admin/products
own cat --- --- --- POST   /api/v1/admin/products
own cat --- --- --- DELETE /api/v1/admin/products/<product_id>
own cat ord sup see GET    /api/v1/admin/products/<product_id>
own cat --- --- --- PATCH  /api/v1/admin/products/<product_id>
own cat --- --- --- POST   /api/v1/admin/products/<product_id>/restoration
own --- ord sup see GET    /api/v1/admin/queues
own --- --- --- --- POST   /api/v1/admin/queues/<name>/pause
own --- --- --- --- POST   /api/v1/admin/queues/<name>/resume
own --- ord --- see GET    /api/v1/admin/stats
own --- ord sup see GET    /api/v1/admin/workers
own cat --- --- --- POST   /api/v1/categories
own cat --- --- --- DELETE /api/v1/categories/<category_id>
own cat --- --- --- PATCH  /api/v1/categories/<category_id>
own cat ord sup see GET    /api/v1/inventory
own cat ord sup see GET    /api/v1/inventory/<product_id>
own cat --- --- --- PATCH  /api/v1/inventory/<product_id>
own cat ord sup see GET    /api/v1/inventory/<product_id>/ledger
own cat --- --- --- POST   /api/v1/inventory/<product_id>/restock
own --- ord --- --- PATCH  /api/v1/orders/<order_id>/status
own cat --- --- --- POST   /api/v1/products
own cat --- --- --- DELETE /api/v1/products/<product_id>
own cat --- --- --- PATCH  /api/v1/products/<product_id>
own cat --- --- --- POST   /api/v1/products/<product_id>/restoration
own --- --- --- see GET    /api/v1/webhooks
own --- --- --- --- POST   /api/v1/webhooks
own --- --- --- --- DELETE /api/v1/webhooks/<webhook_id>
own --- --- --- see GET    /api/v1/webhooks/<webhook_id>
own --- --- --- --- PATCH  /api/v1/webhooks/<webhook_id>
own --- --- --- see GET    /api/v1/webhooks/<webhook_id>/deliveries
own --- --- --- --- POST   /api/v1/webhooks/<webhook_id>/deliveries/<delivery_id>/redelivery
own --- --- --- --- POST   /api/v1/webhooks/<webhook_id>/redelivery
own --- --- --- --- POST   /api/v1/webhooks/<webhook_id>/secret
own --- --- --- --- POST   /api/v1/webhooks/<webhook_id>/test
"""


def rows() -> dict[str, set[StaffRole]]:
    """The table: who gets in, by method and rule."""
    lines = [line.split() for line in TABLE.strip().splitlines()]
    return {f"{method} {rule}": {ROLES[word] for word in who if word != "---"} for *who, method, rule in lines}


class House:
    """A shop with one of the people of each role."""

    def __init__(self, app: Quart) -> None:
        self.app = app
        self.browsers = {role: Browser(app) for role in NAMES}
        self.programs = {role: Api(app) for role in NAMES}
        self.token: dict[StaffRole, str] = {}

    async def enter(self) -> "House":
        for role in NAMES:
            email = f"{role}@example.com"
            await make_user(email, role="admin", staff_role=role)
            await self.browsers[role].log_in(email)
            await self.programs[role].log_in(email)
            self.token[role] = await self.browsers[role].token()
        return self

    async def ask(self, role: StaffRole, route: str) -> int:
        method, rule = route.split()
        path = "/".join("none" if part.startswith("<") else part for part in rule.split("/"))
        if rule.startswith("/api/"):
            body = None if method == "GET" else {}
            key = {"Idempotency-Key": f"{role}-roles"}
            answer = await self.programs[role].call(method, path.removeprefix("/api/v1"), body, **key)
        else:
            client = self.browsers[role].client
            form = {"csrf_token": self.token[role]}
            answer = await (client.get(path) if method == "GET" else client.post(path, form=form))
        status: int = answer.status_code
        assert status < 500, (role, route)
        return status


@pytest_asyncio.fixture
async def house(shop: str, settings: Settings) -> AsyncIterator[House]:
    await write(seed_demo)
    yield await House(create_app(replace(settings, rate_limit=False))).enter()


async def test_the_table_has_a_row_for_every_page_of_the_admin_and_every_operation_for_staff(app: Quart) -> None:
    found = {
        f"{method} {rule.rule}"
        for rule in app.url_map.iter_rules()
        for method in (rule.methods or set()) - {"HEAD", "OPTIONS"}
        if rule.rule.startswith(("/admin", "/api/v1/admin"))
    }
    found |= {
        f"{method.upper()} {path.replace('{', '<').replace('}', '>')}"
        for (method, path, _), operation in described(app)
        if operation.access == ADMIN
    }
    assert found - set(rows()) == set()
    assert set(PERMISSIONS) == set(rows())


@pytest.mark.parametrize("role", list(NAMES))
async def test_each_role_gets_in_where_the_table_says_and_nowhere_else(house: House, role: StaffRole) -> None:
    wrong = {}
    for route, allowed in rows().items():
        status = await house.ask(role, route)
        if (status == 403) is (role in allowed):
            wrong[route] = status
    assert wrong == {}


async def test_a_route_without_a_row_is_closed_to_owners_too(house: House, monkeypatch: pytest.MonkeyPatch) -> None:
    assert await house.ask(StaffRole.OWNER, "GET /admin/orders") == 200
    monkeypatch.delitem(PERMISSIONS, "GET /admin/orders")
    assert await house.ask(StaffRole.OWNER, "GET /admin/orders") == 403


async def test_a_refusal_says_which_role_it_takes(house: House) -> None:
    words = "To refund orders takes the role Owner or Orders. Yours is Support."
    page = await house.browsers[StaffRole.SUPPORT].post("/admin/orders/none/refund")
    assert words in await text_of(page, 403)
    answer = await house.programs[StaffRole.SUPPORT].call(
        "POST", "/admin/orders/none/refund", {}, **{"Idempotency-Key": "k"}
    )
    assert await code_of(answer) == (403, "forbidden")
    assert (await answer.get_json())["detail"] == words


async def test_the_navigation_shows_what_the_role_may_see(house: House) -> None:
    pages = {role: await text_of(await browser.get("/admin")) for role, browser in house.browsers.items()}
    links = {
        "/admin/products": set(NAMES),
        "/admin/orders": set(NAMES) - {StaffRole.CATALOGUE},
        "/admin/customers": set(NAMES) - {StaffRole.CATALOGUE},
        "/admin/audit": {StaffRole.OWNER, StaffRole.READ_ONLY},
        "/admin/webhooks": {StaffRole.OWNER, StaffRole.READ_ONLY},
    }
    for href, who in links.items():
        assert {role for role, page in pages.items() if f'class="side-link" href="{href}"' in page} == who, href
    assert "Latest orders" not in pages[StaffRole.CATALOGUE]


async def test_pages_offer_only_what_the_role_may_do(house: House, tmp_path: Path) -> None:
    install_provider(TestProvider(tmp_path / "provider.jsonl"))
    await make_user("buyer@example.com")
    order = (await (await place_by_api(await Api(house.app).log_in("buyer@example.com"))).get_json())["id"]
    offers = {
        role: await text_of(await browser.get(f"/admin/orders/{order}"))
        for role, browser in house.browsers.items()
        if role is not StaffRole.CATALOGUE
    }
    assert {role for role, page in offers.items() if 'id="cancel"' in page} == {StaffRole.OWNER, StaffRole.ORDERS}
    assert StaffRole.READ_ONLY not in {role for role, page in offers.items() if "/notes" in page}
    for role, may_see in ((StaffRole.SUPPORT, 200), (StaffRole.CATALOGUE, 404)):  # the order as its buyer sees it
        assert (await house.browsers[role].get(f"/orders/{order}")).status_code == may_see


async def test_a_role_is_changed_with_the_password_and_stands_in_the_audit_log(house: House) -> None:
    await make_user("new@example.com")
    row = await read(lambda tx: tx.fetch_one("SELECT public_id FROM users WHERE email = 'new@example.com'"))
    owner, path = house.browsers[StaffRole.OWNER], f"/admin/customers/{row['public_id']}/promotion"
    assert (await owner.post(path, staff_role="support", current_password="wrong")).status_code == 422
    assert (await owner.post(path, staff_role="king", current_password=PASSWORD)).status_code == 422
    for role in ("support", "orders"):
        assert (await owner.post(path, staff_role=role, current_password=PASSWORD)).status_code == 303
    log = await text_of(await owner.get("/admin/audit?action=account.role"))
    assert "staff_role: support" in log
    assert "staff_role: orders" in log
    api = await Api(house.app).log_in("new@example.com")
    me = await (await api.call("GET", "/auth/me")).get_json()
    assert (me["role"], me["staff_role"]) == ("admin", "orders")


async def test_the_last_owner_takes_no_lesser_role(house: House) -> None:
    row = await read(lambda tx: tx.fetch_one("SELECT public_id FROM users WHERE email = 'owner@example.com'"))
    owner, path = house.browsers[StaffRole.OWNER], f"/admin/customers/{row['public_id']}"
    refused = await owner.post(f"{path}/promotion", staff_role="support", current_password=PASSWORD)
    assert "the last owner" in await text_of(refused, 409)
    assert (await owner.post(f"{path}/demotion")).status_code == 409
    assert (await owner.post(f"{path}/disabling")).status_code == 409


async def test_an_admin_of_a_release_without_roles_is_an_owner(house: House) -> None:
    await write(lambda tx: tx.execute("UPDATE users SET staff_role = '' WHERE email = 'support@example.com'"))
    assert await house.ask(StaffRole.SUPPORT, "GET /admin/audit") == 200
    await write(lambda tx: tx.execute("UPDATE users SET role = 'customer' WHERE email = 'support@example.com'"))
    assert await house.ask(StaffRole.SUPPORT, "GET /admin/audit") == 403
