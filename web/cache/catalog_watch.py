"""Tells which kept pages still show what the shop sells: by the catalogue's version and by the products that moved.

On SQLite nothing is asked while nothing was committed, and products whose stock moved are known one by one; where a
page shows a badge alone, it ends when that says something else. On PostgreSQL each look is one round trip, and pages
are kept for a second because of stock.
"""

import time
from dataclasses import dataclass
from functools import partial

from models.catalog import catalog_changes
from models.catalog.catalog_changes import CatalogNews, StockLabel, Version
from models.database import changes, read_one

STOCK_SECONDS = 1.0  # how old stock may be on a page that cannot say whose stock it depends on
LONGEST_SECONDS = 300.0  # what depends on the time of day, such as a badge for what is new
MOST_MOVED = 50_000  # products


@dataclass(frozen=True, slots=True)
class Seen:
    """When a page was begun: the catalogue's version, how many looks found stock moved, and the seconds of a clock."""

    version: Version
    turn: int
    at: float


@dataclass(frozen=True, slots=True)
class StockShown:
    """The products of a page: those whose stock it tells in numbers, and those with a badge alone."""

    counted: frozenset[str] = frozenset()
    labelled: frozenset[str] = frozenset()


class CatalogWatch:
    """What one process knows of the catalogue's changes."""

    def __init__(self) -> None:
        self._commits: int | None = None
        self._version: Version = (0, 0)
        self._last_move: int | None = None
        self._turn = 0
        self._forgotten = 0  # what moved until this turn is not known product by product
        self._moved: dict[str, int] = {}  # the turn of each product's last movement
        self._relabelled: dict[str, int] = {}  # the turn in which its badge last changed
        self._labels: dict[str, StockLabel] = {}
        self._knows_moves = False

    async def look(self) -> Seen:
        """Learn of what was committed since the last look. Raises what reading the database raises."""
        commits = changes()
        if commits is None:
            self._version = await read_one(catalog_changes.version)
        elif commits != self._commits:
            self._learn(await read_one(partial(catalog_changes.news, last_move=self._last_move)))
            self._commits = commits
        self._knows_moves = commits is not None
        return Seen(self._version, self._turn, time.monotonic())

    def is_current(self, page: Seen, shown: StockShown | None) -> bool:
        """Whether a page made then still holds; `shown` is None if the stock of any product may concern it."""
        age = time.monotonic() - page.at
        if page.version != self._version or age > LONGEST_SECONDS:
            return False
        if shown is None or not self._knows_moves:
            return age < STOCK_SECONDS or (self._knows_moves and page.turn == self._turn)
        return (
            page.turn >= self._forgotten
            and all(self._moved.get(each, 0) <= page.turn for each in shown.counted)
            and all(self._relabelled.get(each, 0) <= page.turn for each in shown.labelled)
        )

    def _learn(self, news: CatalogNews) -> None:
        if news.moved is None or len(self._moved) > MOST_MOVED:
            self._turn += 1
            self._forgotten = self._turn
            for known in (self._moved, self._relabelled, self._labels):
                known.clear()
        elif news.moved:
            self._turn += 1
            for product, label in news.moved.items():
                self._moved[product] = self._turn
                if product not in self._labels or self._labels[product] != label:
                    self._relabelled[product], self._labels[product] = self._turn, label
        self._version, self._last_move = news.version, news.last_move
