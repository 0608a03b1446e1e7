"""Who looks at the bar, the metrics and the log, to see whether an outage is told there."""

import asyncio
import contextlib
import time
from collections.abc import AsyncIterator, Collection
from typing import Any

import httpx

from models.accounts.accounts import create_user
from models.accounts.passwords import hash_password
from models.alarms.alarm_kinds import CODES
from models.database import write
from tests.faults.processes import PATIENCE_SECONDS, Shop, Web
from tests.faults.shopping import client_of
from tests.mailpit.customer import PASSWORD, Customer

TOKEN = "an-operator-of-ours"
TELLS: dict[str, Any] = {"ops_token": TOKEN, "others": {"OTEL_METRICS_EXPORTER": "prometheus"}}
QUICK = "quick_looks"
PLACES = ("bar", "metric", "log")


class Operator:
    """Who looks at the bar, the metrics and the log."""

    def __init__(self, shop: Shop, client: httpx.AsyncClient) -> None:
        self.shop, self._client = shop, client

    async def is_told(
        self,
        codes: Collection[str],
        *,
        within: float = PATIENCE_SECONDS,
        places: Collection[str] = PLACES,
    ) -> None:
        """Wait until all of these are told in all places."""
        missing: set[tuple[str, str]] = {(code, place) for code in codes for place in places}
        deadline = time.monotonic() + within
        while missing:
            missing -= {each for each in missing if each[0] in await self._seen(each[1])}
            assert not missing or time.monotonic() < deadline, f"not told: {sorted(missing)}"
            await asyncio.sleep(0.1)

    async def _seen(self, place: str) -> set[str]:
        if place == "log":
            return {code for code in CODES if self.shop.count_said(f"alarm {code}: ")}
        with contextlib.suppress(httpx.TransportError):
            if place == "bar":
                page = (await self._client.get("/admin/alarm", timeout=5)).text
                return {code for code in CODES if f'data-alarm="{code}"' in page and f"/admin/runbook#{code}" in page}
            text = (await self._client.get("/metrics", headers={"X-Ops-Token": TOKEN}, timeout=5)).text
            return {code for code in CODES if f'cartwright_alarm{{cartwright_alarm_code="{code}"}} 1' in text}
        return set()


@contextlib.asynccontextmanager
async def looking(shop: Shop, web: Web) -> AsyncIterator[Operator]:
    """An admin of the shop at one of its web processes."""
    async with client_of(web.url) as client:
        hashed = hash_password(PASSWORD)
        await write(lambda tx: create_user(tx, email="root@example.com", password_hash=hashed, role="admin"))
        await Customer(client, "root@example.com").sign_in()
        yield Operator(shop, client)


def planted_with(*names: str) -> str:
    return ",".join(filter(None, names))
