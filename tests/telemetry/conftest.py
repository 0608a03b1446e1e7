"""Real processes that tell a real receiver."""

from collections.abc import Iterator

import pytest

from tests.faults.conftest import *  # noqa: F403  the same shop, with all that it stands on
from tests.telemetry.collector import Collector, collecting


@pytest.fixture
def collector() -> Iterator[Collector]:
    with collecting() as one:
        yield one


@pytest.fixture
def told(collector: Collector) -> dict[str, str]:
    """The environment of processes that tell this collector, without the usual patience."""
    return {
        "OTEL_EXPORTER_OTLP_ENDPOINT": collector.url,
        "OTEL_BSP_SCHEDULE_DELAY": "50",
        "OTEL_BLRP_SCHEDULE_DELAY": "50",
        "OTEL_METRIC_EXPORT_INTERVAL": "250",
    }
