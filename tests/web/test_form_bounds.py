"""A form may hold 200 fields and half a megabyte, however it is written; the token of a form that does is found."""

import pytest
from quart import Quart

from tests.web.clients import PASSWORD, Browser, make_user
from web.form_bounds import PLAIN

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


@pytest.mark.parametrize("text", ["x" * 500_001, "%41" * 170_000])
async def test_more_than_half_a_megabyte_is_413(app: Quart, text: str) -> None:
    answer = await app.test_client().post("/auth/login", data=f"a={text}", headers={"Content-Type": PLAIN})
    assert answer.status_code == 413


async def test_forms_of_both_kinds_are_read(app: Quart) -> None:
    await make_user()
    for kind, written in ((PLAIN, plain), (MULTIPART, multipart)):
        browser = Browser(app)
        fields = {"csrf_token": await browser.token(), "email": "ann@example.com", "password": PASSWORD}
        answer = await browser.client.post("/auth/login", data=written(fields), headers={"Content-Type": kind})
        assert answer.status_code == 303
