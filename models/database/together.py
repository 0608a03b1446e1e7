"""Several writing statements sent to PostgreSQL as one, so that they cost one round trip."""

import itertools
import re
from collections.abc import Sequence
from functools import lru_cache

from models.database.transaction import Statement

RETURNING = re.compile(r"\bRETURNING\b")


@lru_cache(maxsize=1024)
def numbered(sql: str) -> str:
    """`?` to `$1, $2, …`; no statement here holds a question mark inside a literal."""
    count = itertools.count(1)
    return re.sub(r"\?", lambda _: f"${next(count)}", sql)


@lru_cache(maxsize=1024)
def as_one(statements: tuple[str, ...]) -> str:
    """One statement that does them all; its value is a JSON array of arrays, one of what each of them returned."""
    parts = [
        f"part{place} AS ({sql}{'' if RETURNING.search(sql) else ' RETURNING 1'})"
        for place, sql in enumerate(statements)
    ]
    arrays = ", ".join(f"ARRAY(TABLE part{place})" for place in range(len(parts)))
    return numbered(f"WITH {', '.join(parts)} SELECT json_build_array({arrays})")


def values_of(statements: Sequence[Statement]) -> list[object]:
    """The values of all of them, in order."""
    return [value for statement in statements for value in statement.values]
