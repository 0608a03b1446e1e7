"""RFC 9110 on pages, documents and files alike: each representation is asked with every method and every header."""

from typing import Any, NamedTuple

import pytest
import pytest_asyncio
from quart import Quart
from werkzeug.datastructures import Headers

from core.settings import Settings
from models.catalog.seed import seed_demo
from models.database import write
from tests.web.clients import Api, make_user
from tests.web.placing import api_body, product_id
from web.app import create_app

pytestmark = pytest.mark.asyncio

PRODUCT = "/api/v1/products/sku:SKU-0001"
LONG_AGO, FAR_AHEAD = "Sat, 01 Jan 2000 00:00:00 GMT", "Fri, 01 Jan 2100 00:00:00 GMT"
NOT_ON_304 = ("Content-Length", "Content-Type", "Content-Encoding")


class Representation(NamedTuple):
    """Something that can be read, and what it can do."""

    path: str
    who: str = ""
    tag: str = ""  # strong, weak, or none
    is_dated: bool = False
    has_ranges: bool = False
    varies: str = ""


PAGES = [
    Representation(path, who, varies="Cookie")
    for path, who in (("/", ""), ("/products", ""), ("/cart", ""), ("/auth/login", ""), ("/problems/not_found", ""))
]
DOCUMENTS = [
    Representation(path, who, tag="strong", varies="Authorization")
    for path, who in (
        (PRODUCT, ""),
        ("/api/v1/products", ""),
        ("/api/v1/categories", ""),
        ("/api/v1/categories/kitchen", ""),
        ("/api/v1/countries", ""),
        ("/api/v1/cart", "ann"),
        ("/api/v1/auth/me", "ann"),
        ("/api/v1/addresses", "ann"),
        ("/api/v1/orders", "ann"),
        ("/api/v1/orders/{order}/events", "ann"),
        ("/api/v1/admin/orders", "root"),
        ("/api/v1/admin/orders/{order}", "root"),
        ("/api/v1/admin/products", "root"),
        ("/api/v1/inventory/{product}", "root"),
        ("/api/v1/webhooks", "root"),
    )
]
ORDER = Representation("/api/v1/orders/{order}", "ann", tag="weak", varies="Authorization")
FILES = [
    Representation("/static/app.css", tag="strong", is_dated=True, has_ranges=True, varies="accept-encoding"),
    Representation("/static/products/sku-0001.svg", tag="strong", is_dated=True, has_ranges=True),
]
ALL = [*PAGES, *DOCUMENTS, ORDER, *FILES]


class Answer(NamedTuple):
    """What was sent, as it was sent."""

    status_code: int
    headers: Headers
    body: bytes

    async def get_data(self) -> bytes:
        return self.body


class Shop:
    """The application with something of everything, and who may read it."""

    def __init__(self, app: Quart) -> None:
        self.app, self.client = app, app.test_client(use_cookies=False)
        self.names: dict[str, str] = {}
        self.tokens: dict[str, str] = {"": ""}

    async def ask(self, thing: Representation, method: str = "GET", **headers: str) -> Any:
        given = {name.replace("_", "-"): value for name, value in headers.items()}
        if self.tokens[thing.who]:
            given["Authorization"] = f"Bearer {self.tokens[thing.who]}"
        sent = self.client.request(thing.path.format(**self.names), method=method, headers=given)
        async with sent as connection:  # Quart's own answer object would correct Content-Length
            await connection.send_complete()
        return Answer(connection.status_code or 0, connection.headers or Headers(), bytes(connection.response_data))


@pytest_asyncio.fixture
async def filled(shop: str, settings: Settings) -> Shop:
    await write(seed_demo)
    filled = Shop(create_app(settings))
    await make_user()
    await make_user("root@example.com", role="admin")
    for name in ("ann", "root"):
        client = await Api(filled.app).log_in(f"{name}@example.com")
        filled.tokens[name] = client.access
    ann = await Api(filled.app).log_in("ann@example.com")
    category = await ann.call("GET", "/categories/kitchen")
    filled.names["category"] = (await category.get_json())["id"]
    filled.names["product"] = await product_id()
    await ann.call("POST", "/cart/items", {"product_id": await product_id(), "quantity": 1})
    order = await ann.call("POST", "/orders", api_body(), **{"Idempotency-Key": "one"})
    filled.names["order"] = (await order.get_json())["id"]
    return filled


def each(things: list[Representation]) -> Any:
    return pytest.mark.parametrize("thing", things, ids=lambda thing: thing.path)


