"""Bugs, planted into one process of the shop: `python -m tests.faults.planted NAME worker` starts it with the bug.

A fault test counts only if it finds its planted bugs. The switches exist here and nowhere in the product.
"""

import os
import sys
from collections.abc import Callable
from typing import Any

BUGS: dict[str, Callable[[], None]] = {}


def bug(function: Callable[[], None]) -> Callable[[], None]:
    """Known by the function's name."""
    BUGS[function.__name__] = function
    return function


@bug
def poison() -> None:
    """No bug of ours: a charge under tok_slow takes its process down."""
    from pipelines.gateways.test_provider import TestProvider

    charge = TestProvider.charge

    async def deadly(self: TestProvider, key: str, *, token: str, **rest: Any) -> Any:
        if token == "tok_slow":
            os._exit(9)
        return await charge(self, key, token=token, **rest)

    TestProvider.charge = deadly  # type: ignore[method-assign]


def plant(name: str) -> None:
    """Plant a bug into this process."""
    BUGS[name]()


if __name__ == "__main__":
    import cli

    plant(sys.argv[1])
    sys.exit(cli.main(sys.argv[2:]))
