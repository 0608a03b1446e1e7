"""Which signals the standard OTEL_* variables ask for."""

import os
from collections.abc import Mapping

SIGNALS = ("traces", "metrics", "logs")


def signals_wanted(environment: Mapping[str, str] | None = None) -> frozenset[str]:
    """Which of traces, metrics and logs have an endpoint and are not off; plus `scraping` if requested."""
    given = os.environ if environment is None else environment
    if given.get("OTEL_SDK_DISABLED", "").strip().lower() == "true":
        return frozenset()
    everywhere = given.get("OTEL_EXPORTER_OTLP_ENDPOINT", "")
    wanted = {
        signal
        for signal in SIGNALS
        if (given.get(f"OTEL_EXPORTER_OTLP_{signal.upper()}_ENDPOINT") or everywhere)
        and "otlp" in _exporters(signal, given)
    }
    return frozenset(wanted | ({"scraping"} if "prometheus" in _exporters("metrics", given) else set()))


def _exporters(signal: str, given: Mapping[str, str]) -> list[str]:
    """The value of OTEL_…_EXPORTER; `otlp` by default."""
    return [name.strip() for name in (given.get(f"OTEL_{signal.upper()}_EXPORTER") or "otlp").split(",")]


def protocol(signal: str, environment: Mapping[str, str] | None = None) -> str:
    """The OTLP protocol; `http/protobuf` by default."""
    given = os.environ if environment is None else environment
    return (
        given.get(f"OTEL_EXPORTER_OTLP_{signal.upper()}_PROTOCOL")
        or given.get("OTEL_EXPORTER_OTLP_PROTOCOL")
        or "http/protobuf"
    )


def identity(component: str, environment: Mapping[str, str] | None = None) -> dict[str, str]:
    """Resource attributes for service name and instance, without those that the environment sets."""
    given = os.environ if environment is None else environment
    said = given.get("OTEL_RESOURCE_ATTRIBUTES", "")
    attributes = {}
    if not given.get("OTEL_SERVICE_NAME") and "service.name=" not in said:
        attributes["service.name"] = f"cartwright-{component}"
    if "service.instance.id=" not in said and (process := given.get("HONCHO_PROCESS_NAME")):
        attributes["service.instance.id"] = f"{process}-{os.getpid()}"
    return attributes
