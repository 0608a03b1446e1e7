"""`cartwright demo --shoppers N`: a lively shop to look at, with people who browse, buy, and change their mind."""

import argparse
import contextlib
import random
import subprocess
import sys
import threading
import time
from collections import Counter
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from pathlib import Path

from cli.output import list_rows, refuse, say
from cli.progress import progress_bar
from cli.shoppers.shop_client import Answer, ShopClient, Shopper, Unreachable, address_here
from core.process_environment import child_environment
from core.settings import BadSetting, Settings
from models.orders.order_states import Status

START_SECONDS = 120.0
STOP_SECONDS = 60.0
MOST_PATIENCE = 30  # times that a shopper who is asked to wait asks again
LONGEST_LOOK_SECONDS = 1.5
CARDS = ("tok_ok",) * 12 + ("tok_slow",) * 3 + ("tok_declined",) * 3 + ("tok_error", "tok_timeout")
CHANGES_MIND = 0.1  # the share of orders that are cancelled by their buyer
FIRST_NAMES = ("ada", "bo", "cleo", "dan", "eva", "finn", "gus", "hana", "ivo", "june", "kai", "lea")


@dataclass
class Crowd:
    """What all shoppers have done so far."""

    client: ShopClient
    products: list[str]
    wanted: int
    tell: Callable[[int, int], None]
    counts: Counter[str] = field(default_factory=Counter)
    done: int = 0
    lock: threading.Lock = field(default_factory=threading.Lock)

    def take_turn(self) -> bool:
        """Whether another order is wanted; it counts as begun."""
        with self.lock:
            self.counts["begun"] += 1
            return self.counts["begun"] <= self.wanted

    def count(self, what: str) -> None:
        """An order has come to its end."""
        with self.lock:
            self.counts[what] += 1
            self.done += 1
            self.tell(self.done, self.wanted)


def demo(settings: Settings, arguments: argparse.Namespace) -> int:
    """Fill a development shop with shoppers who browse and buy; one that does not run is started, and stays open."""
    if settings.is_production:
        raise BadSetting("CARTWRIGHT_ENV is production: shoppers who are invented are for development only")
    client = ShopClient(address_here(settings.host, settings.port), seconds=30, is_direct=True)
    wanted = arguments.orders or 5 * arguments.shoppers
    with _running_shop(client, settings.data_dir / "demo.log") as own:
        listed = client.ask("GET", "/api/v1/products?in_stock=true&per_page=100")
        products = [each["id"] for each in (listed.document or {}).get("items", [])]
        if not products:
            return refuse("cartwright demo: nothing is in stock: `cartwright seed` fills an empty shop")
        with progress_bar("shopping", "orders") as tell:
            crowd = Crowd(client, products, wanted, tell)
            with ThreadPoolExecutor(arguments.shoppers) as pool:
                try:
                    list(pool.map(lambda number: _shop(crowd, random.Random(number)), range(arguments.shoppers)))  # noqa: S311
                finally:
                    crowd.wanted = 0  # after Ctrl-C nobody begins another order
        del crowd.counts["begun"]
        list_rows([{"orders": count, "outcome": what} for what, count in sorted(crowd.counts.items())], arguments)
        if own is not None and not arguments.leave:
            say(f"look at it: {client.url}/admin/jobs   stop it: Ctrl-C")
            with contextlib.suppress(KeyboardInterrupt):
                own.wait()
    return 0


@contextlib.contextmanager
def _running_shop(client: ShopClient, log: Path) -> Iterator[subprocess.Popen[bytes] | None]:
    """The shop on this port; if there is none, one of our own, which logs to `log` and is stopped at the end."""
    if _answers(client):
        yield None
        return
    environment = child_environment() | {"CARTWRIGHT_RATE_LIMIT": "off"}  # all come from one address
    log.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    with log.open("ab") as file:
        own = subprocess.Popen([sys.executable, "-m", "cli", "up"], env=environment, stdout=file, stderr=file)
    try:
        deadline = time.monotonic() + START_SECONDS
        while not _answers(client):
            if own.poll() is not None or time.monotonic() > deadline:
                raise BadSetting(f"the shop did not start: {log} says why")
            time.sleep(0.2)
        yield own
    finally:
        own.terminate()
        own.wait(STOP_SECONDS)


def _answers(client: ShopClient) -> bool:
    with contextlib.suppress(Unreachable):
        return client.ask("GET", "/readyz").status == 200
    return False


def _shop(crowd: Crowd, chance: random.Random) -> None:
    """One shopper: order after order, until there are enough."""
    name = chance.choice(FIRST_NAMES)
    while crowd.take_turn():
        try:
            crowd.count(_one_order(crowd, chance, f"{name}{chance.randrange(1000)}@example.com"))
        except Unreachable:
            crowd.count("no answer")


def _one_order(crowd: Crowd, chance: random.Random, email: str) -> str:
    """Look around, fill a cart, order, and wait; returns how it ended."""
    shopper = Shopper(crowd.client, email)
    chosen = chance.sample(crowd.products, k=min(len(crowd.products), chance.randint(1, 3)))
    for product in chosen:
        crowd.client.ask("GET", f"/products/{product}")
        time.sleep(chance.random() * LONGEST_LOOK_SECONDS)
        _patiently(lambda product=product: shopper.put_in_cart(product))  # type: ignore[misc]
    order = _patiently(lambda: shopper.order(chance.choice(CARDS)))
    if order.status != 202:
        return "refused"
    if chance.random() < CHANGES_MIND and shopper.cancel(order).status in (200, 202):
        return "cancelled by the buyer"
    known = shopper.follow(order)
    while known.status == 304 or known.document["status"] not in (Status.CONFIRMED, Status.CANCELLED):
        version = known.document["version"] if known.document else 0
        known = shopper.follow(order, version)
    return str(known.document["status"])


def _patiently(ask: Callable[[], Answer]) -> Answer:
    """The answer, also where it is first: come back later."""
    answer = ask()
    for _ in range(MOST_PATIENCE):
        if answer.status not in (429, 503):
            break
        time.sleep(min(5.0, float(answer.headers.get("retry-after") or 1)))
        answer = ask()
    return answer


def add_demo_options(
    parser: argparse.ArgumentParser, shoppers: Callable[[str], int], orders: Callable[[str], int]
) -> None:
    """The options of `cartwright demo`; `shoppers` and `orders` read how many."""
    parser.add_argument("--shoppers", type=shoppers, default=8, metavar="N", help="how many at once; 8 by default")
    parser.add_argument("--orders", type=orders, metavar="N", help="how many orders in all; 5 each by default")
    parser.add_argument("--leave", action="store_true", help="stop at the end, too, what was started for them")
    parser.add_argument("--json", action="store_true", help="print the outcomes as JSON")
