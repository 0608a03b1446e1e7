"""What the borders hold while something is going on; without an endpoint it is this one thing that does nothing."""

from collections.abc import Mapping
from types import TracebackType


class Call:
    """Something that began and will end. An exception that leaves it makes it a failure of that type."""

    __slots__ = ()

    def describe(self, attributes: Mapping[str, str | int]) -> None:
        """Say more about it, in few different words: they divide the measurements too."""

    def fail(self, error_type: str) -> None:
        """It did not do what it was to do; `error_type` is one of a few words, never a sentence."""

    def end_as(self, outcome: str) -> None:
        """How it came out."""

    def __enter__(self) -> "Call":
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        return


NOTHING = Call()
