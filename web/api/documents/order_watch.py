"""Skips reads while no process has committed anything, so that waiting for an order costs little."""

from models.database import changes


class Watch:
    """One waiting client. On a database without a cheap counter of commits it never skips a read."""

    def __init__(self) -> None:
        self._seen: int | None = None

    def may_have_changed(self) -> bool:
        """Whether any process may have committed since the last call."""
        before, self._seen = self._seen, changes()  # before the read: later commits count for the next call
        return self._seen is None or self._seen != before
