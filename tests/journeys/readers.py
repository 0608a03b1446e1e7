"""Everybody who reads the shop, and what must be true of every answer they get, whatever was changed before.

A page or a document answers as expected; each picture it shows is there; an entity tag that stayed the same stands for
a body that stayed the same; and every document that names a product or an order says the same of it as all others.
"""

import html
import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from quart import Quart

from tests.web.clients import Api, Browser, make_user
from web.template_values import money

PICTURE = re.compile(r'(?:src="|url\()(/(?:media|static)/[^"#)]+)')
VOLATILE = "progress"  # where the order's job stands: the tag is of the order's version (docs/api.md)


@dataclass(frozen=True)
class Sight:
    """One representation: who asks for which path, with which status, and what a page has to show."""

    who: str
    path: str
    status: int = 200
    shows: tuple[str, ...] = ()


@dataclass
class Readers:
    """Browsers and API clients by name, with the tags they were given."""

    app: Quart
    browsers: dict[str, Browser] = field(default_factory=dict)
    apis: dict[str, Api] = field(default_factory=dict)
    known: dict[tuple[str, str], tuple[str, Any]] = field(default_factory=dict)

    async def add(self, who: str, email: str = "", **columns: Any) -> None:
        """A stranger, or somebody with an account who is logged in on the pages and for the API."""
        self.browsers[who], self.apis[who] = Browser(self.app), Api(self.app)
        if email:
            await make_user(email, **columns)
            await self.browsers[who].log_in(email)
            await self.apis[who].log_in(email)

    async def look(self, sight: Sight, facts: Mapping[str, Mapping[str, Any]]) -> None:
        """Ask, and hold the answer to what is true: `facts` are those of each product or order by its id."""
        is_document = sight.path.startswith("/api/")
        client = self.apis[sight.who].client if is_document else self.browsers[sight.who].client
        if not is_document:
            answer = await client.get(sight.path)
        else:
            answer = await self.apis[sight.who].call("GET", sight.path.removeprefix("/api/v1"))
        text = await answer.get_data(as_text=True)
        assert answer.status_code == sight.status, f"{answer.status_code} instead of {sight.status}"
        if is_document and text:
            document = json.loads(text)
            self._hold_tag(sight, answer.headers.get("ETag"), document)
            for each in _objects(document):
                _hold_facts(each, facts)
                if each.get("image_url"):
                    await self._hold_picture(each["image_url"])
        else:
            shown = " ".join(html.unescape(text).split())
            missing = [words for words in sight.shows if words not in shown]
            assert not missing, f"the page does not show {missing}"
            for address in sorted(set(PICTURE.findall(text))):
                await self._hold_picture(address)

    async def _hold_picture(self, address: str) -> None:
        answer = await self.app.test_client().get(address.partition("#")[0])
        assert answer.status_code == 200, address
        assert await answer.get_data(), address

    def _hold_tag(self, sight: Sight, tag: str | None, document: Any) -> None:
        if tag is None:
            return
        body = {name: value for name, value in document.items() if name != VOLATILE}
        before = self.known.get((sight.who, sight.path))
        if before is not None and before[0] == tag:
            assert before[1] == body, f"another body under the same tag {tag}"
        self.known[sight.who, sight.path] = (tag, body)


def _objects(document: Any) -> Iterator[dict[str, Any]]:
    if isinstance(document, dict):
        yield document
    children = document.values() if isinstance(document, dict) else document if isinstance(document, list) else ()
    for child in children:
        yield from _objects(child)


def _hold_facts(document: dict[str, Any], facts: Mapping[str, Mapping[str, Any]]) -> None:
    name = next((document[key] for key in ("id", "product_id", "order_id") if document.get(key) in facts), None)
    if name is None or ("line_total" in document and "available" not in document):  # an order's line: as it was bought
        return
    for member, value in facts[name].items():
        assert document.get(member, value) == value, (member, document)


def price(cents: int) -> dict[str, Any]:
    """An amount as the API writes it."""
    return {"amount": cents, "currency": "USD"}


def written(cents: int) -> str:
    """An amount as the pages write it."""
    return money(cents)
