"""A form may hold 200 fields and 64 KiB, however it is written; a product's long description more."""

import pytest
from quart import Quart

from models.catalog.catalog import find_product
from models.database import read
from tests.web.clients import PASSWORD, Browser, make_user, text_of
from tests.web.placing import product_id
from web.forms.form_limits import PLAIN
from web.http.body_limits import LARGEST_BODY, LARGEST_TEXT

pytestmark = pytest.mark.asyncio
MULTIPART = "multipart/form-data; boundary=x"


def multipart(fields: dict[str, str]) -> str:
    parts = (f'--x\r\nContent-Disposition: form-data; name="{name}"\r\n\r\n{text}\r\n' for name, text in fields.items())
    return "".join(parts) + "--x--\r\n"


def plain(fields: dict[str, str]) -> str:
    return "&".join(f"{name}={text}" for name, text in fields.items())


@pytest.mark.parametrize(
    ("kind", "written"), [(PLAIN, plain), (f"{PLAIN}; charset=utf-8", plain), (MULTIPART, multipart)]
)
async def test_more_than_two_hundred_fields_are_413(app: Quart, kind: str, written) -> None:  # type: ignore[no-untyped-def]
    client, many = app.test_client(), {f"a{number}": "1" for number in range(201)}
    answer = await client.post("/auth/login", data=written(many), headers={"Content-Type": kind})
    assert answer.status_code == 413
    many.popitem()
    fits = await client.post("/auth/login", data=written(many), headers={"Content-Type": kind})
    assert fits.status_code == 403  # read, and without a token


@pytest.mark.parametrize("size", [0, 1])
@pytest.mark.parametrize("path", ["/auth/login", "/cart/items", "/admin/categories", "/admin/products/0/x"])
async def test_sixty_four_kibibytes_fit_and_a_byte_more_does_not(app: Quart, path: str, size: int) -> None:
    body = "a=" + "x" * (LARGEST_BODY - 2 + size)
    answer = await app.test_client().post(path, data=body, headers={"Content-Type": PLAIN})
    assert (answer.status_code == 413) == bool(size)


async def test_the_longest_description_fits_in_any_script(root: Browser) -> None:
    page = f"/admin/products/{await product_id()}"
    text = "\U00020000" * 19_900
    product = await read(lambda tx: find_product(tx, page.rpartition("/")[2]))
    fields = {"name": product.name, "sku": product.sku, "price": "5", "category_id": product.category.id}
    fields["version"] = str(product.version)
    answer = await root.post(page, page=page, details=f"<p>{text}</p>", **fields)
    assert answer.status_code == 303
    assert text in await text_of(await root.get(page))
    longer = await root.client.post(page, data="a=" + "x" * LARGEST_TEXT, headers={"Content-Type": PLAIN})
    assert longer.status_code == 413


async def test_forms_of_both_kinds_are_read(app: Quart) -> None:
    await make_user()
    for kind, written in ((PLAIN, plain), (MULTIPART, multipart)):
        browser = Browser(app)
        fields = {"csrf_token": await browser.token(), "email": "ann@example.com", "password": PASSWORD}
        answer = await browser.client.post("/auth/login", data=written(fields), headers={"Content-Type": kind})
        assert answer.status_code == 303
