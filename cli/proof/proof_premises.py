"""Sets up what a proof needs: folder, disk, servers beside the shop, and the shop itself, open."""

import contextlib
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from cli.proof.fault_kinds import Premises
from cli.proof.outside_servers import Gate, MailServer, Outside, gate_before
from cli.proof.small_disk import Disk, LimitedDisk, disk_for
from cli.proof.throwaway_shop import ThrowawayShop

WORKERS = 2
SQLITE = "sqlite:///"
NO_GATE = "its URL names no single host that is reached without TLS"


@dataclass(frozen=True)
class ProofTerms:
    """What is to be proved, and on what.

    Attributes:
        seconds: how long orders are placed in a round.
        database_url, queue_url: given ones; empty for files of our own.
        is_disk_mounted: whether the disk has to be a file system of its own (True), may not be (False), or may be.
    """

    seed: int
    seconds: float
    shoppers: int
    database_url: str = ""
    queue_url: str = ""
    is_disk_mounted: bool | None = None


@contextlib.contextmanager
def premises_of(terms: ProofTerms, folder: Path) -> Iterator[tuple[Premises, str]]:
    """The premises and the database's URL; all processes are gone afterwards, the folder's files stay.

    Raises:
        ShopClosed: the shop does not open.
        OSError: a disk that has to be mounted cannot be.
    """
    with contextlib.ExitStack() as stack:
        shops: list[ThrowawayShop] = []
        disk = _disk(terms, folder / "disk", lambda: (pid for shop in shops for pid in shop.pids()), stack)
        database_url = terms.database_url or f"{SQLITE}{folder}/disk/shop.db"
        queue_url = terms.queue_url or f"{SQLITE}{folder}/disk/queue.db"
        outside = Outside()
        stack.callback(outside.close)
        mail = MailServer(outside)
        database, through_database = _gate(outside, database_url)
        queue, through_queue = _gate(outside, queue_url)
        for server in filter(None, (mail, database, queue)):
            server.start()
            stack.callback(server.stop)
        settings = {"smtp_url": f"smtp://127.0.0.1:{mail.port}"}
        settings |= {"database_url": through_database, "queue_url": through_queue}
        shop = ThrowawayShop(folder, settings, workers=WORKERS)
        stack.callback(shop.close)
        shops.append(shop)
        shop.run("migrate")
        shop.run("seed")
        shop.open()
        queue_file = Path(queue_url.removeprefix(SQLITE)) if queue_url.startswith(SQLITE) else None
        premises = Premises(shop, mail, queue, queue_file, database, disk)
        premises.left_out = _left_out(premises, is_sqlite=database_url.startswith(SQLITE))
        yield premises, database_url


def _disk(
    terms: ProofTerms, folder: Path, pids: Callable[[], Iterable[int]], stack: contextlib.ExitStack
) -> Disk | None:
    """The disk of the SQLite file; None where there is none that can be filled."""
    if terms.database_url:
        folder.mkdir()
        return LimitedDisk(folder, pids) if terms.database_url.startswith(SQLITE) else None
    disk = disk_for(folder, pids, is_mounted=terms.is_disk_mounted)
    if disk is not None:
        stack.callback(disk.close)
    return disk


def _gate(outside: Outside, url: str) -> tuple[Gate | None, str]:
    """A gate where one can stand, and the URL for the shop."""
    return gate_before(outside, url) or (None, url)


def _left_out(premises: Premises, *, is_sqlite: bool) -> dict[str, str]:
    """The faults that cannot happen here, and why."""
    found = {}
    if premises.disk is None:
        found["disk_full"] = "this system has no way to" if is_sqlite else "the disk is the database server's"
    if premises.database is None:
        found["database_cut_off"] = "SQLite has no server" if is_sqlite else NO_GATE
    if premises.queue is None and premises.queue_file is None:
        found["queue_stopped"] = NO_GATE
    return found
