"""Every route stands in a table of who may go there, and each gate is tried: visitor, customer, admin.

A route that is not in the table fails; so does one that lets in whom the table keeps out.
"""

from collections.abc import AsyncIterator
from dataclasses import replace
from typing import Any

import pytest
import pytest_asyncio
from quart import Blueprint, Quart

from core.settings import Settings
from models.catalog.seed import seed_demo
from models.database import write
from tests.web.clients import Api, Browser, make_user
from web.app import create_app

pytestmark = pytest.mark.asyncio

# What strangers may do. Looking at one order over the API takes its token instead of an account.
EVERYBODY = """
GET /docs  GET /redoc  GET /api/v1/openapi.json
GET /  GET /products  GET /products/search  GET /products/<product_id>
GET /checkout  POST /checkout  GET /checkout/<step>  POST /checkout/<step>  POST /theme
GET /media/<name>
GET /cart  POST /cart/items  POST /cart/items/<item_id>  POST /cart/items/<item_id>/removal  POST /cart/clearing
GET /auth/login  POST /auth/login  GET /auth/register  POST /auth/register  GET /auth/logout  POST /auth/logout
GET /auth/set-up  POST /auth/set-up
GET /auth/forgot-password  POST /auth/forgot-password  GET /auth/reset-password  POST /auth/reset-password
POST /api/v1/auth/password/forgot  POST /api/v1/auth/password/reset
GET /livez  GET /readyz  GET /api/v1/health  GET /problems  GET /problems/<code>
POST /api/v1/auth/register  POST /api/v1/auth/login  POST /api/v1/auth/refresh
GET /api/v1/countries  GET /api/v1/shipping-methods  POST /api/v1/orders/quote
GET /api/v1/categories  GET /api/v1/categories/<category_id>  GET /api/v1/products  GET /api/v1/products/<product_id>
GET /api/v1/cart  POST /api/v1/cart/items  PATCH /api/v1/cart/items/<item_id>  DELETE /api/v1/cart/items/<item_id>
DELETE /api/v1/cart  POST /api/v1/orders
GET /orders/lookup  POST /orders/lookup  POST /api/v1/orders/lookup
"""
CUSTOMERS = """
GET /orders  GET /orders/<order_id>  GET /orders/<order_id>/status
POST /orders/<order_id>/cancellation  POST /orders/<order_id>/payment  POST /orders/<order_id>/cart
POST /api/v1/orders/<order_id>/payment  POST /api/v1/orders/<order_id>/cart
POST /orders/<order_id>/claim
GET /auth/profile  POST /auth/profile  POST /auth/profile/email
GET /auth/verify-email  POST /auth/verify-email  POST /auth/verify-email/mail
GET /auth/change-password  POST /auth/change-password
GET /account/addresses  GET /account/addresses/new  POST /account/addresses  GET /account/addresses/<address_id>
POST /account/addresses/<address_id>  POST /account/addresses/<address_id>/removal
GET /account/logins  POST /account/logins/ending  POST /account/logins/<login_id>/ending
GET /api/v1/addresses  POST /api/v1/addresses  GET /api/v1/addresses/<address_id>
PATCH /api/v1/addresses/<address_id>  DELETE /api/v1/addresses/<address_id>
POST /api/v1/auth/logout  GET /api/v1/auth/me  PATCH /api/v1/auth/me
POST /api/v1/auth/email/verification  POST /api/v1/auth/email/verification/confirm  POST /api/v1/auth/password
GET /api/v1/orders  GET /api/v1/orders/<order_id>  GET /api/v1/orders/<order_id>/events
POST /api/v1/orders/<order_id>/claim  POST /api/v1/orders/<order_id>/cancel  POST /api/v1/orders/<order_id>/cancellation
"""
ADMINS = """
GET /admin/openapi.json
GET /admin  GET /admin/alarm  GET /admin/jobs  GET /admin/jobs/<job_id>  POST /admin/jobs/<job_id>/retry
POST /admin/jobs/<job_id>/discard  POST /admin/jobs/<job_id>/run  POST /admin/jobs/<job_id>/cancellation
GET /admin/jobs/batches  GET /admin/jobs/batches/new  POST /admin/jobs/batches  GET /admin/jobs/batches/<batch_id>
POST /admin/jobs/batches/<batch_id>/stop  GET /admin/jobs/failures  GET /admin/jobs/charts
GET /admin/jobs/timetable  POST /admin/jobs/timetable/<kind>/run
POST /admin/jobs/kinds/<kind>/pause  POST /admin/jobs/kinds/<kind>/resume
POST /admin/queues/<name>/pause  POST /admin/queues/<name>/resume
GET /admin/orders/several  POST /admin/orders/shipments
GET /admin/orders  GET /admin/orders/<order_id>  POST /admin/orders/<order_id>/shipment
POST /admin/orders/<order_id>/delivery  POST /admin/orders/<order_id>/cancellation
POST /admin/orders/<order_id>/refund  POST /admin/orders/<order_id>/notes
GET /admin/orders/<order_id>/address  POST /admin/orders/<order_id>/address
GET /admin/products  GET /admin/products/new  POST /admin/products  GET /admin/products/<product_id>
POST /admin/products/<product_id>  POST /admin/products/<product_id>/retirement
POST /admin/products/<product_id>/restoration  POST /admin/products/<product_id>/details
POST /admin/products/<product_id>/pictures  POST /admin/products/<product_id>/pictures/<image_id>
POST /admin/products/<product_id>/pictures/<image_id>/removal
GET /admin/categories  POST /admin/categories  POST /admin/categories/<category_id>
POST /admin/categories/<category_id>/deletion
GET /admin/inventory  GET /admin/inventory/<product_id>  POST /admin/inventory/<product_id>/restock
POST /admin/inventory/<product_id>/count
GET /admin/webhooks  POST /admin/webhooks  GET /admin/webhooks/<webhook_id>  POST /admin/webhooks/<webhook_id>
POST /admin/webhooks/<webhook_id>/state  POST /admin/webhooks/<webhook_id>/secret
POST /admin/webhooks/<webhook_id>/deletion  POST /admin/webhooks/<webhook_id>/test
POST /admin/webhooks/<webhook_id>/deliveries/<delivery_id>/redelivery
POST /admin/webhooks/<webhook_id>/redelivery
GET /admin/customers  GET /admin/audit  GET /admin/analytics  GET /admin/analytics/files/<table>
GET /admin/customers/<account_id>  POST /admin/customers/<account_id>/notes
POST /admin/customers/<account_id>/disabling  POST /admin/customers/<account_id>/enabling
POST /admin/customers/<account_id>/promotion  POST /admin/customers/<account_id>/demotion
GET /admin/doctor  POST /admin/doctor/reconciliation  POST /admin/doctor/differences/<difference_id>/refund
POST /admin/doctor/unmatched/<charge_id>/refund
POST /admin/emails/<email_id>/resend
GET /admin/shipping  POST /admin/shipping
GET /admin/emails  GET /admin/emails/<email_id>  GET /admin/emails/<email_id>/html
"""
ADMINS += """
GET /api/v1/admin/audit  GET /api/v1/admin/emails  POST /api/v1/admin/emails/<email_id>/resend
GET /api/v1/admin/jobs  GET /api/v1/admin/jobs/<job_id>  POST /api/v1/admin/jobs/<job_id>/cancellation
POST /api/v1/admin/jobs/<job_id>/retry  POST /api/v1/admin/jobs/retry
POST /api/v1/admin/jobs/<job_id>/discard  POST /api/v1/admin/jobs/discard  GET /api/v1/admin/orders
GET /api/v1/admin/orders/<order_id>  POST /api/v1/admin/orders/<order_id>/cancellation
POST /api/v1/admin/orders/<order_id>/delivery  POST /api/v1/admin/orders/<order_id>/notes
POST /api/v1/admin/orders/<order_id>/refund  POST /api/v1/admin/orders/<order_id>/shipment
PUT /api/v1/admin/orders/<order_id>/shipping-address
GET /api/v1/admin/products  POST /api/v1/admin/products  DELETE /api/v1/admin/products/<product_id>
GET /api/v1/admin/products/<product_id>  PATCH /api/v1/admin/products/<product_id>
POST /api/v1/admin/products/<product_id>/restoration  GET /api/v1/admin/queues
POST /api/v1/admin/queues/<name>/pause  POST /api/v1/admin/queues/<name>/resume  GET /api/v1/admin/stats
GET /api/v1/admin/workers  POST /api/v1/categories  DELETE /api/v1/categories/<category_id>
PATCH /api/v1/categories/<category_id>  GET /api/v1/inventory  GET /api/v1/inventory/<product_id>
PATCH /api/v1/inventory/<product_id>  GET /api/v1/inventory/<product_id>/ledger
POST /api/v1/inventory/<product_id>/restock  PATCH /api/v1/orders/<order_id>/status  POST /api/v1/products
DELETE /api/v1/products/<product_id>  PATCH /api/v1/products/<product_id>
POST /api/v1/products/<product_id>/restoration  GET /api/v1/webhooks  POST /api/v1/webhooks
DELETE /api/v1/webhooks/<webhook_id>  GET /api/v1/webhooks/<webhook_id>  PATCH /api/v1/webhooks/<webhook_id>
GET /api/v1/webhooks/<webhook_id>/deliveries  POST /api/v1/webhooks/<webhook_id>/deliveries/<delivery_id>/redelivery
POST /api/v1/webhooks/<webhook_id>/redelivery  POST /api/v1/webhooks/<webhook_id>/secret
POST /api/v1/webhooks/<webhook_id>/test
"""
# For operators, by their token: it is not set here, so nobody gets through.
OPERATORS = """
GET /metrics  GET /ops/queues  GET /ops/workers  POST /ops/queues/<name>/pause  POST /ops/queues/<name>/resume
POST /ops/queues/<name>/requeue
"""