@each(ALL)
async def test_head_says_what_get_says(filled: Shop, thing: Representation) -> None:
    got, headed = await filled.ask(thing), await filled.ask(thing, "HEAD")
    assert got.status_code == headed.status_code == 200
    assert await headed.get_data() == b""
    once = {"x-request-id", "ratelimit", "set-cookie"}
    gets, heads = ({key.lower(): value for key, value in answer.headers.items()} for answer in (got, headed))
    assert {key: gets[key] for key in gets.keys() - once} == {key: heads[key] for key in heads.keys() - once}
    assert int(gets["content-length"]) == len(await got.get_data())


@each(ALL)
async def test_it_says_what_it_depends_on(filled: Shop, thing: Representation) -> None:
    assert thing.varies.lower() in (await filled.ask(thing)).headers.get("Vary", "").lower()


@each([thing for thing in ALL if thing.tag])
async def test_conditions_are_judged_by_the_tag(filled: Shop, thing: Representation) -> None:
    whole = await filled.ask(thing)
    tag = whole.headers["ETag"]
    assert tag.startswith("W/") == (thing.tag == "weak")
    weak, strong = (tag, tag[2:]) if thing.tag == "weak" else (f"W/{tag}", tag)
    match = 412 if thing.tag == "weak" else 200
    table = [
        ({"If-None-Match": tag}, 304),
        ({"If-None-Match": weak}, 304),
        ({"If-None-Match": strong}, 304),
        ({"If-None-Match": "*"}, 304),
        ({"If-None-Match": f'"a,b", "other" , {tag}'}, 304),
        ({"If-None-Match": '"other"'}, 200),
        ({"If-None-Match": f'"x{strong[1:]}'}, 200),
        ({"If-None-Match": strong[1:-1]}, 200),
        ({"If-None-Match": 'nonsense, "'}, 200),
        ({"If-Match": "*"}, 200),
        ({"If-Match": strong}, match),
        ({"If-Match": f'"other", {strong}'}, match),
        ({"If-Match": weak}, 412),
        ({"If-Match": '"other"'}, 412),
        ({"If-Match": '"other"', "If-None-Match": tag}, 412),
        ({"If-Match": "*", "If-None-Match": tag}, 304),
        ({"If-Match": "*", "If-Unmodified-Since": LONG_AGO}, 200),
        ({"If-None-Match": '"other"', "If-Modified-Since": FAR_AHEAD}, 200),
    ]
    for headers, status in table:
        for method in ("GET", "HEAD"):
            answer = await filled.ask(thing, method, **headers)
            assert answer.status_code == status, (headers, method, answer.status_code)
            if status == 304:
                assert not any(name in answer.headers for name in NOT_ON_304), answer.headers
                for name in ("ETag", "Cache-Control", "Vary"):
                    assert answer.headers.get(name) == whole.headers.get(name), name
                assert await answer.get_data() == b""


@each(ALL)
async def test_a_date_is_judged_where_one_is_told(filled: Shop, thing: Representation) -> None:
    whole = await filled.ask(thing)
    assert ("Last-Modified" in whole.headers) == thing.is_dated
    date = whole.headers.get("Last-Modified", FAR_AHEAD)
    table = [
        ({"If-Modified-Since": date}, 304 if thing.is_dated else 200),
        ({"If-Modified-Since": LONG_AGO}, 200),
        ({"If-Modified-Since": "yesterday"}, 200),
        ({"If-Modified-Since": f"{date}, {date}"}, 200),
        ({"If-Modified-Since": "Fri, 01 Jan 2100 00:00:00 +0200"}, 200),
        ({"If-Modified-Since": "Friday, 01-Jan-60 00:00:00 GMT"}, 304 if thing.is_dated else 200),
        ({"If-Modified-Since": "Fri Jan  1 00:00:00 2100"}, 304 if thing.is_dated else 200),
        ({"If-Unmodified-Since": date}, 200),
        ({"If-Unmodified-Since": LONG_AGO}, 412 if thing.is_dated else 200),
        ({"If-Unmodified-Since": "yesterday"}, 200),
    ]
    for headers, status in table:
        assert (await filled.ask(thing, **headers)).status_code == status, headers


@each([thing for thing in ALL if not thing.has_ranges])
async def test_ranges_are_ignored_where_there_are_none(filled: Shop, thing: Representation) -> None:
    answer = await filled.ask(thing, Range="bytes=0-4")
    assert (answer.status_code, answer.headers.get("Accept-Ranges", "none")) == (200, "none")


