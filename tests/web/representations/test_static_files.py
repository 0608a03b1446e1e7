"""Static files: hashed names for ever, plain ones asked for again, the smallest encoding the browser takes."""

import dataclasses
import gzip
import hashlib
import json
import re
from pathlib import Path

import pytest
from quart import Quart

from core.settings import Settings
from tests.house.product import ROOT
from web.app import create_app
from web.http.envelope import Envelope
from web.representations.answer_layer import AnswerLayer
from web.representations.static_files import Assets

pytestmark = pytest.mark.asyncio
CSS = b"body { color: black }" * 100


@pytest.fixture
def assets(tmp_path: Path) -> Assets:
    (tmp_path / "products").mkdir()
    (tmp_path / "app.css").write_bytes(CSS)
    (tmp_path / "products" / "mug.svg").write_bytes(b"<svg/>")
    (tmp_path / ".hidden").write_bytes(b"no")
    return Assets(tmp_path)


@pytest.fixture
def app(assets: Assets, settings: Settings) -> Quart:
    app = Quart("static")
    app.asgi_app = Envelope(AnswerLayer(assets.wrap(app.asgi_app)), settings)  # type: ignore[method-assign]
    return app


async def test_a_hashed_name_is_kept_for_ever_and_a_plain_one_asked_for_again(app: Quart, assets: Assets) -> None:
    client = app.test_client()
    hashed, plain = await client.get(assets.url("app.css")), await client.get("/static/app.css")
    assert await hashed.get_data() == await plain.get_data() == CSS
    assert hashed.headers["Cache-Control"] == "public, max-age=31536000, immutable"
    assert plain.headers["Cache-Control"] == "no-cache"
    assert plain.content_type == "text/css; charset=utf-8"
    again = await client.get("/static/app.css", headers={"If-None-Match": plain.headers["ETag"]})
    assert (again.status_code, await again.get_data()) == (304, b"")


async def test_the_name_changes_with_the_content(tmp_path: Path, assets: Assets) -> None:
    (tmp_path / "app.css").write_bytes(CSS + b"/**/")
    assert Assets(tmp_path).url("app.css") != assets.url("app.css")
    assert Assets(tmp_path).url("products/mug.svg") == assets.url("products/mug.svg")


async def test_the_smallest_encoding_that_is_taken_is_sent(app: Quart) -> None:
    client = app.test_client()
    zipped = await client.get("/static/app.css", headers={"Accept-Encoding": "gzip"})
    assert gzip.decompress(await zipped.get_data()) == CSS
    best = await client.get("/static/app.css", headers={"Accept-Encoding": "gzip, br"})
    assert best.headers["Content-Encoding"] == "br"
    assert (
        "Content-Encoding"
        not in (await client.get("/static/products/mug.svg", headers={"Accept-Encoding": "br"})).headers
    )


@pytest.mark.parametrize(
    "path", ["/static/.hidden", "/static/../conftest.py", "/static/%2e%2e/x", "/static/missing", "/static/"]
)
async def test_nothing_else_is_served(app: Quart, path: str) -> None:
    assert (await app.test_client().get(path)).status_code == 404


async def test_an_unknown_name_is_found_by_the_page_that_uses_it(assets: Assets) -> None:
    with pytest.raises(KeyError):
        assets.url("missing.css")


async def test_a_style_sheet_loads_files_under_names_that_never_expire(tmp_path: Path) -> None:
    (tmp_path / "vendor").mkdir()
    (tmp_path / "vendor" / "font.woff2").write_bytes(b"font")
    (tmp_path / "app.css").write_text('a{src:url(vendor/font.woff2)}b{src:url("data:image/svg+xml,x")}')
    files = Assets(tmp_path)
    app = Quart("static")
    app.asgi_app = files.wrap(app.asgi_app)  # type: ignore[method-assign]
    text = await (await app.test_client().get(files.url("app.css"))).get_data(as_text=True)
    assert text == f'a{{src:url({files.url("vendor/font.woff2")})}}b{{src:url("data:image/svg+xml,x")}}'


async def test_files_can_be_loaded_by_way_of_a_cdn(shop: str, settings: Settings) -> None:
    app = create_app(dataclasses.replace(settings, asset_url="https://cdn.example.com"))
    page = await app.test_client().get("/products")
    text, policy = await page.get_data(as_text=True), page.headers["Content-Security-Policy"]
    assert 'src="https://cdn.example.com/static/app.' in text
    assert 'src="/static/' not in text
    assert "script-src 'self' https://cdn.example.com;" in policy
    assert "font-src 'self' https://cdn.example.com;" in policy
    assert "connect-src 'self';" in policy
    file = await app.test_client().get("/static/app.js")
    assert file.headers["Access-Control-Allow-Origin"] == "*"
    assert file.headers.getlist("Cross-Origin-Resource-Policy") == ["cross-origin"]
    own = await create_app(settings).test_client().get("/static/app.js")
    assert "Access-Control-Allow-Origin" not in own.headers
    assert own.headers["Cross-Origin-Resource-Policy"] == "same-origin"


async def test_what_came_from_packages_is_what_its_list_says_and_asks_no_other_site_for_pictures() -> None:
    folder = ROOT / "web" / "static" / "vendor"
    listed = json.loads((folder / "vendor.json").read_text())
    files = {file.name: file.read_bytes() for file in folder.iterdir() if file.is_file() and file.name != "vendor.json"}
    assert {name: hashlib.sha256(content).hexdigest() for name, content in files.items()} == {
        name: its["sha256"] for name, its in listed.items()
    }
    assert [name for name, content in files.items() if re.search(rb"""src[:=]\s*["']https?://""", content)] == []
