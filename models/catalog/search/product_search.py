"""Full-text search for products: what a person typed becomes a query of our own making.

Words are found whole, by their beginnings, as singulars, written together or apart, and with one typing error when
nothing else is found. Nothing typed is ever an operator: `%`, `_`, quotes and the like only separate words.
The best `MOST_FOUND` are kept and ranked, however many there are.
"""

import itertools
from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

from models.catalog.search.search_index import corrections
from models.catalog.search.search_terms import Alternative, singulars, with_one_error, words_typed
from models.database import Transaction
from models.database.transaction import Dialect
from models.shared.sql import LIKE, containing

LONGEST_TEXT = 100
MOST_WORDS = 8
MOST_CORRECTED = 24  # of the words of a query, alone and written together
MOST_FOUND = 2_000
Words = list[list[Alternative]]
# Each looks further than the one before, and what it alone finds comes behind: the SKU that was typed, all words whole
# in SKU and name, their beginnings in SKU and name, their beginnings anywhere.
LOOKS = ((1, True, True), (2, False, True), (3, False, False))
BY_SKU = "FROM product p WHERE lower(p.sku) = ?"
MATCHING: dict[Dialect, str] = {
    "sqlite": "FROM product_search CROSS JOIN product p ON p.id = product_search.rowid WHERE product_search MATCH ?",
    "postgres": "FROM product_search JOIN product p ON p.id = product_search.product_id"
    " WHERE product_search.terms @@ CAST(CAST(? AS TEXT) AS TSQUERY)",
}

OF_PRODUCT = "p.id, p.family_id, p.price_cents"
ONCE = """
SELECT id, rank FROM (SELECT id, min(rank) OVER (PARTITION BY coalesce(family_id, -id)) AS rank, row_number() OVER
    (PARTITION BY coalesce(family_id, -id) ORDER BY CASE rank WHEN 0 THEN 0 ELSE 1 END, price_cents, id) AS place
    FROM met) AS members WHERE place = 1
"""


class Search(NamedTuple):
    """A table `found` (id, rank) for a WITH clause, and its values."""

    table: str
    values: tuple[object, ...]


class NoWords(ValueError):
    """The text holds no word at all, so nothing can match it."""


def words_of(text: str) -> Words:
    """The words of a query, each with the ways it may be met. Raises NoWords."""
    words = words_typed(text[:LONGEST_TEXT], MOST_WORDS)
    if not words:
        raise NoWords(text)
    return words


async def corrected(tx: Transaction, words: Words) -> Words:
    """The same words, each also as what it was meant to be if one letter is wrong; unchanged if some product has all.

    Whether a product has them is asked of all products, so that filters do not make a right word a wrong one.
    """
    table, values = MATCHING[tx.dialect], _query(words, tx.dialect, whole=False, named=False)
    if await tx.fetch_one(f"SELECT p.id {table} AND p.status = 'active' LIMIT 1", values) is not None:
        return words
    single = [[way[0] for way in ways if len(way) == 1] for ways in words]
    plain_first = dict.fromkeys(word for rank in itertools.zip_longest(*single) for word in rank if word)
    meant = {word: await corrections(tx, word) for word in list(plain_first)[:MOST_CORRECTED]}
    return [[*ways, *_meant(ways, meant)] for ways in words]


def search(
    text: str,
    words: Words,
    dialect: Dialect,
    condition: str,
    values: Sequence[object],
    joined: str,
    *,
    each_member: bool = False,
) -> Search:
    """How the products that hold all the words are found, of those that meet a condition on `p` and what is joined.

    Of a family, one: that of the SKU that was typed, else the cheapest; all that are found if `each_member`.
    """
    sku = text.strip().lower() if text.isascii() and text.isprintable() else ""  # no SKU has other letters
    looks = [(0, BY_SKU, sku)]
    for rank, whole, named in LOOKS:
        looks.append((rank, MATCHING[dialect], _query(words, dialect, whole=whole, named=named)))
    arms, given = [], list[Any]()
    for rank, table, value in looks:
        source = table.replace(" WHERE ", f" {joined} WHERE ", 1)
        arm = f"SELECT {OF_PRODUCT}, {rank} AS rank {source} AND {condition} LIMIT {MOST_FOUND}"
        arms.append(f"SELECT * FROM ({arm}) AS l{rank}")  # noqa: S608  texts of this module
        given += [value, *values]
    union = " UNION ALL ".join(arms)
    met = "min(family_id) AS family_id, min(price_cents) AS price_cents, min(rank) AS rank"
    ranked = f"SELECT id, {met} FROM ({union}) AS looks GROUP BY id ORDER BY 4, 1 LIMIT {MOST_FOUND}"  # noqa: S608  texts of this module
    if each_member:
        return Search(f"WITH found AS MATERIALIZED ({ranked})", tuple(given))
    return Search(f"WITH met AS MATERIALIZED ({ranked}), found AS MATERIALIZED ({ONCE})", tuple(given))


def holding(text: str, dialect: Dialect) -> tuple[str, list[str]]:
    """A condition for the lists of the people of the shop, retired products too, and its values.

    SKU or name of `p` holds the text as it was typed, in the middle of a word too, or its words as shoppers find them.
    """
    condition, values = f"lower(p.sku) {LIKE} OR lower(p.name) {LIKE}", [containing(text.strip().lower()) or "%"] * 2
    if words := words_typed(text[:LONGEST_TEXT], MOST_WORDS):
        table = MATCHING[dialect].replace(" p ON p.id", " q ON q.id")
        condition += f" OR p.id IN (SELECT q.id {table})"
        values.append(_query(words, dialect, whole=False, named=True))
    return f"({condition})", values


def _meant(ways: list[Alternative], meant: dict[str, list[str]]) -> Iterator[Alternative]:
    """The ways a word may be met if it, or what it makes with its neighbours, has one typing error."""
    for way in ways:
        yield from ((word,) for word in meant.get(way[0], [])) if len(way) == 1 else with_one_error(way)


def _query(words: Words, dialect: Dialect, *, whole: bool, named: bool) -> str:
    """The words as the database's own query: all of them, each in one of its ways.

    Where beginnings count, too, the singular of a word that was typed does not begin another: "shoes" is no "shoulder".
    """
    both, either = (" & ", " | ") if dialect == "postgres" else (" AND ", " OR ")

    def one(term: str, ended: set[str]) -> str:
        is_whole = whole or term in ended
        if dialect == "postgres":
            suffix = f"{'' if is_whole else '*'}{'AB' if named else ''}"
            return f"'{term}':{suffix}" if suffix else f"'{term}'"
        return f'"{term}"' if is_whole else f'"{term}" *'

    ended = [{form for way in each if len(way) == 1 for form in singulars(way[0])} for each in words]
    ways = ((both.join(one(term, of) for term in way) for way in each) for each, of in zip(words, ended, strict=True))
    anywhere = both.join(f"({either.join(f'({way})' for way in each)})" for each in ways)
    return f"{{sku name}} : ({anywhere})" if named and dialect == "sqlite" else anywhere
