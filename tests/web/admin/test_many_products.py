"""Price and stock of several products at once, and all products as a file: previewed, audited, all or nothing."""

import io
import re
from typing import Any
from urllib.parse import urlencode

import pytest
from quart import Quart
from werkzeug.datastructures import FileStorage

from models.database import read, write
from tests.journeys.story import books_are_clean
from tests.web.clients import Api, Browser, code_of, text_of
from tests.web.placing import drain, place_by_page, product_id

pytestmark = pytest.mark.asyncio
SEVERAL, FILE = "/admin/products/several", "/admin/products/file"


async def stock(sku: str) -> tuple[int, int, int, str]:
    row = await read(
        lambda tx: tx.fetch_one(
            "SELECT p.price_cents, i.on_hand, i.low_stock_threshold, p.name FROM product p"
            " JOIN inventory i ON i.product_id = p.id WHERE p.sku = ?",
            sku,
        )
    )
    assert row is not None
    return row["price_cents"], row["on_hand"], row["low_stock_threshold"], row["name"]


async def preview(root: Browser, *skus: str, status: int = 200, **fields: str) -> str:
    ids = [await product_id(sku) for sku in skus]
    query = urlencode({"product": ids, "preview": "1", **fields}, doseq=True)
    return await text_of(await root.get(f"{SEVERAL}?{query}"), status)


async def apply(root: Browser, page: str, **fields: str) -> Any:
    form = {"csrf_token": await root.token(), "seen": re.findall(r'name="seen" value="([^"]+)"', page), **fields}
    headers = {"Content-Type": "application/x-www-form-urlencoded"}
    return await root.client.post(SEVERAL, data=urlencode(form, doseq=True), headers=headers)


