"""A CSV file is put on sale as a whole, or the line that cannot be is named and nothing happens."""

from pathlib import Path

import pytest

from models.audit.audit_log import command
from models.catalog.catalogue_file import BadCatalogue, put_on_sale, read_catalogue
from models.database import write
from tests.models.orders_at_hand import row

pytestmark = pytest.mark.asyncio
HEAD = "sku,name,price,category,on_hand\n"


def written(path: Path, text: str | bytes) -> Path:
    path.write_bytes(text.encode() if isinstance(text, str) else text)
    return path


async def sold(path: Path, text: str | bytes) -> int:
    path = written(path, text)
    lines = read_catalogue(path)
    return await write(lambda tx: put_on_sale(tx, command("import-catalogue"), lines))


async def test_products_and_their_categories_are_put_on_sale(shop: str, tmp_path: Path) -> None:
    text = HEAD + 'MUG,"Mug, large",12.50,Kitchen,3\nPAN,Pan,9,kitchen,\n'
    assert await sold(tmp_path / "c.csv", b"\xef\xbb\xbf" + text.encode()) == 2
    assert await row("SELECT p.price_cents, i.on_hand, p.name FROM product p JOIN inventory i ON i.product_id = p.id"
                     " WHERE sku = 'MUG'") == (1250, 3, "Mug, large")  # fmt: skip
    assert await row("SELECT count(*) FROM category") == (1,)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (HEAD + "MUG,Mug,1,Kitchen,1\nmug,Mug,1,Kitchen,1\n", "line 3: "),
        (HEAD + "MUG,Mug,free,Kitchen,1\n", "line 2: The price or the stock is no number"),
        (HEAD + "MUG,Mug,1.999,Kitchen,1\n", "line 2: The price has parts of a cent"),
        (HEAD + "MUG,Mug,0,Kitchen,1\n", "line 2: "),
        (HEAD + "MUG,Mug\n", "line 2 has another number of columns"),
        (HEAD + "MUG,Mug,1,Kitchen,1,2\n", "line 2 has another number of columns"),
        ("sku,name\n", "no column price, category"),
        ("sku,name,price,category,colour\n", "not known: colour"),
        (b"\xff\xfe\x00", "is not text in UTF-8: save it as CSV UTF-8"),
        (HEAD + 'MUG,"Mug"x,1,Kitchen,1\n', "is not a CSV file: "),
        ("", "no column sku"),
    ],
)
async def test_a_line_that_cannot_be_sold_is_named_and_nothing_is(
    shop: str, tmp_path: Path, text: str | bytes, words: str
) -> None:
    with pytest.raises(BadCatalogue, match=words):
        await sold(tmp_path / "c.csv", text)
    assert await row("SELECT count(*) FROM product") == (0,)
