"""Static files: hashed names for ever, plain ones asked for again, the smallest encoding the browser takes."""

import gzip
from pathlib import Path

import pytest
from quart import Quart

from web.static_files import Assets

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
def app(assets: Assets) -> Quart:
    app = Quart("static")
    app.asgi_app = assets.wrap(app.asgi_app)  # type: ignore[method-assign]
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
