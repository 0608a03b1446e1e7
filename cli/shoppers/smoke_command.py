"""`cartwright smoke URL`: is the shop at this address whole? Each guide of deploy/ ends in it."""

import argparse
import re
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

from cli.exit_codes import EXIT_CHECK_FAILED
from cli.output import print_json, refuse, say
from cli.shoppers.shop_client import Answer, ShopClient, Shopper, Unreachable
from core.settings import Settings
from models.orders.order_states import Status

DECIDED_SECONDS = 60.0  # a dead worker's order is taken up within 45 s
STYLESHEET = re.compile(r'href="(/static/[^"]+\.css)"')
DECIDED = (Status.CONFIRMED, Status.CANCELLED)


@dataclass(frozen=True, slots=True)
class Check:
    """One check. `outcome` is ok, failed or skipped; `words` say what was seen."""

    name: str
    outcome: str
    words: str


class CheckFailed(Exception):
    """What was seen instead of what is expected."""


class NotTried(Exception):
    """Why a check was left out."""


def smoke(_: Settings, arguments: argparse.Namespace) -> int:
    """Check a running shop from outside, and buy something if it has the test provider. 1: something is wrong."""
    if not _is_address(arguments.url):
        return refuse("cartwright smoke: the address has to be one such as https://shop.example.com")
    if arguments.ca_file and not arguments.ca_file.is_file():
        return refuse(f"cartwright smoke: {arguments.ca_file} is no file")
    found = []
    for check in _checks(ShopClient(arguments.url, ca_file=arguments.ca_file), arguments):
        found.append(check)
        if not arguments.json:
            style = {"ok": "green", "failed": "red", "skipped": "yellow"}[check.outcome]
            say(f"{check.outcome:8} {check.name:12} {check.words}", style)
    if arguments.json:
        print_json([{"check": each.name, "outcome": each.outcome, "words": each.words} for each in found])
    return EXIT_CHECK_FAILED if any(each.outcome == "failed" for each in found) else 0


def _is_address(url: str) -> bool:
    try:
        parts = urlsplit(url)
        return parts.scheme in ("http", "https") and bool(parts.hostname) and parts.port != 0
    except ValueError:  # brackets that are not closed, or a port that is none
        return False


def _checks(client: ShopClient, arguments: argparse.Namespace) -> Iterator[Check]:
    """One after the other; the first that fails ends it, because what follows needs it."""
    visit = _Visit(client, arguments.email, buys=not arguments.no_buy)
    for name, work in visit.steps():
        try:
            yield Check(name, "ok", work())
        except NotTried as error:
            yield Check(name, "skipped", str(error))
        except (CheckFailed, Unreachable) as error:
            yield Check(name, "failed", str(error))
            return


class _Visit:
    """What one visitor sees, step by step."""

    def __init__(self, client: ShopClient, email: str, *, buys: bool) -> None:
        self._client, self._buys = client, buys
        self._shopper = Shopper(client, email)
        self._product: str | None = None
        self._order: Answer | None = None

    def steps(self) -> tuple[tuple[str, Callable[[], str]], ...]:
        return (
            ("alive", self._alive),
            ("ready", self._ready),
            ("front page", self._front_page),
            ("operators", self._operators),
            ("catalogue", self._catalogue),
            ("cart", self._cart),
            ("order", self._place),
            ("decided", self._decided),
            ("taken back", self._take_back),
        )

    def _alive(self) -> str:
        _expect(self._client.ask("GET", "/livez"), 200)
        return "the web tier answers"

    def _ready(self) -> str:
        _expect(self._client.ask("GET", "/readyz"), 200)
        return "the database answers, and its schema is the program's"

    def _front_page(self) -> str:
        page = _expect(self._client.ask("GET", "/"), 200)
        if "content-security-policy" not in page.headers:
            raise CheckFailed("the front page has no Content-Security-Policy: is this the shop?")
        if found := STYLESHEET.search(page.text):
            _expect(self._client.ask("GET", found[1]), 200)
        return "served, with its styles and its policy"

    def _operators(self) -> str:
        """Nobody without the token gets in."""
        answer = self._client.ask("GET", "/ops/queues")
        if answer.status not in (401, 403, 404):
            raise CheckFailed(f"/ops/queues answers a stranger with {answer.status}")
        return "/ops is closed to strangers"

    def _catalogue(self) -> str:
        answer = _expect(self._client.ask("GET", "/api/v1/products?in_stock=true&per_page=1"), 200)
        if not answer.document["items"]:
            raise NotTried("nothing is in stock yet")
        self._product = answer.document["items"][0]["id"]
        return f"{answer.document['items'][0]['name']} is in stock"

    def _cart(self) -> str:
        if self._product is None:
            raise NotTried("there is nothing to put in it")
        _expect(self._shopper.put_in_cart(self._product), 201)
        total = _expect(self._shopper.quote(), 200).document["total"]
        return f"one in the cart: {total['amount'] / 100:.2f} {total['currency']} with shipping"

    def _place(self) -> str:
        if self._product is None:
            raise NotTried("there is nothing to order")
        if not self._buys:
            self._shopper.empty_cart()
            raise NotTried("not wanted: checked without buying")
        answer = self._shopper.order("tok_ok")
        if _takes_no_payments(answer):
            self._shopper.empty_cart()
            raise NotTried("the shop has no test provider: checked without buying")
        self._order = _expect(answer, 202)
        return f"accepted as {self._order.document['number']}"

    def _decided(self) -> str:
        if self._order is None:
            raise NotTried("nothing was ordered")
        deadline, version, status = time.monotonic() + DECIDED_SECONDS, 0, ""
        while time.monotonic() < deadline:
            answer = self._shopper.follow(self._order, version)
            if answer.status == 304:
                continue
            _expect(answer, 200)
            version, status = answer.document["version"], answer.document["status"]
            if status in DECIDED:
                break
        if status != Status.CONFIRMED:
            raise CheckFailed(f"the order is {status} after {DECIDED_SECONDS:.0f} s: does a worker run?")
        return "a worker reserved the stock and took the payment"

    def _take_back(self) -> str:
        if self._order is None:
            raise NotTried("nothing was ordered")
        _expect(self._shopper.cancel(self._order), 200, 202)
        return "the order is cancelled: stock and money go back"


def _expect(answer: Answer, *statuses: int) -> Answer:
    if answer.status not in statuses:
        detail = answer.document.get("detail", "") if isinstance(answer.document, dict) else ""
        moved = f" to {answer.headers['location']}" if answer.status in (301, 302, 307, 308) else ""
        raise CheckFailed(f"answered {answer.status}{moved} {detail}".rstrip())
    if answer.status == 200 and answer.document is None and "json" in answer.headers.get_content_type():
        raise CheckFailed("answered with something that is no JSON")
    return answer


def _takes_no_payments(answer: Answer) -> bool:
    errors = answer.document.get("errors", []) if isinstance(answer.document, dict) else []
    return answer.status == 422 and any("payment.method" in (each.get("field"), each.get("path")) for each in errors)


def add_smoke_options(parser: argparse.ArgumentParser) -> None:
    """The options of `cartwright smoke`."""
    parser.add_argument("url", metavar="URL", help="where people reach the shop")
    parser.add_argument("--no-buy", action="store_true", help="place no order, although the shop has the test provider")
    parser.add_argument("--email", default="smoke@example.com", help="whom the shop writes to about the order")
    parser.add_argument("--ca-file", type=Path, metavar="FILE", help="the authority of a certificate of your own")
    parser.add_argument("--json", action="store_true", help="print the result as JSON")
