"""One order is traced from the button to the confirmation mail: docs/tour.md names every file it passes."""

import re
import sys
import threading
from collections.abc import AsyncIterator, Iterator
from contextlib import contextmanager
from pathlib import Path
from types import FrameType
from typing import Any

import pytest
import pytest_asyncio
from quart import Quart

from models.catalog.seed import seed_demo
from models.database import write
from pipelines.gateways.payment_provider import install_provider
from pipelines.gateways.test_provider import TestProvider
from tests.journeys import story
from tests.stack import uses_postgres
from tests.web.clients import Browser, make_user
from tests.web.placing import ADDRESS, product_id
from tests.web.shop.test_checkout_steps import hidden

pytestmark = pytest.mark.asyncio

ROOT = Path(__file__).parents[2]
MOST = 51  # it only falls: 30 are wanted
# Middleware, engine and telemetry: what every request, statement and job passes, whatever it is about.
EVERYWHERE = (
    *("core/", "telemetry/", "models/database/", "models/shared/", "workers/", "web/http/", "web/security/"),
    *("web/cache/", "web/errors/", "web/app.py", "web/app_context.py", "web/rendering.py", "web/template_values.py"),
    *("web/theme.py", "web/representations/", "models/tables/", "models/jobs/ledger/", "models/accounts/sessions.py"),
    *("models/accounts/account_record.py", "web/sign_in/required.py"),
    *("models/accounts/accounts.py", "web/forms/form_limits.py", "web/forms/form_reader.py"),
    *("web/forms/input_model.py", "web/api/documents/idempotency_keys.py", "web/api/description/operation.py"),
)
FILE = re.compile(r"`((?:models|pipelines|web)/[a-z_/]+\.py)`")


class Trace:
    """The files of ours that ran, in the order in which each ran first."""

    def __init__(self) -> None:
        self.files: dict[str, str] = {}

    def __call__(self, frame: FrameType, event: str, _: Any) -> None:
        name = frame.f_code.co_filename
        if event == "call" and name.startswith(str(ROOT)) and not frame.f_code.co_name.startswith("<module"):
            path = name.removeprefix(f"{ROOT}/")
            if path.endswith(".py") and not path.startswith((".venv", "tests/")):
                self.files.setdefault(path, frame.f_code.co_name)

    def passed(self) -> list[str]:
        """Without what everything passes."""
        return [path for path in self.files if not path.startswith(EVERYWHERE)]


@contextmanager
def traced() -> Iterator[Trace]:
    """Trace this thread and those that are running, the one that writes to SQLite among them."""
    trace = Trace()
    sys.setprofile(trace)
    try:
        yield trace
    finally:
        sys.setprofile(None)


@pytest.fixture(autouse=True)
def every_thread() -> Iterator[list[Trace]]:
    """Threads that begin in this test report to the trace that is set by then."""
    current: list[Trace] = []

    def report(frame: FrameType, event: str, value: Any) -> None:
        for trace in current:
            trace(frame, event, value)

    threading.setprofile(report)
    yield current
    threading.setprofile(None)  # type: ignore[arg-type]


@pytest_asyncio.fixture
async def ann(every_thread: list[Trace], app: Quart, tmp_path: Path) -> AsyncIterator[Browser]:
    await write(seed_demo)
    install_provider(TestProvider(tmp_path / "provider.jsonl"))
    await make_user()
    browser = Browser(app)
    await browser.log_in("ann@example.com")
    yield browser
    await story.books_are_clean()


async def trip(browser: Browser, threads: list[Trace]) -> Trace:
    """Press Place, and let a worker work until the mail is out."""
    await browser.post("/cart/items", product_id=await product_id())
    await browser.post("/checkout/address", **ADDRESS)
    await browser.post("/checkout/shipping", shipping_method="standard")
    await browser.post("/checkout/payment", payment_token="tok_ok")
    form = hidden(await (await browser.get("/checkout/review")).get_data(as_text=True))
    with traced() as trace:
        threads.append(trace)
        placed = await browser.client.post("/checkout", form=form)
        await story.drain()
        threads.clear()
    assert placed.status_code == 303
    [mail] = await story.every("SELECT kind FROM email_message")
    assert mail["kind"] == "order.confirmed"
    return trace


async def test_the_tour_names_every_file_that_an_order_passes(ann: Browser, every_thread: list[Trace]) -> None:
    trace = await trip(ann, every_thread)
    passed = trace.passed()
    told = FILE.findall((ROOT / "docs/tour.md").read_text())
    assert set(passed) == set(told), "\n".join(sorted(set(passed) ^ set(told)))
    assert len(passed) <= MOST, passed


@pytest.mark.skipif(uses_postgres(), reason="PostgreSQL has no thread of ours that writes")
async def test_the_thread_that_writes_is_traced_too(ann: Browser, every_thread: list[Trace]) -> None:
    names: set[str] = set()
    before = Trace.__call__

    def note(trace: Trace, frame: FrameType, event: str, value: Any) -> None:
        names.add(threading.current_thread().name)
        before(trace, frame, event, value)

    Trace.__call__ = note  # type: ignore[method-assign]
    try:
        await trip(ann, every_thread)
    finally:
        Trace.__call__ = before  # type: ignore[method-assign]
    assert len(names) > 1, names
