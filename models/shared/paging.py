"""One page of a longer list."""

from dataclasses import dataclass
from typing import Generic, TypeVar

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Page(Generic[T]):
    """The items of page `page` (from 1), and how many there are on all pages together.

    `is_cut` if there are more than were counted; the pages end where the count does.
    """

    items: list[T]
    page: int
    per_page: int
    total: int
    is_cut: bool = False

    @property
    def pages(self) -> int:
        """How many pages there are; an empty list has one, which is empty."""
        return max(1, -(-self.total // self.per_page))

    @property
    def offset(self) -> int:
        """How many items come before this page."""
        return (self.page - 1) * self.per_page
