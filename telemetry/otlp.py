"""Starts the three signals with exporters that never make anybody wait: they send from threads of their own.

What cannot be sent is dropped, and a complaint about the collector is written at most once a minute.
"""

import importlib
import threading
import time
from collections.abc import Callable, Sequence
from functools import partial
from typing import Any, Protocol

from opentelemetry.sdk._logs import LoggerProvider
from opentelemetry.sdk._logs.export import BatchLogRecordProcessor
from opentelemetry.sdk.metrics import MeterProvider
from opentelemetry.sdk.metrics.export import InMemoryMetricReader, MetricReader, PeriodicExportingMetricReader
from opentelemetry.sdk.resources import Resource
from opentelemetry.sdk.trace import TracerProvider
from opentelemetry.sdk.trace.export import BatchSpanProcessor
from opentelemetry.sdk.trace.sampling import ALWAYS_OFF

from core.settings import VERSION, BadSetting, Settings
from telemetry import exporter_errors
from telemetry.endpoint import identity, protocol
from telemetry.exposition import expose
from telemetry.log_export import export_logs
from telemetry.recorder import Recorder

SHUTDOWN_SECONDS = 1.5
SCOPE = "cartwright"
PACKAGES = {"http/protobuf": "opentelemetry.exporter.otlp.proto.http", "grpc": "opentelemetry.exporter.otlp.proto.grpc"}
MODULES = {
    "traces": ("trace_exporter", "OTLPSpanExporter"),
    "metrics": ("metric_exporter", "OTLPMetricExporter"),
    "logs": ("_log_exporter", "OTLPLogExporter"),
}
SYSTEMS = {"sqlite": "huey", "amqp": "rabbitmq", "amqps": "rabbitmq", "redis": "redis", "rediss": "redis"}


class SignalProvider(Protocol):
    """What the SDK's three providers have in common."""

    def shutdown(self) -> Any:
        """Send what waits, then stop."""
        ...


def start(component: str, settings: Settings, signals: frozenset[str]) -> tuple[Recorder, Callable[[], None]]:
    """The recorder of this process, and what ends it.

    Raises:
        BadSetting: an OTEL_* variable asks for something there is not.
    """
    exporter_errors.limit()
    try:
        return _start(component, settings, signals)
    except ValueError as error:  # the SDK's, for what it cannot do by itself with a number
        raise BadSetting(f"an OTEL_* variable has a wrong value: {error}") from None


def _start(component: str, settings: Settings, signals: frozenset[str]) -> tuple[Recorder, Callable[[], None]]:
    who = _resource(component, settings)
    scraped = InMemoryMetricReader() if "scraping" in signals else None
    meters, traces = _meters(who, signals, scraped), _traces(who, signals)
    providers: list[SignalProvider] = [traces, meters]
    if "logs" in signals:
        logs = LoggerProvider(resource=who, shutdown_on_exit=False)
        logs.add_log_record_processor(BatchLogRecordProcessor(_exporter("logs")))
        export_logs(logs.get_logger(SCOPE, VERSION))
        providers.append(logs)
    recorder = Recorder(
        traces.get_tracer(SCOPE, VERSION),
        meters.get_meter(SCOPE, VERSION),
        messaging_system=SYSTEMS[settings.queue_url.partition(":")[0]],
        database_system="sqlite" if settings.database_url.startswith("sqlite") else "postgresql",
        expose=partial(expose, scraped) if scraped else None,
    )
    return recorder, lambda: _stop(providers)


def _meters(who: Resource, signals: frozenset[str], scraped: MetricReader | None) -> MeterProvider:
    readers = [scraped] if scraped else []
    if "metrics" in signals:
        readers.append(PeriodicExportingMetricReader(_exporter("metrics")))
    return MeterProvider(readers, who, shutdown_on_exit=False)


def _traces(who: Resource, signals: frozenset[str]) -> TracerProvider:
    sampler = None if "traces" in signals else ALWAYS_OFF  # None: as OTEL_TRACES_SAMPLER says
    traces = TracerProvider(sampler, who, shutdown_on_exit=False)
    if "traces" in signals:
        traces.add_span_processor(BatchSpanProcessor(_exporter("traces")))
    return traces


def _stop(providers: Sequence[SignalProvider]) -> None:
    """All at once, and no longer than the limit: a collector that is gone must not hold the end of the process."""
    threads = [threading.Thread(target=provider.shutdown, daemon=True) for provider in providers]
    for thread in threads:
        thread.start()
    deadline = time.monotonic() + SHUTDOWN_SECONDS
    for thread in threads:
        thread.join(max(0.0, deadline - time.monotonic()))


def _resource(component: str, settings: Settings) -> Resource:
    attributes = {
        "service.namespace": "cartwright",
        "service.version": VERSION,
        "cartwright.component": component,
        "deployment.environment.name": settings.env,
        **identity(component),
    }
    return Resource.create(attributes)  # create(), never Resource(): what the environment says must survive


def _exporter(signal: str) -> Any:
    module, name = MODULES[signal]
    wanted = protocol(signal)
    if wanted not in PACKAGES:
        raise BadSetting(f"OTEL_EXPORTER_OTLP_PROTOCOL must be {' or '.join(PACKAGES)}, not {wanted!r}")
    try:
        return getattr(importlib.import_module(f"{PACKAGES[wanted]}.{module}"), name)()
    except ImportError:
        raise BadSetting(f"OTEL_EXPORTER_OTLP_PROTOCOL is {wanted}, but its exporter is not installed") from None