def listed(table: str) -> set[str]:
    words = table.split()
    return {f"{method} {rule}" for method, rule in zip(words[::2], words[1::2], strict=True)}


def routes(app: Quart) -> set[str]:
    """Method and rule of everything there is."""
    rules = [(method, rule.rule) for rule in app.url_map.iter_rules() for method in rule.methods or ()]
    return {f"{method} {rule}" for method, rule in rules if method not in ("HEAD", "OPTIONS")}


def unknown(app: Quart) -> set[str]:
    """Routes nobody has said of who may go there."""
    return routes(app) - listed(EVERYBODY) - listed(CUSTOMERS) - listed(ADMINS) - listed(OPERATORS)


async def ask(app: Quart, route: str, who: str) -> tuple[int, str]:
    """How a route answers somebody: status, and where it leads."""
    method, rule = route.split()
    path = "/".join("none" if part.startswith("<") else part for part in rule.split("/"))
    if rule.startswith("/api/"):
        api = Api(app)
        if who != "visitor":
            await api.log_in(f"{who}@example.com")
        headers = {"Idempotency-Key": "k"}
        answer = await api.call(method, path.removeprefix("/api/v1"), {} if method != "GET" else None, **headers)
    else:
        browser = Browser(app)
        if who != "visitor":
            await browser.log_in(f"{who}@example.com")
        answer = await (browser.post(path) if method == "POST" else browser.get(path))
    return answer.status_code, answer.headers.get("Location", "")


