"""What each fault does to the shop and to what it depends on, and how it ends."""

import contextlib
import random
import signal
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from cli.proof.fault_plan import PlannedFault
from cli.proof.outside_servers import StoppableServer
from cli.proof.small_disk import Disk
from cli.proof.throwaway_shop import ThrowawayShop, signal_process

MODES = {
    "provider_hangs": "hang",
    "provider_loses_answers": "hang_after",
    "provider_fails": "fail",
    "provider_refuses": "refuse",
    "provider_answers_nonsense": "garbage",
    "provider_lies": "lie",
}
VICTIM_SECONDS = 6.0  # how long to wait until there is a process that does its work


@dataclass
class Premises:
    """The shop, and what it depends on.

    Attributes:
        queue: the gate before the broker, or None on Huey, whose queue is the file `queue_file`.
        database: the gate before PostgreSQL, or None on SQLite.
        disk: of the SQLite file; None where there is none that can be filled.
    """

    shop: ThrowawayShop
    mail: StoppableServer
    queue: StoppableServer | None = None
    queue_file: Path | None = None
    database: StoppableServer | None = None
    disk: Disk | None = None
    left_out: dict[str, str] = field(default_factory=dict)  # the faults that cannot happen here, and why
    _modes: list[str] = field(default_factory=list)  # what the provider was told and not told to leave yet
    _lock: threading.Lock = field(default_factory=threading.Lock)

    @contextlib.contextmanager
    def provider_told(self, mode: str) -> Iterator[None]:
        """The test provider behaves like that meanwhile; of several at once the last one told counts."""
        self._tell(mode, begins=True)
        try:
            yield
        finally:
            self._tell(mode, begins=False)

    def _tell(self, mode: str, *, begins: bool) -> None:
        with self._lock:
            if begins:
                self._modes.append(mode)
            else:
                self._modes.remove(mode)
            mode_file = self.shop.data_folder / "test-provider.mode"
            mode_file.write_text(self._modes[-1] if self._modes else "", encoding="utf-8")


Fault = Callable[[Premises, random.Random], "contextlib.AbstractContextManager[str]"]


def _killed(kind: str) -> Fault:
    @contextlib.contextmanager
    def fault(premises: Premises, draw: random.Random) -> Iterator[str]:
        pid = _victim(premises.shop, kind, draw)
        if pid is not None:
            signal_process(pid, signal.SIGKILL)
        yield f"{kind} {pid} killed" if pid else f"no {kind} to kill"

    return fault


def _frozen(kind: str) -> Fault:
    @contextlib.contextmanager
    def fault(premises: Premises, draw: random.Random) -> Iterator[str]:
        pid = _victim(premises.shop, kind, draw)
        if pid is None:
            yield f"no {kind} to freeze"
            return
        signal_process(pid, signal.SIGSTOP)
        try:
            yield f"{kind} {pid} frozen"
        finally:
            signal_process(pid, signal.SIGCONT)

    return fault


def _victim(shop: ThrowawayShop, kind: str, draw: random.Random) -> int | None:
    """One that is hit while the shop is open, if it opens in time: to hit a closed shop again would prove less."""
    deadline = time.monotonic() + VICTIM_SECONDS
    while time.monotonic() < deadline and not (shop.one_of(kind, draw) and (kind == "worker" or shop.is_ready())):
        time.sleep(0.1)
    return shop.one_of(kind, draw)


def _told(mode: str) -> Fault:
    @contextlib.contextmanager
    def fault(premises: Premises, _: random.Random) -> Iterator[str]:
        with premises.provider_told(mode):
            yield f"provider told to {mode}"

    return fault


@contextlib.contextmanager
def _queue_stopped(premises: Premises, _: random.Random) -> Iterator[str]:
    if premises.queue is None:
        assert premises.queue_file is not None
        for end in ("", "-wal", "-shm"):
            premises.queue_file.with_name(premises.queue_file.name + end).unlink(missing_ok=True)
        yield "queue file deleted"
        return
    with _stopped(premises.queue):
        yield "broker cut off"


@contextlib.contextmanager
def _mail_stopped(premises: Premises, _: random.Random) -> Iterator[str]:
    with _stopped(premises.mail):
        yield "mail server stopped"


@contextlib.contextmanager
def _database_cut_off(premises: Premises, _: random.Random) -> Iterator[str]:
    assert premises.database is not None
    with _stopped(premises.database):
        yield "database cut off"


@contextlib.contextmanager
def _disk_full(premises: Premises, _: random.Random) -> Iterator[str]:
    assert premises.disk is not None
    with premises.disk.full():
        yield "disk full"


@contextlib.contextmanager
def _stopped(server: StoppableServer) -> Iterator[None]:
    server.stop()
    try:
        yield
    finally:
        server.start()


FAULTS: dict[str, Fault] = {
    **{f"{kind}_killed": _killed(kind) for kind in ("web", "worker", "supervisor")},
    **{f"{kind}_frozen": _frozen(kind) for kind in ("web", "worker", "supervisor")},
    **{name: _told(mode) for name, mode in MODES.items()},
    "queue_stopped": _queue_stopped,
    "mail_stopped": _mail_stopped,
    "database_cut_off": _database_cut_off,
    "disk_full": _disk_full,
}


def inflict(premises: Premises, planned: Sequence[PlannedFault], told: Callable[[float, str], None]) -> None:
    """Let the faults happen at their times, several at once where they overlap; returns when the last is over.

    `told` gets the seconds since the beginning and what happens.
    """
    began = time.monotonic()
    failed: list[BaseException] = []

    def happen(each: PlannedFault) -> None:
        time.sleep(max(0.0, began + each.at_seconds - time.monotonic()))
        try:
            with FAULTS[each.name](premises, random.Random(each.draw)) as words:  # noqa: S311  to be repeated
                lasting = "" if each.name.endswith("_killed") else f" for {each.lasts_seconds:.1f} s"
                told(time.monotonic() - began, words + lasting)
                time.sleep(each.lasts_seconds)
        except BaseException as error:
            failed.append(error)

    threads = [threading.Thread(target=happen, args=(each,), name=each.name, daemon=True) for each in planned]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    if failed:
        raise failed[0]
