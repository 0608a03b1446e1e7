"""Looks for news without asking the database for what cannot have changed: who waits long for an order costs little."""

from models.database import changes


class Watch:
    """One who waits. Where it cannot be told cheaply whether anything was committed, every look is worth it."""

    def __init__(self) -> None:
        self._seen: int | None = None

    def may_have_changed(self) -> bool:
        """Whether anything was committed, by any process, since this was asked last."""
        before, self._seen = self._seen, changes()  # before the look: what is committed meanwhile is for the next one
        return self._seen is None or self._seen != before
