"""The metrics of this process in Prometheus's text format 0.0.4, collected at each request."""

import re
from collections.abc import Iterator, Mapping
from typing import Any

from opentelemetry.sdk.metrics.export import Histogram, InMemoryMetricReader, Sum

UNITS = {"s": "_seconds"}
ESCAPES = str.maketrans({"\\": r"\\", '"': r"\"", "\n": r"\n"})


def expose(reader: InMemoryMetricReader) -> str:
    """All metrics, each with its description, type and points."""
    taken = reader.get_metrics_data()
    lines: list[str] = []
    for resource in taken.resource_metrics if taken else ():
        lines += ["# TYPE target_info gauge", f"target_info{_labels(resource.resource.attributes)} 1"]
        for scope in resource.scope_metrics:
            for metric in scope.metrics:
                lines += _family(metric)
    return "\n".join([*lines, ""])


def _family(metric: Any) -> Iterator[str]:
    name = re.sub(r"\W", "_", metric.name) + UNITS.get(metric.unit, "")
    if isinstance(metric.data, Histogram):
        kind = "histogram"
    elif isinstance(metric.data, Sum) and metric.data.is_monotonic:
        name, kind = f"{name}_total", "counter"
    else:
        kind = "gauge"
    yield f"# HELP {name} {metric.description or metric.name}"
    yield f"# TYPE {name} {kind}"
    for point in metric.data.data_points:
        if kind == "histogram":
            yield from _histogram(name, point)
        else:
            yield f"{name}{_labels(point.attributes)} {point.value:g}"


def _histogram(name: str, point: Any) -> Iterator[str]:
    below = 0
    bounds = [*(f"{bound:g}" for bound in point.explicit_bounds), "+Inf"]
    for bound, count in zip(bounds, point.bucket_counts, strict=True):
        below += count
        yield f"{name}_bucket{_labels({**point.attributes, 'le': bound})} {below}"
    yield f"{name}_sum{_labels(point.attributes)} {point.sum:g}"
    yield f"{name}_count{_labels(point.attributes)} {point.count}"


def _labels(attributes: Mapping[str, Any]) -> str:
    words = [
        f'{re.sub(r"[^a-zA-Z0-9_]", "_", name)}="{str(attributes[name]).translate(ESCAPES)}"' for name in attributes
    ]
    return f"{{{','.join(words)}}}" if words else ""
