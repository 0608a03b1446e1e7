"""An OTLP receiver over HTTP: it decodes what it is sent and keeps it for the tests to look through."""

import gzip
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

from google.protobuf.json_format import MessageToJson
from opentelemetry.proto.collector.logs.v1.logs_service_pb2 import ExportLogsServiceRequest
from opentelemetry.proto.collector.metrics.v1.metrics_service_pb2 import ExportMetricsServiceRequest
from opentelemetry.proto.collector.trace.v1.trace_service_pb2 import ExportTraceServiceRequest

REQUESTS: dict[str, Any] = {
    "/v1/traces": ExportTraceServiceRequest,
    "/v1/metrics": ExportMetricsServiceRequest,
    "/v1/logs": ExportLogsServiceRequest,
}


@dataclass(frozen=True)
class Span:
    """One span, with the ids in hex and the service that told it."""

    service: str
    name: str
    kind: int
    trace: str
    id: str
    parent: str
    links: tuple[tuple[str, str], ...]
    attributes: dict[str, Any]
    failed: bool


@dataclass
class Collector:
    """What came."""

    url: str = ""
    bodies: dict[str, list[Any]] = field(default_factory=lambda: {path: [] for path in REQUESTS})

    @property
    def spans(self) -> list[Span]:
        return [
            _span(_named(resource.resource.attributes).get("service.name", ""), span)
            for body in list(self.bodies["/v1/traces"])
            for resource in body.resource_spans
            for scope in resource.scope_spans
            for span in scope.spans
        ]

    @property
    def metrics(self) -> dict[str, list[tuple[dict[str, Any], Any]]]:
        """Each metric by its name: its points with their attributes, the latest last."""
        found: dict[str, list[tuple[dict[str, Any], Any]]] = {}
        for _, metric in self._metrics():
            data = getattr(metric, metric.WhichOneof("data"))
            points = found.setdefault(metric.name, [])
            points += [(_named(point.attributes), point) for point in data.data_points]
        return found

    @property
    def units(self) -> dict[str, str]:
        return {metric.name: metric.unit for _, metric in self._metrics()}

    def processes_sending(self, name: str) -> list[str]:
        """Which process sent the metric, each time it came."""
        return [resource["service.instance.id"] for resource, metric in self._metrics() if metric.name == name]

    @property
    def resources(self) -> list[dict[str, Any]]:
        return [_named(part.resource.attributes) for body in self.bodies["/v1/traces"] for part in body.resource_spans]

    @property
    def logs(self) -> list[tuple[str, dict[str, Any], str]]:
        """Body, attributes and trace id of each record."""
        return [
            (record.body.string_value, _named(record.attributes), record.trace_id.hex())
            for body in list(self.bodies["/v1/logs"])
            for resource in body.resource_logs
            for scope in resource.scope_logs
            for record in scope.log_records
        ]

    def everything(self) -> str:
        """All that was told, as text."""
        return "\n".join(MessageToJson(body) for bodies in self.bodies.values() for body in bodies)

    def _metrics(self) -> Iterator[tuple[dict[str, Any], Any]]:
        for body in list(self.bodies["/v1/metrics"]):
            for resource in body.resource_metrics:
                for scope in resource.scope_metrics:
                    for metric in scope.metrics:
                        yield _named(resource.resource.attributes), metric


def _span(service: str, span: Any) -> Span:
    return Span(
        service,
        span.name,
        span.kind,
        span.trace_id.hex(),
        span.span_id.hex(),
        span.parent_span_id.hex(),
        tuple((link.trace_id.hex(), link.span_id.hex()) for link in span.links),
        _named(span.attributes),
        span.status.code == 2,
    )


def _named(attributes: Any) -> dict[str, Any]:
    return {each.key: getattr(each.value, each.value.WhichOneof("value")) for each in attributes}


@contextmanager
def collecting() -> Iterator[Collector]:
    """The receiver on a free port."""
    collector = Collector()

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_POST(self) -> None:
            body = self.rfile.read(int(self.headers["Content-Length"]))
            if self.headers.get("Content-Encoding") == "gzip":
                body = gzip.decompress(body)
            collector.bodies[self.path].append(REQUESTS[self.path].FromString(body))
            self.send_response(200)
            self.send_header("Content-Length", "0")
            self.end_headers()

        def log_message(self, *_: Any) -> None:
            return

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    collector.url = f"http://127.0.0.1:{server.server_port}"
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield collector
    finally:
        server.shutdown()
        server.server_close()
