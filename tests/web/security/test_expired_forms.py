"""A form that comes too late: the true reason, a way on, and nothing typed is lost."""

import io
import re
from typing import Any

import pytest
import pytest_asyncio
from quart import Quart
from quart.datastructures import FileStorage

from models.catalog.seed import seed_demo
from models.database import read, write
from tests.web.clients import Browser, make_user
from tests.web.placing import ADDRESS, product_id
from tests.web.shop.test_checkout_pages import text_of

pytestmark = pytest.mark.asyncio
OWN = {"Origin": "http://localhost"}


@pytest_asyncio.fixture
async def tab(app: Quart) -> Browser:
    await write(seed_demo)
    await make_user()
    return Browser(app)


async def things() -> int:
    row = await read(lambda tx: tx.fetch_one("SELECT COALESCE(sum(quantity), 0) AS n FROM cart_item"))
    assert row
    return int(row["n"])


async def late(tab: Browser, path: str, token: str, fields: dict[str, str], **headers: str) -> Any:
    answer = await tab.client.post(path, form={**fields, "csrf_token": token}, headers={**OWN, **headers})
    assert answer.status_code == 403
    return answer


async def test_a_page_from_before_the_login_in_another_tab_sends_its_form_again(tab: Browser) -> None:
    old = await tab.token()
    await tab.log_in("ann@example.com")
    fields = {"product_id": await product_id(), "quantity": "2"}
    page = await text_of(await late(tab, "/cart/items", old, fields, Referer="http://localhost/products?q=mug"))
    assert "You have logged in since this page was opened" in page
    assert 'href="/products?q=mug">Back to the page' in page
    assert await things() == 0
    again = dict(re.findall(r'<input type="hidden" name="(\w+)" value="([^"]*)"', page))
    assert {name: again[name] for name in fields} == fields
    assert (await tab.client.post("/cart/items", form=again)).status_code == 303
    assert await things() == 2


async def test_the_toast_says_the_reason_and_leads_on(tab: Browser) -> None:
    old = await tab.token()
    await tab.log_in("ann@example.com")
    htmx = {"HX-Request": "true", "HX-Current-URL": "http://localhost/products/x"}
    toast = await text_of(await late(tab, "/cart/items", old, {"product_id": "x"}, **htmx))
    assert "You have logged in since this page was opened" in toast
    assert 'href="/products/x">load the page again' in toast


async def test_a_login_that_ended_leads_to_the_login_and_back_to_the_step(tab: Browser) -> None:
    await tab.log_in("ann@example.com")
    token = await tab.token()
    await write(lambda tx: tx.execute("DELETE FROM session"))
    page = await text_of(
        await late(tab, "/checkout/address", token, ADDRESS, Referer="http://localhost/checkout/address")
    )
    assert "Your login has ended since this page was opened" in page
    assert 'href="/auth/login?next=/checkout/address">Log in and go on' in page
    assert 'data-expired-form="/checkout/address"' in page
    assert '<input type="hidden" name="line1" value="1 Mill Lane">' in page
    assert "Send it again" not in page


async def test_secrets_are_never_shown_again_nor_what_another_site_may_have_sent(tab: Browser) -> None:
    old = await tab.token()
    await tab.log_in("ann@example.com")
    page = await text_of(await late(tab, "/auth/change-password", old, {"current_password": "s3cret-words"}))
    assert "s3cret-words" not in page
    answer = await tab.client.post("/cart/items", form={"product_id": "planted", "csrf_token": old})
    assert (answer.status_code, "planted" in await text_of(answer)) == (403, False)
    elsewhere = await text_of(await late(tab, "/cart/items", old, {}, Referer="https://evil.example//x"))
    assert "evil" not in elsewhere


async def test_what_is_sent_again_is_escaped(tab: Browser) -> None:
    old = await tab.token()
    await tab.log_in("ann@example.com")
    page = await text_of(await late(tab, "/cart/items", old, {"product_id": '"><script>zq7'}))
    assert "<script>zq7" not in page


