"""Without a collector, or with one that is gone or hangs, the shop works as ever and ends in time."""

import json
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager

import pytest

from telemetry.exporter_errors import SECONDS_BETWEEN
from tests.faults.processes import ROOT, Shop, until
from tests.faults.shopping import client_of
from tests.servers.throwaway import free_port
from tests.telemetry.test_one_trace import buy

COMPLAINT = "what this process tells may not arrive"
DRAIN_SECONDS = 3
PATIENCE_SECONDS = 1000


@contextmanager
def black_hole() -> Iterator[str]:
    """Takes connections and what is sent over them, and never answers."""
    with closing(socket.create_server(("127.0.0.1", 0), backlog=100)) as hole:
        yield f"http://127.0.0.1:{hole.getsockname()[1]}"


@pytest.mark.faults
@pytest.mark.asyncio
@pytest.mark.parametrize("is_refused", [True, False], ids=["refused", "black-holed"])
async def test_requests_work_nobody_complains_twice_and_the_end_comes_in_time(shop: Shop, is_refused: bool) -> None:
    began = time.monotonic()
    with black_hole() as hole:
        told = {
            "OTEL_EXPORTER_OTLP_ENDPOINT": f"http://127.0.0.1:{free_port()}" if is_refused else hole,
            "OTEL_EXPORTER_OTLP_TIMEOUT": "1" if is_refused else str(PATIENCE_SECONDS),
            "OTEL_EXPORTER_OTLP_METRICS_TIMEOUT": "1",  # one of the three complains soon
            "OTEL_BSP_SCHEDULE_DELAY": "20",
            "OTEL_BLRP_SCHEDULE_DELAY": "20",
            "OTEL_METRIC_EXPORT_INTERVAL": "300",
        }
        web = await shop.web(others=told, drain_seconds=DRAIN_SECONDS)
        worker = shop.worker(others=told, drain_seconds=DRAIN_SECONDS)
        ids = [(await buy(web.url)).json()["id"] for _ in range(10)]
        assert len(set(ids)) == 10
        async with client_of(web.url) as client:
            for _ in range(50):
                assert (await client.get("/")).status_code == 200
        for process in (web.process, worker):
            await until(lambda process=process: COMPLAINT in process.said, within=60, what="it has complained")
        for process in (web.process, worker):
            assert await process.stop() == 0
            assert process.said.count(COMPLAINT) <= 1 + (time.monotonic() - began) // SECONDS_BETWEEN
            assert "ERROR" not in process.said
            assert "Traceback" not in process.said


@pytest.mark.parametrize(
    ("environment", "is_imported"),
    [
        ({}, False),
        ({"OTEL_EXPORTER_OTLP_ENDPOINT": "http://127.0.0.1:1", "OTEL_SDK_DISABLED": "true"}, False),
        ({"OTEL_EXPORTER_OTLP_ENDPOINT": "http://127.0.0.1:1"}, True),
        ({"OTEL_METRICS_EXPORTER": "prometheus"}, True),
    ],
)
def test_opentelemetry_is_imported_only_when_there_is_an_endpoint(
    environment: dict[str, str], is_imported: bool
) -> None:
    script = """
import json, sys
import cli.command_line, web.app, web.http.server, workers.worker_process, telemetry
from core.settings import Settings
stop = telemetry.configure("web", Settings(env="development", secret_key="k" * 48))
web.app.create_app(Settings(env="development", secret_key="k" * 48))
stop()
# the client of Redis, which Huey imports, looks at OpenTelemetry's metrics by itself: that is none of ours
parts = ("opentelemetry.sdk.trace", "opentelemetry.sdk._logs", "opentelemetry.exporter", "google.protobuf", "grpc")
print(json.dumps([name for name in sys.modules if name.startswith(parts)]))
"""
    done = subprocess.run([sys.executable, "-c", script], cwd=ROOT, env=environment, capture_output=True, check=True)
    assert bool(json.loads(done.stdout)) == is_imported, done.stdout


@pytest.mark.parametrize(
    ("variables", "complaint"),
    [
        ({"OTEL_EXPORTER_OTLP_PROTOCOL": "carrier-pigeon"}, "OTEL_EXPORTER_OTLP_PROTOCOL must be"),
        ({"OTEL_BSP_SCHEDULE_DELAY": "-1"}, "an OTEL_* variable has a wrong value: schedule_delay_millis"),
        ({"OTEL_BSP_MAX_QUEUE_SIZE": "1"}, "an OTEL_* variable has a wrong value: max_export_batch_size"),
    ],
)
def test_a_variable_that_cannot_be_obeyed_stops_the_start(variables: dict[str, str], complaint: str) -> None:
    script = """
import sys, telemetry
from core.settings import BadSetting, Settings
try:
    telemetry.configure("web", Settings(env="development", secret_key="k" * 48))
except BadSetting as error:
    print(error)
"""
    environment = {"OTEL_EXPORTER_OTLP_ENDPOINT": "http://127.0.0.1:1", **variables}
    done = subprocess.run([sys.executable, "-c", script], cwd=ROOT, env=environment, capture_output=True, check=True)
    assert complaint in done.stdout.decode()
