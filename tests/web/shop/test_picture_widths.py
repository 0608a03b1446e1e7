"""Uploaded pictures in the widths that pages ask for, and what the pages say of them."""

import io
import re
from typing import Any

import pytest
from PIL import Image

from models.database import read, write
from tests.web.admin.test_admin_shop import hang, save
from tests.web.clients import Browser, text_of
from tests.web.placing import product_id, product_page

pytestmark = pytest.mark.asyncio
UPLOAD = re.compile(r"/media/[0-9a-f]{32}\.webp")
IMAGE = re.compile(r"<img [^>]*>")


def a_photo(width: int, height: int) -> bytes:
    """A picture with so much in it that its size depends on its width."""
    file = io.BytesIO()
    Image.effect_noise((width, height), 80).convert("RGB").save(file, "JPEG", quality=80)
    return file.getvalue()


async def uploaded(root: Browser, width: int = 2000, height: int = 1500) -> str:
    """Hang a photo at the first product, as its only picture; its address."""
    await write(lambda tx: tx.execute("DELETE FROM product_image"))
    assert (await hang(root, f"/admin/products/{await product_id()}", a_photo(width, height))).status_code == 303
    return UPLOAD.findall(await text_of(await root.get(await product_page())))[0]


async def width_of(browser: Browser, path: str) -> tuple[int, int]:
    """How wide the picture at this address is, and its bytes."""
    answer = await browser.get(path)
    assert answer.status_code == 200
    assert "immutable" in answer.headers["Cache-Control"]
    content = await answer.get_data(as_text=False)
    return Image.open(io.BytesIO(content)).width, len(content)


def at(path: str, width: int) -> str:
    return path.replace(".webp", f"-{width}.webp")


async def kept() -> Any:
    return (await read(lambda tx: tx.fetch_one("SELECT count(*) AS n FROM media")))["n"]


async def test_an_upload_is_there_in_three_widths(root: Browser, ann: Browser) -> None:
    path = await uploaded(root)
    assert await kept() == 3
    (small, few), (middle, more), (large, most) = [
        await width_of(ann, each) for each in (at(path, 400), at(path, 800), path)
    ]
    assert (small, middle, large) == (400, 800, 1600)
    assert few < more < most


async def test_a_small_upload_is_not_blown_up(root: Browser, ann: Browser) -> None:
    path = await uploaded(root, 300, 200)
    assert [(await width_of(ann, each))[0] for each in (at(path, 400), at(path, 800), path)] == [300, 300, 300]


async def test_an_upload_from_before_gets_its_widths_when_they_are_asked_for(root: Browser, ann: Browser) -> None:
    path = await uploaded(root)
    await write(lambda tx: tx.execute("DELETE FROM media WHERE name LIKE '%-%'"))
    assert (await width_of(ann, at(path, 400)))[0] == 400
    assert await kept() == 2
    assert (await width_of(ann, at(path, 400)))[0] == 400


@pytest.mark.parametrize("name", ["0" * 32 + "-400.webp", "0" * 32 + "-401.webp", "x-400.webp", "-400.webp"])
async def test_a_width_of_no_picture_is_not_found(ann: Browser, name: str) -> None:
    assert (await ann.get(f"/media/{name}")).status_code == 404


async def test_other_widths_than_those_are_not_made(root: Browser, ann: Browser) -> None:
    path = await uploaded(root)
    assert (await ann.get(at(path, 1234))).status_code == 404
    assert await kept() == 3


async def test_all_widths_go_with_the_picture(root: Browser, ann: Browser) -> None:
    path = await uploaded(root)
    page = f"/admin/products/{await product_id()}"
    [image] = re.findall(r'name="alt-(\d+)"', await text_of(await root.get(page)))
    assert (await save(root, page, remove=image)).status_code == 303
    assert await kept() == 0
    assert (await ann.get(at(path, 400))).status_code == 404


async def test_cards_name_the_widths_and_the_first_one_is_fetched_first(root: Browser, ann: Browser) -> None:
    path = await uploaded(root)
    for page in ("/products?sort=name", "/products/kitchen/?sort=name", await product_page()):
        images = IMAGE.findall((await text_of(await ann.get(page))).partition('id="main"')[2])
        [mine] = [image for image in images if f"{at(path, 400)} 400w, {at(path, 800)} 800w, {path} 1600w" in image]
        assert 'sizes="(' in mine
        assert f'src="{path}"' not in mine
        assert ['fetchpriority="high"' in image for image in images] == [image is images[0] for image in images]
        assert mine is images[0]


async def test_small_places_show_the_smallest_width(root: Browser, ann: Browser) -> None:
    path = await uploaded(root)
    await ann.post("/cart/items", product_id=await product_id(), quantity="1")
    for page in ("/cart", "/checkout", "/search/suggestions?q=alder"):
        assert set(UPLOAD.findall(await text_of(await ann.get(page)))) == set()
        assert at(path, 400) in await text_of(await ann.get(page))
