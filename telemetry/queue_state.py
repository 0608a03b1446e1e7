"""A snapshot of all queues for the gauges; importable without OpenTelemetry."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple


class WorkerGauge(NamedTuple):
    """A worker process, under its name in the worker registry."""

    name: str
    state: str  # alive | draining | stalled | lost
    jobs: int  # that it holds
    loop_lag_seconds: float


@dataclass(frozen=True)
class QueueState:
    """The snapshot, by queue."""

    depth: Mapping[tuple[str, str], int] = field(default_factory=dict)  # (queue, ready | delayed | running | dead)
    oldest_age: Mapping[str, float] = field(default_factory=dict)  # seconds that the oldest due job has waited
    throughput: Mapping[str, float] = field(default_factory=dict)  # jobs done a second, over the last 30 s
    outbox_pending: int = 0
    outbox_oldest_age: float = 0.0  # seconds
    backup_age: float | None = None  # seconds since the newest backup that counts; None if there is none
    workers: Sequence[WorkerGauge] = ()