@each([thing for thing in ALL if thing.has_ranges])
async def test_ranges_are_served_where_they_are_offered(filled: Shop, thing: Representation) -> None:
    whole = await filled.ask(thing)
    body, tag, date = await whole.get_data(), whole.headers["ETag"], whole.headers["Last-Modified"]
    size = len(body)
    assert whole.headers["Accept-Ranges"] == "bytes"
    table: list[tuple[str, dict[str, str], int, bytes]] = [
        ("bytes=0-4", {}, 206, body[:5]),
        ("BYTES = 0-4", {}, 206, body[:5]),
        ("bytes=5-", {}, 206, body[5:]),
        ("bytes=-5", {}, 206, body[-5:]),
        (f"bytes=-{size + 9}", {}, 206, body),
        (f"bytes=0-{size + 9}", {}, 206, body),
        (f"bytes={size}-", {}, 416, b""),
        ("bytes=-0", {}, 416, b""),
        (f"bytes=0-1,{size}-", {}, 206, body[:2]),
        ("bytes=4-2", {}, 200, body),
        ("bytes=a-b", {}, 200, body),
        ("bytes=", {}, 200, body),
        ("bytes=-", {}, 200, body),
        ("bytes=1", {}, 200, body),
        ("lines=0-4", {}, 200, body),
        ("bytes=0-5,3-9", {}, 200, body),
        ("bytes=" + ",".join(f"{at}-{at}" for at in range(0, 60, 2)), {}, 200, body),
        ("bytes=0-4", {"If-Range": tag}, 206, body[:5]),
        ("bytes=0-4", {"If-Range": f"W/{tag}"}, 200, body),
        ("bytes=0-4", {"If-Range": '"other"'}, 200, body),
        ("bytes=0-4", {"If-Range": date}, 206, body[:5]),
        ("bytes=0-4", {"If-Range": LONG_AGO}, 200, body),
        (f"bytes={size}-", {"If-Range": '"other"'}, 200, body),
        ("bytes=0-4", {"If-None-Match": tag}, 304, b""),
        ("bytes=0-4", {"If-Match": '"other"'}, 412, b""),
    ]
    for asked, more, status, wanted in table:
        answer = await filled.ask(thing, Range=asked, **more)
        assert answer.status_code == status, (asked, more)
        if status in (200, 206):
            assert await answer.get_data() == wanted, asked
        if status == 416:
            assert answer.headers["Content-Range"] == f"bytes */{size}"
        if status == 206:
            assert answer.headers["ETag"] == tag
            start = size - 5 if asked == "bytes=-5" else body.index(wanted)
            assert answer.headers["Content-Range"] == f"bytes {start}-{start + len(wanted) - 1}/{size}"
        headed = await filled.ask(thing, "HEAD", Range=asked, **more)
        assert headed.status_code == (200 if status in (206, 416) else status), asked


@each([thing for thing in ALL if thing.has_ranges])
async def test_several_ranges_come_as_parts(filled: Shop, thing: Representation) -> None:
    body = await (await filled.ask(thing)).get_data()
    answer = await filled.ask(thing, Range="bytes=0-1, 4-5,-3")
    kind, _, boundary = answer.headers["Content-Type"].partition("; boundary=")
    assert (answer.status_code, kind) == (206, "multipart/byteranges")
    first, *parts, last = (await answer.get_data()).split(f"--{boundary}".encode())
    assert (first, last) == (b"", b"--\r\n")
    told = [part.removeprefix(b"\r\n").removesuffix(b"\r\n").split(b"\r\n\r\n", 1) for part in parts]
    assert [content for _, content in told] == [body[:2], body[4:6], body[-3:]]
    assert f"Content-Range: bytes 4-5/{len(body)}".encode() in told[1][0]