async def test_prices_and_stock_of_several_change_as_previewed_and_are_written_down(root: Browser) -> None:
    before = [await stock(sku) for sku in ("SKU-0001", "SKU-0002")]
    fields = {"price_rule": "lower_percent", "price_value": "12.5", "stock_rule": "add", "stock_value": "7"}
    page = await preview(root, "SKU-0001", "SKU-0002", **fields)
    cents = [(price * 875 + 500) // 1000 for price, *_ in before]
    for (price, *_), after in zip(before, cents, strict=True):
        assert f"${price // 100}.{price % 100:02d}</s>" in page
        assert f"${after // 100}.{after % 100:02d}</b>" in page
    assert "Change 2 products" in page
    assert [await stock(sku) for sku in ("SKU-0001", "SKU-0002")] == before
    assert (await apply(root, page, **fields, reason="Winter sale")).status_code == 303
    after_all = [await stock(sku) for sku in ("SKU-0001", "SKU-0002")]
    assert [each[:2] for each in after_all] == [(new, old[1] + 7) for new, old in zip(cents, before, strict=True)]
    log = await text_of(await root.get(f"/admin/audit?object_id={await product_id()}"))
    for words in ("product.change", "stock.restock", "Winter sale"):
        assert words in log
    await books_are_clean()


async def test_what_has_changed_since_the_preview_is_not_overwritten(root: Browser, ann: Browser) -> None:
    fields = {"price_rule": "set", "price_value": "5.00"}
    page = await preview(root, "SKU-0001", "SKU-0002", **fields)
    await write(lambda tx: tx.execute("UPDATE product SET version = version + 1 WHERE sku = 'SKU-0002'"))
    refused = await text_of(await apply(root, page, **fields), 409)
    assert "changed since the preview" in refused
    assert "Change 2 products" in refused  # the new preview
    assert (await stock("SKU-0001"))[0] != 500
    counted = {"stock_rule": "set", "stock_value": "30", "reason": "counted"}
    page = await preview(root, "SKU-0001", **counted)
    await place_by_page(ann)  # reserves some: they stay on hand, so what was shown still holds
    await drain()
    assert (await apply(root, page, **counted)).status_code == 303
    assert (await stock("SKU-0001"))[1] == 30
    page = await preview(root, "SKU-0001", **counted)
    await write(lambda tx: tx.execute("UPDATE inventory SET on_hand = on_hand - 1, version = version + 1"
                                      " WHERE product_id = 1"))  # fmt: skip
    await write(lambda tx: tx.execute("UPDATE stock_ledger SET on_hand = on_hand - 1 WHERE FALSE"))
    assert (await apply(root, page, **counted)).status_code == 409


@pytest.mark.parametrize(
    ("fields", "words"),
    [
        ({}, "Choose what is to change"),
        ({"price_rule": "set", "price_value": "much"}, "such as 12.99"),
        ({"price_rule": "lower_percent", "price_value": "100"}, "less than 100 percent"),
        ({"price_rule": "double", "price_value": "1"}, "Choose one of the list"),
        ({"stock_rule": "add", "stock_value": "-1"}, "whole number"),
        ({"stock_rule": "set", "stock_value": "3"}, "Say why the count changes"),
        ({"low_stock_threshold": "999999"}, "A threshold is"),
    ],
)
async def test_a_change_that_cannot_be_meant_is_refused_beside_its_field(
    root: Browser, fields: dict[str, str], words: str
) -> None:
    assert words in await preview(root, "SKU-0001", status=422, **fields)


async def test_one_product_that_cannot_follow_stops_all(root: Browser, ann: Browser) -> None:
    await place_by_page(ann)
    await drain()
    fields = {"stock_rule": "set", "stock_value": "0", "reason": "gone"}
    page = await preview(root, "SKU-0001", "SKU-0002", **fields)
    assert "reserved for orders" in page
    assert 'name="seen"' not in page
    seen = [f"{await product_id(sku)}.1.{(await stock(sku))[1]}" for sku in ("SKU-0001", "SKU-0002")]
    form = {"csrf_token": await root.token(), "seen": seen, **fields}
    headers = {"Content-Type": "application/x-www-form-urlencoded"}
    await root.client.post(SEVERAL, data=urlencode(form, doseq=True), headers=headers)
    assert (await stock("SKU-0002"))[1] > 0
    assert (await root.get(SEVERAL)).status_code == 422
    assert (await root.get(f"{SEVERAL}?product=none")).status_code == 404
    await books_are_clean()


async def send(root: Browser, content: bytes, status: int = 200, **fields: str) -> str:
    form = {"csrf_token": await root.token(), **fields}
    file = FileStorage(io.BytesIO(content), filename="products.csv", content_type="text/csv")
    return await text_of(await root.client.post(FILE, form=form, files={"file": file}), status)


def digest(page: str) -> str:
    found = re.search(r'name="plan" value="(\w+)"', page)
    assert found, page
    return found[1]


async def test_what_is_exported_comes_back_as_it_was(root: Browser) -> None:
    odd = "'=1+1 «Größe», 12\" ж\n2nd"
    await write(lambda tx: tx.execute("UPDATE product SET name = ?, description = ? WHERE id = 1", "=SUM(A1) é", odd))
    await write(lambda tx: tx.execute("UPDATE product SET name = ?, price_cents = 123456 WHERE id = 2", "'=x"))
    answer = await root.get(f"{FILE}.csv")
    assert answer.headers["Content-Type"] == "text/csv; charset=utf-8"
    content = await answer.get_data(as_text=False)
    assert content.startswith(b"\xef\xbb\xbfsku,name,category,price,status,on_hand,low_stock_threshold,description")
    text = content.decode("utf-8-sig")
    assert "SKU-0001,'=SUM(A1) é," in text
    assert ",1234.56," in text
    assert "nothing would change" in await send(root, content)
    as_saved = {
        "a spreadsheet with semicolons": text.replace('"', '"').encode("utf-16"),
    }
    for name, other in as_saved.items():
        assert "nothing would change" in await send(root, other), name


async def test_a_file_is_previewed_and_then_imported_as_a_whole(root: Browser) -> None:
    before = await stock("SKU-0001")
    content = (
        b"SKU;Name;Price;Category;On_hand;details\r\n"
        b"sku-0001;;1,299.00;;;\r\n"
        b"NEW-1;Oak Stool;89.5;desk;12;Made of oak.\r\n"
        b";;;;;\r\n"
    )
    page = await send(root, content)
    for words in ("1 new, 1 changed, 0 as they are", "$1,299.00", "Oak Stool", "Import 2 products"):
        assert words in page
    assert await stock("SKU-0001") == before
    await send(root, content, 303, plan=digest(page))
    assert await stock("SKU-0001") == (129900, *before[1:])
    assert (await stock("NEW-1"))[:2] == (8950, 12)
    log = await text_of(await root.get("/admin/audit?action=product.create"))
    assert "NEW-1" in log
    await books_are_clean()


async def test_another_file_or_another_shop_than_was_previewed_is_not_imported(root: Browser) -> None:
    plan = digest(await send(root, b"sku,price\r\nSKU-0001,3.00\r\n"))
    before = await stock("SKU-0001")
    assert "changed since the preview" in await send(root, b"sku,price\r\nSKU-0001,4.00\r\n", 409, plan=plan)
    await write(lambda tx: tx.execute("UPDATE product SET version = version + 1 WHERE id = 1"))
    assert "changed since the preview" in await send(root, b"sku,price\r\nSKU-0001,3.00\r\n", 409, plan=plan)
    assert await stock("SKU-0001") == before


async def test_a_wrong_line_is_told_by_its_number_and_nothing_is_imported(root: Browser) -> None:
    before = await stock("SKU-0001")
    content = (
        b"sku,name,price,category,on_hand,status\n"
        b"SKU-0001,,1.00,,,\n"
        b'SKU-0002,"two\nlines",cheap,,,\n'
        b"SKU-0003,,,nowhere,-3,gone\n"
        b"sku-0001,,2.00,,,\n"
        b"NEW-1,Stool,,,,\n"
        b"not a sku,x,1,desk,,\n"
        b",x,1,desk,,\n"
    )
    page = await send(root, content, 422)
    rows = re.findall(r'<th scope="row"[^>]*>(\d+)</th><td[^>]*>(\w+)</td>', page)
    assert rows == [
        ("3", "name"),
        ("3", "price"),
        ("5", "category"),
        ("5", "on_hand"),
        ("5", "status"),
        ("6", "sku"),
        ("7", "category"),
        ("7", "price"),
        ("8", "sku"),
        ("9", "sku"),
    ]
    assert "nothing will be imported" in page
    assert await stock("SKU-0001") == before


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"", "Choose a file"),
        (b"sku,price\n", "nothing below the first line"),
        (b"name,price\nx,1\n", "A column sku is needed"),
        (b"sku,colour\nx,1\n", "There is no column"),
        (b"sku,sku\nx,1\n", "two columns"),
        ("sku,name\nx,Größe\n".encode("latin-1"), "CSV UTF-8"),
        (b"PK\x03\x04\x00\x00\x00\x00", "not a CSV file"),
        (b'sku,name\nx,"' + b"y" * 200_000, "cannot be read"),
        (b"sku\n" + b"x\n" * 2001, "at most 2,000 lines"),
    ],
)
async def test_a_file_that_is_none_is_refused_beside_the_box(root: Browser, content: bytes, words: str) -> None:
    page = await send(root, content, 422)
    assert words in page
    assert 'aria-invalid="true"' in page


