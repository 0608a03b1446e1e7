"""Gauges of all queues, reported by one process only, because charts add up a gauge over the processes that report it.

The reporting worker calls `report` with a new snapshot every few seconds. Callbacks never read the database, because
readers may come once a second. An old snapshot is no longer reported: its worker froze, or another one reports now.
"""

import time
from collections.abc import Callable, Iterable, Mapping

from opentelemetry.metrics import CallbackOptions, Meter, Observation

from telemetry.queue_state import QueueState

FRESH_SECONDS = 20.0
QUEUE, STATE = "messaging.destination.name", "cartwright.job.state"
WORKER, WORKER_STATE = "cartwright.worker.name", "cartwright.worker.state"


class QueueGauges:
    """Reports the last snapshot while it is younger than `FRESH_SECONDS`."""

    def __init__(self, meter: Meter) -> None:
        self._snapshot: QueueState | None = None
        self._since = 0.0
        self._add(meter, "cartwright.queue.depth", "{job}", _depth)
        self._add(meter, "cartwright.queue.oldest_age", "s", lambda state: _by_queue(state.oldest_age))
        self._add(meter, "cartwright.queue.oldest_age.max", "s", _oldest)
        self._add(meter, "cartwright.queue.throughput", "{job}/s", lambda state: _by_queue(state.throughput))
        self._add(meter, "cartwright.outbox.pending", "{message}", lambda state: [Observation(state.outbox_pending)])
        self._add(meter, "cartwright.outbox.oldest_age", "s", lambda state: [Observation(state.outbox_oldest_age)])
        self._add(
            meter,
            "cartwright.backup.age",
            "s",
            lambda state: [] if state.backup_age is None else [Observation(state.backup_age)],
        )

        self._add(meter, "cartwright.worker.jobs", "{job}", _held)
        self._add(meter, "cartwright.worker.loop_lag", "s", _lags)

    def report(self, snapshot: QueueState | None) -> None:
        """Use this snapshot from now on; None: another process reports."""
        self._snapshot, self._since = snapshot, time.monotonic()

    def _add(self, meter: Meter, name: str, unit: str, read: Callable[[QueueState], Iterable[Observation]]) -> None:
        def observe(_: CallbackOptions) -> Iterable[Observation]:
            snapshot = self._snapshot
            return read(snapshot) if snapshot is not None and time.monotonic() - self._since < FRESH_SECONDS else []

        meter.create_observable_gauge(name, [observe], unit)


def _depth(snapshot: QueueState) -> list[Observation]:
    return [Observation(count, {QUEUE: queue, STATE: state}) for (queue, state), count in snapshot.depth.items()]


def _held(snapshot: QueueState) -> list[Observation]:
    return [Observation(each.jobs, {WORKER: each.name, WORKER_STATE: each.state}) for each in snapshot.workers]


def _lags(snapshot: QueueState) -> list[Observation]:
    return [Observation(each.loop_lag_seconds, {WORKER: each.name}) for each in snapshot.workers]


def _oldest(snapshot: QueueState) -> list[Observation]:
    return [Observation(max(snapshot.oldest_age.values(), default=0.0))]


def _by_queue(values: Mapping[str, float]) -> list[Observation]:
    return [Observation(value, {QUEUE: queue}) for queue, value in values.items()]
