"""The index of the products' terms, what products are sorted by, and the words a typing error may have been meant for.

Whatever writes a product's SKU, name or description indexes it in the same transaction.
"""

from collections.abc import Iterable, Sequence
from typing import Any

from models.catalog.search.search_terms import LONGEST_TERM, is_unspaced, singulars, terms_of
from models.database import Transaction
from models.database.transaction import Dialect
from models.shared.letters import code_key, sort_key

SHORTEST_CORRECTED = 5
SHORTEST_WORD = SHORTEST_CORRECTED - 1  # which a letter too many makes five
MOST_NEIGHBOURS = 2_000  # words looked at for one typing error, from its beginning and from its end
MOST_CORRECTIONS = 12
LAST_LETTER = "\U0010ffff"
FORGET: dict[Dialect, str] = {
    "sqlite": "DELETE FROM product_search WHERE rowid = ?",
    "postgres": "DELETE FROM product_search WHERE product_id = ?",
}
REMEMBER: dict[Dialect, str] = {
    "sqlite": "INSERT INTO product_search (rowid, sku, name, description) VALUES (?, ?, ?, ?)",
    "postgres": "INSERT INTO product_search (product_id, terms) VALUES (?, CAST(CAST(? AS TEXT) AS TSVECTOR))",
}
REMEMBER_WORD = "INSERT INTO search_word (word, reversed) VALUES (?, ?) ON CONFLICT DO NOTHING"
SORT = "UPDATE product SET sort_name = ?, sort_sku = ? WHERE id = ?"
NEIGHBOURS = """
SELECT word FROM (SELECT word FROM search_word WHERE word >= ? AND word < ? AND length(word) BETWEEN ? AND ?
    LIMIT ?) AS begins
UNION SELECT word FROM (SELECT word FROM search_word WHERE reversed >= ? AND reversed < ?
    AND length(word) BETWEEN ? AND ? LIMIT ?) AS ends
"""
Texts = tuple[int, str, str, str]  # a product's row id, SKU, name and description


async def index_products(tx: Transaction, products: Sequence[Texts]) -> None:
    """Make products findable by what they are called now, and sorted by it."""
    rows, words = index_rows(tx.dialect, products)
    await tx.execute_many(FORGET[tx.dialect], [(product[0],) for product in products])
    await tx.execute_many(REMEMBER[tx.dialect], rows)
    await tx.execute_many(REMEMBER_WORD, words)
    await tx.execute_many(SORT, sort_rows(products))


def sort_rows(products: Iterable[Texts]) -> list[tuple[str, str, int]]:
    """What is written of the products by `SORT`."""
    return [(sort_key(name), code_key(sku), row_id) for row_id, sku, name, _ in products]


def index_rows(dialect: Dialect, products: Sequence[Texts]) -> tuple[list[tuple[object, ...]], list[tuple[str, str]]]:
    """What is written of the products: rows for `REMEMBER`, and words for `REMEMBER_WORD`.

    The words come in one order, so that two transactions that write the same ones cannot deadlock.
    """
    rows, words = list[tuple[Any, ...]](), set[str]()
    for row_id, *texts in products:
        columns = [terms_of(text, with_joined=place < 2) for place, text in enumerate(texts)]
        words.update(word for column in columns for word in column if _is_correctable(word, SHORTEST_WORD))
        rows.append((row_id, *(map(" ".join, columns) if dialect == "sqlite" else [_vector(columns)])))
    return rows, [(word, word[::-1]) for word in sorted(words)]


async def index_all(tx: Transaction) -> None:
    """Index every product anew, a thousand at a time."""
    sql = "SELECT id, sku, name, description FROM product WHERE id > ? ORDER BY id LIMIT 1000"
    rows = await tx.fetch(sql, 0)
    while rows:
        await index_products(tx, [(row["id"], row["sku"], row["name"], row["description"]) for row in rows])
        rows = await tx.fetch(sql, rows[-1]["id"])


async def corrections(tx: Transaction, word: str) -> list[str]:
    """Words of the shop that are one typing error away from this one: a letter too many, missing, wrong or swapped."""
    if not _is_correctable(word, SHORTEST_CORRECTED):
        return []
    found = dict[str, None]()
    for form in (word, *singulars(word)):
        # One error leaves the beginning or the end of a word alone; the letter between them keeps a swap off one side.
        half = (len(form) - 1) // 2
        bounds = (len(form) - 1, len(form) + 1, MOST_NEIGHBOURS)
        begin, end = form[:half], form[::-1][:half]
        rows = await tx.fetch(NEIGHBOURS, begin, begin + LAST_LETTER, *bounds, end, end + LAST_LETTER, *bounds)
        found.update(dict.fromkeys(row["word"] for row in rows if is_one_error(form, row["word"])))
    return sorted(found)[:MOST_CORRECTIONS]


def is_one_error(typed: str, word: str) -> bool:
    """Whether one letter too many, too few, wrong or swapped with the next tells the two apart."""
    if typed == word or abs(len(typed) - len(word)) > 1:
        return False
    same = next((n for n, (a, b) in enumerate(zip(typed, word, strict=False)) if a != b), min(len(typed), len(word)))
    rest, other = typed[same:], word[same:]
    swapped = len(rest) > 1 and rest[1::-1] + rest[2:] == other
    return rest[1:] == other or rest == other[1:] or rest[1:] == other[1:] or swapped


def _is_correctable(word: str, shortest: int) -> bool:
    return shortest <= len(word) <= LONGEST_TERM and not any(map(str.isdigit, word)) and not is_unspaced(word[0])


def _vector(columns: Iterable[list[str]]) -> str:
    """A tsvector that says of each term where it stands: A in the SKU, B in the name, C in the description."""
    places = dict[str, str]()
    for weight, terms in zip(("1A", "2B", "3C"), columns, strict=True):
        for term in terms:
            places[term] = f"{places[term]},{weight}" if term in places else weight
    return " ".join(f"'{term}':{where}" for term, where in places.items())
