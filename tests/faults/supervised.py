"""A shop under `cartwright up`, and its children."""

import contextlib
import os
import signal
from pathlib import Path
from typing import Any

from tests.faults import books
from tests.faults.processes import Shop, Web
from tests.faults.shopping import Guest, client_of, products
from tests.servers.throwaway import free_port

SETTINGS = {"worker_name": "", "drain_seconds": 5}


class Up:
    """A supervised shop with its children."""

    def __init__(
        self, shop: Shop, *, workers: int, planted: str, in_children: str = "", port: int = 0, **settings: Any
    ) -> None:
        self.port = port or free_port()
        if in_children:
            planted = f"children_planted,{planted}"
            settings["others"] = {**settings.get("others", {}), "PLANTED_IN_CHILDREN": in_children}
        words = ("up", "--workers", str(workers))
        self.process = shop.start(*words, port=self.port, planted=planted, **{**SETTINGS, **settings})
        self.web = Web(self.process, self.port)

    def children(self) -> dict[int, str]:
        """The pids of those that live, and what each is: `web` or `worker`."""
        found = {}
        with contextlib.suppress(FileNotFoundError):
            for pid in Path(f"/proc/{self.process.pid}/task/{self.process.pid}/children").read_text().split():
                with contextlib.suppress(FileNotFoundError, ProcessLookupError):
                    words = Path(f"/proc/{pid}/cmdline").read_bytes().split(b"\0")
                    for kind in {b"web", b"worker"} & {*words}:
                        found[int(pid)] = kind.decode()
        return found

    async def sells(self) -> str:
        """Wait until an order is taken, and until it is decided; its id."""
        (product,) = await products(1)
        async with client_of(self.web.url) as client:
            guest = Guest(client)
            await guest.fill([(product, 1)])
            answer = await guest.order_until_answered()
            assert answer.status_code == 202, answer.text
        await books.settled()
        return str(answer.json()["id"])


def kill(pid: int, number: signal.Signals = signal.SIGKILL) -> None:
    with contextlib.suppress(ProcessLookupError):
        os.kill(pid, number)


def is_stopped(pid: int) -> bool:
    """Whether SIGSTOP holds it."""
    return _state(pid) == "T"


def is_alive(pid: int) -> bool:
    """Whether it runs or is stopped."""
    return _state(pid) not in ("", "Z")


def _state(pid: int) -> str:
    """The letter of its state; empty when it is gone."""
    with contextlib.suppress(FileNotFoundError, ProcessLookupError):
        return Path(f"/proc/{pid}/stat").read_text().rpartition(") ")[2][0]
    return ""
