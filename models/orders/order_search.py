"""Finds orders by what people have at hand: a number or a part of it, a name, e-mail address, SKU or tracking number.

Each order has its terms in `order_term`: the words of the addressee's name, its SKUs and its tracking number. A term is
found by its beginning.
"""

import json
import re
from collections.abc import Iterable, Mapping

from models.database import Transaction
from models.shared.email_addresses import kept_form
from models.shared.errors import Invalid
from models.shared.letters import fold
from models.shared.public_ids import FIRST_NUMBER

LONGEST_SEARCH = 254
LONGEST_TERM = 64
MOST_WORDS = 8
LAST_CHARACTER = "\U0010ffff"
NUMBER_PART = re.compile(r"(?:cw-?)?(\d{1,9})")
APART = re.compile(r"[^\w]++")
LATEST = 20_000  # orders of which any part of the number finds them; the others are found by its beginning
MOST_DIGITS = 9
REMEMBER_TERM = "INSERT INTO order_term (term, order_id) VALUES (?, ?) ON CONFLICT DO NOTHING"
BY_EMAIL = "SELECT s.id FROM orders s WHERE s.email >= ? AND s.email < ?"
BY_TERM = "SELECT t.order_id FROM order_term t WHERE t.term >= ? AND t.term < ?"
BY_BEGINNING = "SELECT s.id FROM orders s WHERE s.id >= ? AND s.id < ?"
BY_PART = f"""
SELECT s.id FROM orders s WHERE s.id > (SELECT max(id) FROM orders) - {LATEST}
    AND CAST(s.id + {FIRST_NUMBER} AS VARCHAR(12)) LIKE ?
"""  # noqa: S608  numbers of this module


def terms_of_order(address: str | Mapping[str, str], skus: Iterable[str], tracking: str = "") -> list[str]:
    """What an order is found by, each once: `address` is the shipping address, or its JSON."""
    kept = json.loads(address) if isinstance(address, str) else address
    name = fold(kept.get("name", ""))
    sent = fold(tracking)
    words = [*name.split(), *APART.split(name), *map(fold, skus), *sent.split(), "".join(sent.split())]
    return [word for word in dict.fromkeys(each[:LONGEST_TERM] for each in words) if word]


async def remember(
    tx: Transaction, order_id: int, address: Mapping[str, str], skus: Iterable[str], tracking: str = ""
) -> None:
    """Make an order findable by these, beside what it is found by already."""
    rows = [(term, order_id) for term in terms_of_order(address, skus, tracking)]
    marks = ", ".join(["(?, ?)"] * len(rows))
    if rows:
        sql = f"INSERT INTO order_term (term, order_id) VALUES {marks} ON CONFLICT DO NOTHING"  # noqa: S608  marks
        await tx.send(sql, *(value for row in rows for value in row))


def sought(text: str) -> tuple[list[str], list[object]]:
    """The conditions on `o` that an order meets which is looked for by this text, and their values. Raises Invalid."""
    text = text.strip()
    if len(text) > LONGEST_SEARCH or not text.isprintable():
        words = f"Search for at most {LONGEST_SEARCH} characters."
        raise Invalid.field("q", "too_long", words)
    if not text:
        return [], []
    email, terms = kept_form(text), [word[:LONGEST_TERM] for word in fold(text).split()[:MOST_WORDS]]
    found, values = [BY_EMAIL], list[object](_bounds(email))
    if terms:
        found.append(" INTERSECT ".join([BY_TERM] * len(terms)))
        values += [bound for term in terms for bound in _bounds(term)]
    if number := NUMBER_PART.fullmatch(fold(text)):
        ranges = list(_ranges(number[1]))
        found += [BY_BEGINNING] * len(ranges) + [BY_PART]
        values += [bound for each in ranges for bound in each] + [f"%{number[1]}%"]
    union = " UNION ".join(f"SELECT * FROM ({each}) AS way{place}" for place, each in enumerate(found))  # noqa: S608
    return [f"o.id IN ({union})"], values


def _bounds(word: str) -> tuple[str, str]:
    return word, word + LAST_CHARACTER


def _ranges(digits: str) -> Iterable[tuple[int, int]]:
    """The ids whose numbers begin with these digits."""
    if digits.startswith("0"):
        return
    for more in range(MOST_DIGITS - len(digits) + 1):
        low, high = int(digits) * 10**more, (int(digits) + 1) * 10**more
        if high > FIRST_NUMBER:
            yield max(low - FIRST_NUMBER, 0), high - FIRST_NUMBER
