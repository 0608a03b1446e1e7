"""The page that asks again and again: who asks and what is new come from one statement, and both are still checked."""

from collections.abc import AsyncIterator
from typing import Any

import pytest
import pytest_asyncio
from quart import Quart

from models.accounts import accounts
from models.catalog.seed import seed_demo
from models.database import write
from tests.web.clients import Browser, make_user
from tests.web.placing import place_by_page

pytestmark = pytest.mark.asyncio
DAY_MS = 86_400_000


class Ann:
    """A customer whose order's page is open."""

    def __init__(self, browser: Browser, user_id: int, order: str) -> None:
        self.browser, self.user_id, self.order = browser, user_id, order

    async def polls(self, browser: Browser | None = None, *, by_htmx: bool = False) -> Any:
        headers = {"HX-Request": "true"} if by_htmx else {}
        return await (browser or self.browser).get(f"{self.order}/status?v=1", headers=headers)


@pytest_asyncio.fixture
async def ann(app: Quart) -> AsyncIterator[Ann]:
    await write(seed_demo)
    user = await make_user()
    browser = Browser(app)
    await browser.log_in("ann@example.com")
    yield Ann(browser, user.id, await place_by_page(browser))


async def test_the_owner_hears_where_it_stands(ann: Ann) -> None:
    answer = await ann.polls()
    assert (answer.status_code, "Next in line" in await answer.get_data(as_text=True)) == (200, True)


async def test_somebody_else_hears_nothing(app: Quart, ann: Ann) -> None:
    await make_user("eve@example.com")
    await make_user("boss@example.com", role="admin")
    for email, status in (("eve@example.com", 404), ("boss@example.com", 200)):
        browser = Browser(app)
        await browser.log_in(email)
        assert (await ann.polls(browser)).status_code == status
    assert (await ann.polls(Browser(app))).status_code == 303


@pytest.mark.parametrize(
    "end",
    [
        "DELETE FROM session",
        f"UPDATE session SET seen_at = seen_at - {14 * DAY_MS}",
        "UPDATE session SET expires_at = 0",
        "UPDATE users SET is_active = FALSE",
    ],
)
async def test_a_session_that_has_ended_is_told_to_log_in(ann: Ann, end: str) -> None:
    await write(lambda tx: tx.execute(end))
    assert (await ann.polls()).headers["Location"].startswith("/auth/login")
    assert (await ann.polls(by_htmx=True)).status_code == 401


async def test_a_password_that_has_to_be_changed_comes_first(ann: Ann) -> None:
    await write(lambda tx: tx.execute("UPDATE users SET must_change_password = TRUE"))
    assert (await ann.polls()).headers["Location"] == "/auth/change-password"


async def test_switching_the_account_off_ends_the_polls(ann: Ann) -> None:
    await write(lambda tx: accounts.set_active(tx, ann.user_id, is_active=False))
    assert (await ann.polls()).status_code == 303


@pytest.mark.parametrize("order_id", ["none", "%00", "x" * 3000, "' OR 1=1 --"])
async def test_an_order_there_is_not_is_not_found(ann: Ann, order_id: str) -> None:
    assert (await ann.browser.get(f"/orders/{order_id}/status?v=1")).status_code == 404
