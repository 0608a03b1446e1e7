"""Named places where a fault test may make the program fail. They do nothing unless told to, and never in production.

`CARTWRIGHT_FAILPOINTS` is a list such as `after_charge=kill:0.1,before_settle=stop`: name, what happens, how likely.
"""

import os
import random
import signal
import time

_armed: dict[str, tuple[str, float]] = {}


class Failed(Exception):
    """What a failpoint set to `error` raises."""


def arm(specification: str) -> None:
    """Set the failpoints of this process, replacing any set before.

    Raises:
        ValueError: the text is not such a list.
    """
    _armed.clear()
    for part in filter(None, specification.split(",")):
        name, _, rest = part.partition("=")
        action, _, chance = rest.partition(":")
        if action not in ("kill", "stop", "error", "slow"):
            raise ValueError(f"failpoint {name!r}: expected kill, stop, error or slow, not {action!r}")
        _armed[name.strip()] = (action, float(chance or 1))


def failpoint(name: str) -> None:
    """A place that can fail."""
    if not _armed or name not in _armed:
        return
    action, chance = _armed[name]
    if random.random() >= chance:  # noqa: S311  nothing secret about when a test fails
        return
    if action == "kill":
        os.kill(os.getpid(), signal.SIGKILL)
    elif action == "stop":
        os.kill(os.getpid(), signal.SIGSTOP)
    elif action == "slow":
        time.sleep(0.2)
    else:
        raise Failed(name)