async def test_the_api_previews_and_changes_several(app: Quart, root: Browser) -> None:
    api = await Api(app).log_in("root@example.com")
    ids = [await product_id(sku) for sku in ("SKU-0001", "SKU-0002")]
    before = await stock("SKU-0001")
    body = {"product_ids": ids, "price_percent": 10, "preview": True}
    shown = await (await api.call("POST", "/admin/products/changes", body)).get_json()
    assert shown["is_done"] is False
    assert shown["items"][0]["new_price"]["amount"] == (before[0] * 110 + 50) // 100
    assert await stock("SKU-0001") == before
    seen = [{name: item[name] for name in ("id", "version", "on_hand")} for item in shown["items"]]
    seen[1]["version"] += 1
    stale = await api.call("POST", "/admin/products/changes", {**body, "preview": False, "seen": seen})
    assert await code_of(stale) == (412, "version_conflict")
    seen[1]["version"] -= 1
    done = await api.call("POST", "/admin/products/changes", {**body, "preview": False, "seen": seen})
    assert (await done.get_json())["is_done"] is True
    assert (await stock("SKU-0001"))[0] == shown["items"][0]["new_price"]["amount"]
    for wrong in ({"price_percent": -100}, {"product_ids": []}, {"price_add": -(10**9)}, {"price_percent": None}):
        answer = await api.call("POST", "/admin/products/changes", {**body, "preview": False, **wrong})
        assert answer.status_code == 422


async def test_the_api_exports_previews_and_imports_a_file(app: Quart, root: Browser) -> None:
    api = await Api(app).log_in("root@example.com")
    exported = await (await api.call("GET", "/admin/products/file")).get_data(as_text=True)
    skus = await read(lambda tx: tx.fetch("SELECT sku FROM product"))
    assert sorted(line.split(",")[0] for line in exported.splitlines() if line.startswith("SKU-")) == sorted(
        row["sku"] for row in skus
    )
    body = {"csv": "sku,price\nSKU-0001,7.77\n", "preview": True}
    shown = await (await api.call("POST", "/admin/products/file", body)).get_json()
    assert [change["after"] for line in shown["lines"] for change in line["changes"]] == [777]
    wrong = {"csv": "sku,price\nSKU-0001,x\n"}
    assert (await (await api.call("POST", "/admin/products/file", {**wrong, "preview": True})).get_json())["errors"]
    refused = await api.call("POST", "/admin/products/file", wrong)
    assert (await refused.get_json())["errors"][0]["field"] == "line 2.price"
    done = await api.call("POST", "/admin/products/file", {"csv": body["csv"], "plan": shown["plan"]})
    assert done.status_code == 200
    assert (await stock("SKU-0001"))[0] == 777
    again = await api.call("POST", "/admin/products/file", {"csv": body["csv"], "plan": shown["plan"]})
    assert again.status_code == 412
