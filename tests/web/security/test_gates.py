"""The gates of the parts: who is let through, who is asked to sign in, who is told no."""

import base64
from typing import Any

import pytest
from quart import Blueprint, Quart

from core.settings import Settings
from models.staff.staff_roles import Permission
from tests.web.clients import PASSWORD, Api, Browser, code_of, make_user
from web.app import create_app
from web.staff.staff_gate import staff_only
from web.staff.staff_routes import PERMISSIONS

pytestmark = pytest.mark.asyncio


@pytest.fixture
def app(shop: str, settings: Settings, monkeypatch: pytest.MonkeyPatch) -> Quart:
    """The application with a page, an API route and a document behind the gates."""
    app = create_app(settings)
    for path, gate in (("/admin/x", staff_only), ("/api/v1/admin/x", staff_only)):
        blueprint = Blueprint(path.replace("/", "_"), __name__)
        blueprint.before_request(gate)
        monkeypatch.setitem(PERMISSIONS, f"GET {path}", Permission.OVERVIEW)
        blueprint.add_url_rule(path, "x", _open)
        app.register_blueprint(blueprint)
    return app


async def _open() -> str:
    return "open"


def basic(email: str) -> str:
    return "Basic " + base64.b64encode(f"{email}:{PASSWORD}".encode()).decode()


async def test_the_admins_pages_are_for_admins(app: Quart) -> None:
    await make_user()
    await make_user("root@example.com", role="admin")
    visitor, customer, admin = Browser(app), Browser(app), Browser(app)
    await customer.log_in("ann@example.com")
    await admin.log_in("root@example.com")
    assert (await visitor.get("/admin/x")).headers["Location"] == "/auth/login?next=/admin/x"
    assert (await customer.get("/admin/x")).status_code == 403
    assert await (await admin.get("/admin/x")).get_data() == b"open"


async def test_the_admins_api_is_for_admins(app: Quart) -> None:
    await make_user()
    await make_user("root@example.com", role="admin")
    assert await code_of(await Api(app).call("GET", "/admin/x")) == (401, "unauthenticated")
    customer: Any = await Api(app).log_in("ann@example.com")
    assert await code_of(await customer.call("GET", "/admin/x")) == (403, "forbidden")
    admin: Any = await Api(app).log_in("root@example.com")
    assert (await admin.call("GET", "/admin/x")).status_code == 200


async def test_a_role_taken_away_is_gone_at_the_next_request(app: Quart) -> None:
    from models.database import write

    await make_user("root@example.com", role="admin")
    admin = await Api(app).log_in("root@example.com")
    assert (await admin.call("GET", "/admin/x")).status_code == 200
    await write(lambda tx: tx.execute("UPDATE users SET role = 'customer'"))
    assert (await admin.call("GET", "/admin/x")).status_code == 403
