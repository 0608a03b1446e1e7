"""OTLP over gRPC, as Aspire asks for it: all three signals arrive, with the key that the receiver wants."""

import os
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import grpc
from opentelemetry.proto.collector.logs.v1 import logs_service_pb2, logs_service_pb2_grpc
from opentelemetry.proto.collector.metrics.v1 import metrics_service_pb2, metrics_service_pb2_grpc
from opentelemetry.proto.collector.trace.v1 import trace_service_pb2, trace_service_pb2_grpc

from tests.faults.processes import ROOT

SCRIPT = """
import logging
import telemetry
from core.settings import Settings
from telemetry.log_lines import set_up
set_up(as_json=True)
stop = telemetry.configure("worker", Settings(env="development", secret_key="k" * 48))
with telemetry.outside("payment charge"):
    logging.getLogger("cartwright.events").info("order.confirmed")
stop()
"""


class Receiver:
    """Keeps requests and the keys they came with."""

    def __init__(self, answer: Any) -> None:
        self.answer, self.requests, self.keys = answer, list[Any](), set[str]()

    def Export(self, request: Any, context: grpc.ServicerContext) -> Any:
        self.requests.append(request)
        self.keys |= {str(value) for key, value in context.invocation_metadata() if key == "x-otlp-api-key"}
        return self.answer


def test_all_signals_arrive_by_grpc() -> None:
    traces = Receiver(trace_service_pb2.ExportTraceServiceResponse())
    metrics = Receiver(metrics_service_pb2.ExportMetricsServiceResponse())
    logs = Receiver(logs_service_pb2.ExportLogsServiceResponse())
    server = grpc.server(ThreadPoolExecutor(4))
    trace_service_pb2_grpc.add_TraceServiceServicer_to_server(traces, server)
    metrics_service_pb2_grpc.add_MetricsServiceServicer_to_server(metrics, server)
    logs_service_pb2_grpc.add_LogsServiceServicer_to_server(logs, server)
    port = server.add_insecure_port("127.0.0.1:0")
    server.start()
    told = {
        "OTEL_EXPORTER_OTLP_ENDPOINT": f"http://127.0.0.1:{port}",
        "OTEL_EXPORTER_OTLP_PROTOCOL": "grpc",
        "OTEL_EXPORTER_OTLP_HEADERS": "x-otlp-api-key=a-key",
        "OTEL_SERVICE_NAME": "worker-1",
    }
    try:
        done = subprocess.run(
            [sys.executable, "-c", SCRIPT], cwd=ROOT, env=os.environ | told, capture_output=True, check=True, text=True
        )
    finally:
        server.stop(None).wait(5)
    said = str([each.requests for each in (traces, metrics, logs)])
    for word in ("payment charge", "cartwright.client.duration", "order.confirmed", "worker-1"):
        assert word in said, done.stderr
    assert traces.keys == metrics.keys == logs.keys == {"a-key"}
    assert "a-key" not in done.stderr + done.stdout
