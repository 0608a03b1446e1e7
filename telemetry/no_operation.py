"""The interface of a recorded call, and the implementation that does nothing, used without an endpoint."""

from collections.abc import Mapping
from types import TracebackType


class Call:
    """A call that is recorded when it ends. An exception that leaves it marks it as failed with that type."""

    __slots__ = ()

    def describe(self, attributes: Mapping[str, str | int]) -> None:
        """Add attributes. They become dimensions of metrics too, so each must have few different values."""

    def fail(self, error_type: str) -> None:
        """Mark it as failed; `error_type` comes from a short list and is never a sentence."""

    def end_as(self, outcome: str) -> None:
        """Set the outcome."""

    def __enter__(self) -> "Call":
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        return


NOTHING = Call()
