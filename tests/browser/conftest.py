"""Chromium on a shop that runs in earnest. After each test: no complaint of the browser. At the end: clean books.

Run it as a pytest of its own: `pytest tests/browser`. After synchronous Playwright no asyncio test works in a process.
"""

import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, StorageState, sync_playwright

from tests.browser.running_shop import RunningShop
from tests.browser.visitor import PASSWORD, PATIENCE, Visitor

ARGUMENTS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-dev-shm-usage",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
STAFF = "staff@example.com"
TEST_SECONDS = 900  # more than all that one test may wait for; what hangs is ended all the same
Visit = Callable[..., Visitor]


def pytest_itemcollected(item: pytest.Item) -> None:
    if item.path.is_relative_to(Path(__file__).parent):
        item.add_marker(pytest.mark.timeout(TEST_SECONDS))


# The first is Chromium without the window that nobody sees: drawing that one takes two thirds of the processor's time.
PROGRAMS = ("chromium-headless-shell", "chromium", "chromium-browser")


def chromium_path() -> str | None:
    """Where Chromium is on this machine; `CHROMIUM` names another one."""
    named = os.environ.get("CHROMIUM")
    return named or next(filter(None, map(shutil.which, PROGRAMS)), None)


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    path = chromium_path()
    if path is None:
        if os.environ.get("CI") == "true":
            pytest.fail("Chromium is not installed, and CI requires it")
        pytest.skip("Chromium is not installed")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=ARGUMENTS, timeout=PATIENCE * 3)
        yield browser
        browser.close()


@pytest.fixture(scope="session")
def running(chromium: Browser, tmp_path_factory: pytest.TempPathFactory) -> Iterator[RunningShop]:
    """The shop of the session."""
    shop = RunningShop(tmp_path_factory.mktemp("shop"))
    try:
        yield shop.open()
        print(shop.run("doctor"))
        assert "Traceback" not in shop.log()
    finally:
        shop.close()


@pytest.fixture
def visit(chromium: Browser) -> Iterator[Visit]:
    """Open a window: `visit(shop)`. None of the windows may have heard a complaint at the end."""
    visitors: list[Visitor] = []

    def open_window(shop: RunningShop, **options: Any) -> Visitor:
        visitors.append(Visitor(chromium, shop.url, **options))
        return visitors[-1]

    yield open_window
    for visitor in visitors:
        visitor.close()
    assert [visitor.complaints for visitor in visitors] == [[] for _ in visitors]


@pytest.fixture
def visitor(visit: Visit, running: RunningShop) -> Visitor:
    """A stranger's window on the session's shop."""
    return visit(running)


@pytest.fixture(scope="session")
def staff_state(chromium: Browser, running: RunningShop) -> StorageState:
    """The cookies of an admin who was made on the command line."""
    running.run("admin", "create", STAFF, given=f"{PASSWORD}\n")
    return logged_in(chromium, running)


def logged_in(chromium: Browser, shop: RunningShop) -> StorageState:
    """The cookies of the shop's admin."""
    staff = Visitor(chromium, shop.url)
    staff.go("/auth/login")
    staff.log_in(STAFF)
    state = staff.context.storage_state()
    staff.close()
    return state


@pytest.fixture
def staff(visit: Visit, running: RunningShop, staff_state: StorageState) -> Visitor:
    """An admin's window."""
    return visit(running, storage_state=staff_state)


@pytest.fixture(scope="session")
def names(running: RunningShop) -> list[str]:
    """Three products that nobody else's test counts."""
    return [running.ask(f"/api/v1/products/sku:SKU-000{number}")["name"] for number in (1, 2, 3)]
