"""A handler that takes too long is cut, and whoever asked is told so."""

import asyncio
from typing import Any

import pytest
from quart import Quart, g

from tests.web.clients import Api
from web.http import time_limit
from web.http.time_limit import allow_more

pytestmark = pytest.mark.asyncio


def seconds_pass(seconds: float) -> None:
    """The request being answered came that much earlier."""
    g.time_limit.reschedule(g.time_limit.when() - seconds)


@pytest.fixture
def hanging(app: Quart) -> list[str]:
    """Handlers for which time flies as soon as they have begun; what was cut."""
    cut: list[str] = []

    async def hang() -> Any:
        seconds_pass(time_limit.SECONDS)
        try:
            await asyncio.Event().wait()
        except asyncio.CancelledError:
            cut.append("handler")
            raise

    async def fail() -> Any:
        raise TimeoutError("a gateway's own")

    async def wait_as_asked() -> str:
        allow_more(60)
        seconds_pass(time_limit.SECONDS + 30)
        await asyncio.sleep(0.02)  # a limit that is over cuts here
        return "news"

    for path, view in (("hang", hang), ("fail", fail), ("patient", wait_as_asked)):
        for prefix in ("", "/api/v1"):
            app.add_url_rule(f"{prefix}/{path}", f"{prefix}-{path}", view, methods=["GET", "POST"])
    return cut


async def test_thirty_seconds_are_the_most() -> None:
    assert time_limit.SECONDS == 30


async def test_programs_and_people_are_told_that_it_took_too_long(app: Quart, hanging: list[str]) -> None:
    document = await Api(app).client.get("/api/v1/hang")
    assert (document.status_code, (await document.get_json())["code"]) == (503, "took_too_long")
    assert document.headers["Retry-After"] == "5"
    page = await app.test_client().get("/hang")
    assert (page.status_code, "This took too long" in await page.get_data(as_text=True)) == (503, True)
    fragment = await app.test_client().get("/hang", headers={"HX-Request": "true"})
    assert (fragment.status_code, "<html" in await fragment.get_data(as_text=True)) == (503, False)
    assert hanging == ["handler"] * 3


async def test_a_timeout_of_the_handlers_own_is_a_failure_as_any_other(app: Quart, hanging: list[str]) -> None:
    assert (await app.test_client().get("/fail")).status_code == 500


async def test_who_asked_to_wait_may(app: Quart, hanging: list[str]) -> None:
    assert (await app.test_client().get("/patient")).status_code == 200
