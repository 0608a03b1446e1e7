"""Gauges of the whole queue, told by one process only: charts add a gauge up over the processes that tell it.

Whoever reports calls `show` with a fresh look every few seconds. A callback never asks the database, because readers
may come once a second. A look that has grown old is not told any more: its process was frozen, or lost the office.
"""

import time
from collections.abc import Callable, Iterable, Mapping

from opentelemetry.metrics import CallbackOptions, Meter, Observation

from telemetry.queue_state import QueueState

FRESH_SECONDS = 20.0
LANE, STATE = "messaging.destination.name", "cartwright.job.state"


class QueueGauges:
    """Tells the last look, as long as it is fresh."""

    def __init__(self, meter: Meter) -> None:
        self._look: QueueState | None = None
        self._since = 0.0
        self._add(meter, "cartwright.queue.depth", "{job}", _depth)
        self._add(meter, "cartwright.queue.oldest_age", "s", lambda look: _by_lane(look.oldest_age))
        self._add(meter, "cartwright.queue.oldest_age.max", "s", _oldest)
        self._add(meter, "cartwright.queue.throughput", "{job}/s", lambda look: _by_lane(look.throughput))
        self._add(meter, "cartwright.outbox.pending", "{message}", lambda look: [Observation(look.outbox_pending)])
        self._add(meter, "cartwright.outbox.oldest_age", "s", lambda look: [Observation(look.outbox_oldest_age)])

    def show(self, look: QueueState | None) -> None:
        """Tell this from now on; None: somebody else does."""
        self._look, self._since = look, time.monotonic()

    def _add(self, meter: Meter, name: str, unit: str, read: Callable[[QueueState], Iterable[Observation]]) -> None:
        def observe(_: CallbackOptions) -> Iterable[Observation]:
            look = self._look
            return read(look) if look is not None and time.monotonic() - self._since < FRESH_SECONDS else []

        meter.create_observable_gauge(name, [observe], unit)


def _depth(look: QueueState) -> list[Observation]:
    return [Observation(count, {LANE: lane, STATE: state}) for (lane, state), count in look.depth.items()]


def _oldest(look: QueueState) -> list[Observation]:
    return [Observation(max(look.oldest_age.values(), default=0.0))]


def _by_lane(values: Mapping[str, float]) -> list[Observation]:
    return [Observation(value, {LANE: lane}) for lane, value in values.items()]