async def passes(app: Quart, route: str, who: str) -> bool:
    """Whether the gate lets them through, to whatever is behind it (a refusal of the empty form, a 404)."""
    status, leads_to = await ask(app, route, who)
    return not (status in (401, 403) or (status == 303 and leads_to.startswith("/auth/login")))


@pytest.fixture
def settings(settings: Settings) -> Settings:
    """Everybody is asked everything here, which is more than one caller may: the limits have tests of their own."""
    return replace(settings, rate_limit=False)


@pytest_asyncio.fixture
async def peopled(shop: str, settings: Settings) -> AsyncIterator[Quart]:
    app = create_app(replace(settings, rate_limit=False))  # every route is tried by the same few callers
    await write(seed_demo)
    await make_user("customer@example.com")
    await make_user("admin@example.com", role="admin")
    yield app


async def test_every_route_is_in_the_table_and_every_row_is_a_route(app: Quart) -> None:
    assert unknown(app) == set()
    rows = (EVERYBODY, CUSTOMERS, ADMINS, OPERATORS)
    assert {route for table in rows for route in listed(table)} - routes(app) == set()


async def test_operators_routes_are_closed_to_who_has_no_token(peopled: Quart) -> None:
    for who in ("visitor", "customer", "admin"):
        assert {(await ask(peopled, route, who))[0] for route in listed(OPERATORS)} == {403}


async def test_customers_routes_lead_strangers_to_the_login(peopled: Quart) -> None:
    assert [route for route in sorted(listed(CUSTOMERS)) if await passes(peopled, route, "visitor")] == []
    # a wrong current password is a refusal of the form, and logging in is not asked of those who are
    barred = [route for route in sorted(listed(CUSTOMERS)) if not await passes(peopled, route, "customer")]
    assert barred == []


async def test_admins_routes_are_closed_to_everybody_else(peopled: Quart) -> None:
    for who in ("visitor", "customer"):
        assert [route for route in sorted(listed(ADMINS)) if await passes(peopled, route, who)] == []
    assert [route for route in sorted(listed(ADMINS)) if not await passes(peopled, route, "admin")] == []
    statuses = {(await ask(peopled, route, "customer"))[0] for route in listed(ADMINS)}
    assert statuses == {403}


async def test_no_route_fails_whoever_asks(peopled: Quart) -> None:
    for who in ("visitor", "customer", "admin"):
        answers = {route: (await ask(peopled, route, who))[0] for route in sorted(routes(peopled))}
        assert {route: status for route, status in answers.items() if status >= 500} == {}


async def test_forms_need_their_token_on_every_page(peopled: Quart) -> None:
    browser = Browser(peopled)
    await browser.log_in("admin@example.com")
    pages = routes(peopled) - listed(OPERATORS)
    posts = sorted(route for route in pages if route.startswith("POST ") and "/api/" not in route)
    assert len(posts) > 8
    for route in posts:
        path = "/".join("none" if part.startswith("<") else part for part in route.split()[1].split("/"))
        answer = await browser.client.post(path, form={})
        assert (route, answer.status_code) == (route, 403)


async def test_the_rules_can_fail(peopled: Quart) -> None:
    planted: Any = Blueprint("planted", __name__)

    @planted.get("/admin/open")
    async def open_to_all() -> str:
        return "everything"

    assert unknown(peopled) == set()
    assert not await passes(peopled, "GET /admin/jobs", "customer")
    peopled.register_blueprint(planted)
    assert unknown(peopled) == {"GET /admin/open"}
    assert await passes(peopled, "GET /admin/open", "visitor")
