"""The whole queue at one moment, for the gauges; known without OpenTelemetry."""

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True)
class QueueState:
    """The queue by lane."""

    depth: Mapping[tuple[str, str], int] = field(default_factory=dict)  # (lane, ready | delayed | running | dead)
    oldest_age: Mapping[str, float] = field(default_factory=dict)  # seconds that the oldest due job has waited
    throughput: Mapping[str, float] = field(default_factory=dict)  # jobs done a second, over the last 30 s
    outbox_pending: int = 0
    outbox_oldest_age: float = 0.0  # seconds