FORMS = [
    ("/auth/login", {"email": "ann@example.com", "password": "s3cret-words", "next": "/checkout"}),
    ("/auth/register", {"name": "Ann", "email": "ann@example.com", "password": "s3cret-words", "next": ""}),
    ("/auth/forgot-password", {"email": "ann@example.com"}),
    ("/orders/lookup", {"number": "CW-100001", "email": "ann@example.com"}),
    ("/checkout/address", ADDRESS),
]


@pytest.mark.parametrize(("path", "fields"), FORMS)
async def test_a_visitors_late_form_leads_back_to_its_page_with_what_was_typed(
    tab: Browser, path: str, fields: dict[str, str]
) -> None:
    page = await text_of(await late(tab, path, "0" * 64, fields, Referer=f"http://localhost{path}"))
    assert f'data-expired-form="{path}"' in page
    assert f'class="btn btn-primary" href="{path}">Back to the page' in page
    kept = dict(re.findall(r'<input type="hidden" name="(\w+)" value="([^"]*)"', page))
    assert {name: text for name, text in fields.items() if name != "password"}.items() <= kept.items()
    assert "s3cret-words" not in page
    assert "Log in and go on" not in page
    assert "Send it again" not in page


@pytest.mark.parametrize("path", ["/auth/login", "/auth/register", "/auth/forgot-password"])
async def test_a_login_that_ended_does_not_lead_from_the_login_form_to_the_login_form(tab: Browser, path: str) -> None:
    await tab.log_in("ann@example.com")
    token = await tab.token()
    await write(lambda tx: tx.execute("DELETE FROM session"))
    fields = {"email": "ann@example.com"}
    page = await text_of(await late(tab, path, token, fields, Referer=f"http://localhost{path}"))
    assert f'class="btn btn-primary" href="{path}">Back to the page' in page
    assert "/auth/login?next=/auth" not in page


async def test_a_form_with_a_secret_is_not_sent_again_without_it(tab: Browser) -> None:
    old = await tab.token()
    await tab.log_in("ann@example.com")
    fields = {"name": "Ann Other", "current_password": "s3cret-words"}
    page = await text_of(await late(tab, "/auth/profile", old, fields, Referer="http://localhost/auth/profile"))
    assert "Ann Other" in page
    assert "Send it again" not in page


async def test_a_picture_beside_the_texts_costs_none_of_them(tab: Browser) -> None:
    await make_user("root@example.com", role="admin")
    await tab.log_in("root@example.com")
    path = f"/admin/products/{await product_id()}"
    fields = {"csrf_token": await tab.token(), "name": "Oak Stool", "description": "Three legs. One seat."}
    await write(lambda tx: tx.execute("DELETE FROM session"))
    for name in ("", "stool.png"):
        files = {"picture": FileStorage(io.BytesIO(b"x" if name else b""), filename=name)}
        headers = {**OWN, "Referer": f"http://localhost{path}"}
        page = await text_of(await tab.client.post(path, form=fields, files=files, headers=headers))
        assert f'data-expired-form="{path}"' in page
        assert '<input type="hidden" name="description" value="Three legs. One seat.">' in page
        assert "Send it again" not in page


async def test_a_form_with_a_file_is_not_sent_again_without_it(tab: Browser) -> None:
    old = await tab.token()
    await tab.log_in("ann@example.com")
    files = {"picture": FileStorage(io.BytesIO(b"x"), filename="stool.png")}
    form = {"name": "Oak Stool", "csrf_token": old}
    page = await text_of(await tab.client.post("/auth/profile", form=form, files=files, headers=OWN))
    assert "Oak Stool" in page
    assert "Send it again" not in page


async def test_without_cookies_it_says_so(app: Quart) -> None:
    answer = await late(Browser(app), "/cart/items", "0" * 64, {})
    assert "Cookies are off" in await text_of(answer)
