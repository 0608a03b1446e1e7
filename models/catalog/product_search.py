"""Full-text search for products: what a person typed becomes a query of our own making.

Words are found whole and by their beginnings, in any case and with or without accents; a plural finds the singular.
Nothing typed is ever an operator: `%`, `_`, quotes and the like only separate words.
"""

import re
import unicodedata
from typing import NamedTuple

from models.database.transaction import Dialect

LONGEST_TEXT = 100
MOST_WORDS = 8
WORD = re.compile(r"[^\W_]+")
# Both databases index Latin letters without their accents: PostgreSQL by this very table, in its migration.
ACCENTED = "".join(chr(code) for code in range(0xC0, 0x180))
FOLDED = {ord(letter): base for letter in ACCENTED if (base := unicodedata.normalize("NFD", letter)[0]).isascii()}
SHORTEST_PLURAL = 4


class Search(NamedTuple):
    """SQL for one search: a table to go through first and where it meets a product `p` (or none), a condition and an
    order, and the values of these two."""

    table: str
    on: str
    condition: str
    values: tuple[str, ...]
    order: str
    order_values: tuple[str, ...]


class NoWords(ValueError):
    """The text holds no word at all, so nothing can match it."""


def search(text: str, dialect: Dialect) -> Search:
    """How the products that hold all words of the text are found, those with all words in their name first.

    Raises:
        NoWords: there is nothing to search for.
    """
    words = [_forms(word) for word in WORD.findall(fold(text))[:MOST_WORDS]]
    if not words:
        raise NoWords(text)
    if dialect == "postgres":
        return _on_postgres(words)
    return _on_sqlite(words)


def _on_sqlite(words: list[tuple[str, ...]]) -> Search:
    anywhere = " AND ".join("(" + " OR ".join(f'"{form}" *' for form in forms) + ")" for forms in words)
    return Search(
        "product_search",
        "p.id = product_search.rowid",
        "product_search MATCH ?",
        (anywhere,),
        "p.id IN (SELECT rowid FROM product_search WHERE product_search MATCH ?) DESC,"
        " bm25(product_search, 10.0, 1.0), p.id",
        (f"name : ({anywhere})",),
    )


def _on_postgres(words: list[tuple[str, ...]]) -> Search:
    anywhere = " & ".join("(" + " | ".join(f"'{form}':*" for form in forms) + ")" for forms in words)
    return Search(
        "",
        "",
        "p.search @@ to_tsquery('simple', ?)",
        (anywhere,),
        "p.search @@ to_tsquery('simple', ?) DESC, ts_rank_cd(p.search, to_tsquery('simple', ?)) DESC, p.id",
        (anywhere.replace(":*", ":*A"), anywhere),
    )


def fold(text: str) -> str:
    """The text in lower case and without accents on Latin letters, as it is indexed."""
    return unicodedata.normalize("NFC", text[:LONGEST_TEXT]).translate(FOLDED).lower()


def _forms(word: str) -> tuple[str, ...]:
    """The word, and its singular when it looks like a plural."""
    if len(word) >= SHORTEST_PLURAL and word.endswith("ies"):
        return word, word[:-3] + "y"
    if len(word) >= SHORTEST_PLURAL and word.endswith("s") and not word.endswith("ss"):
        return word, word[:-1]
    return (word,)