@each([FILES[0]])
@pytest.mark.parametrize(
    ("accepted", "coding"),
    [
        ("gzip", "gzip"),
        ("br;q=0.5, gzip", "gzip"),
        ("gzip;q=0.5, br", "br"),
        ("*", "br"),
        ("br;q=0, *", "gzip"),
        ("gzip;q=0", None),
        ("br;q=0,gzip;q=0", None),
        ("identity", None),
        ("identity;q=0.5, gzip;q=0.2", None),
        ("identity;q=0.5, gzip", "gzip"),
        ("gzip, identity", "gzip"),
        ("deflate", None),
        ("", None),
        ("identity;q=0", None),
        ("GZIP", "gzip"),
        ("bridge, gzipped", None),
    ],
)
async def test_codings_are_chosen_by_their_quality(
    filled: Shop, thing: Representation, accepted: str, coding: str | None
) -> None:
    plain = (await filled.ask(thing)).headers["ETag"]
    answer = await filled.ask(thing, Accept_Encoding=accepted)
    assert answer.headers.get("Content-Encoding") == coding
    assert (answer.headers["ETag"] == plain) == (coding is None)
    assert (await filled.ask(thing, Accept_Encoding=accepted, If_None_Match=answer.headers["ETag"])).status_code == 304


@each(ALL)
async def test_other_methods_are_refused_with_those_that_are_taken(filled: Shop, thing: Representation) -> None:
    asked = await filled.ask(thing, "OPTIONS")
    allowed = {name.strip() for name in asked.headers["Allow"].split(",")}
    assert asked.status_code in (200, 204)
    assert {"GET", "HEAD", "OPTIONS"} <= allowed
    for method in {"PUT", "PATCH", "DELETE", "POST"} - allowed:
        refused = await filled.ask(thing, method)
        assert refused.status_code == 405, method
        assert {name.strip() for name in refused.headers["Allow"].split(",")} == allowed


@each(DOCUMENTS)
async def test_accept_is_no_reason_to_refuse(filled: Shop, thing: Representation) -> None:
    """There is one media type, so the answer is not subject to negotiation (RFC 9110, 12.5.1)."""
    for accepted in ("application/json", "*/*", "text/html", "application/json;q=0", "nonsense;;;", ""):
        answer = await filled.ask(thing, Accept=accepted)
        assert (answer.status_code, answer.headers["Content-Type"]) == (200, "application/json"), accepted


@pytest.mark.parametrize(
    ("accepted", "kind"),
    [
        ("text/event-stream", "text/event-stream"),
        ("text/event-stream;q=0.5, application/json", "application/json"),
        ("text/event-stream, application/json;q=0.5", "text/event-stream"),
        ("text/event-stream;q=0, */*", "application/json"),
        ("application/json;q=0, text/event-stream;q=0.1", "text/event-stream"),
        ("*/*", "application/json"),
        ("text/*", "text/event-stream"),
        ("image/png", "application/json"),
    ],
)
async def test_events_are_listed_or_streamed_by_quality(filled: Shop, accepted: str, kind: str) -> None:
    thing = Representation("/api/v1/orders/{order}/events", "ann")
    answer = await filled.ask(thing, "HEAD", Accept=accepted)
    assert (answer.status_code, answer.headers["Content-Type"].partition(";")[0]) == (200, kind)
    assert "Accept" in answer.headers["Vary"].split(", ")


@pytest.mark.parametrize(
    ("who", "read", "change", "body"),
    [
        ("root", "/api/v1/categories/{category}", "PATCH", {"name": "Cooking"}),
        ("root", PRODUCT, "PATCH", {"name": "Cup"}),
        ("root", "/api/v1/products/{product}", "DELETE", None),
        ("root", "/api/v1/inventory/{product}", "PATCH", {"low_stock_threshold": 3}),
        ("ann", "/api/v1/cart", "DELETE", None),
    ],
)
async def test_a_change_is_made_only_of_what_was_read(
    filled: Shop, who: str, read: str, change: str, body: Any
) -> None:
    thing = Representation(read, who)
    headers = {"Authorization": f"Bearer {filled.tokens[who]}"}
    path = read.format(**filled.names)
    before = await filled.ask(thing)
    tag = before.headers["ETag"]
    options = {} if body is None else {"json": body}
    for name, value in (
        ("If-Match", '"other"'),
        ("If-Match", f"W/{tag}"),
        ("If-None-Match", "*"),
        ("If-None-Match", tag),
    ):
        refused = await filled.client.open(path, method=change, headers={**headers, name: value}, **options)
        assert (refused.status_code, (await refused.get_json())["code"]) == (412, "version_conflict"), (name, value)
    assert (await filled.ask(thing)).headers["ETag"] == tag
    coded = f'{tag[:-1]}-gzip"'
    done = await filled.client.open(path, method=change, headers={**headers, "If-Match": coded}, **options)
    assert done.status_code in (200, 204), await done.get_data()
    again = await filled.client.open(path, method=change, headers={**headers, "If-Match": coded}, **options)
    assert again.status_code == 412
