"""Names, units and buckets of the metrics. docs/observability.md explains each."""

from opentelemetry.metrics import Meter

DURATIONS = (0.005, 0.01, 0.025, 0.05, 0.075, 0.1, 0.25, 0.5, 0.75, 1, 2.5, 5, 7.5, 10)  # seconds
WAITS = (0.1, 0.5, 1, 2, 5, 10, 30, 60, 120, 300, 600, 1800, 3600)  # seconds


class Instruments:
    """The metrics that each process reports about its own work; those of all queues are in `gauges`."""

    def __init__(self, meter: Meter) -> None:
        def seconds(name: str, words: str, buckets: tuple[float, ...] = DURATIONS):  # type: ignore[no-untyped-def]
            return meter.create_histogram(name, "s", words, explicit_bucket_boundaries_advisory=buckets)

        self.requests = seconds("http.server.request.duration", "how long requests took")
        self.database = seconds("db.client.operation.duration", "how long units of work took, waiting included")
        self.waits = seconds("cartwright.queue.wait", "from due to started", WAITS)
        self.end_to_end = seconds("cartwright.job.end_to_end", "from order placed to message accepted", WAITS)
        self.processing = seconds("messaging.process.duration", "how long an attempt took")
        self.mail = seconds("smtp.client.operation.duration", "how long a hand-over to the mail server took")
        self.calls = seconds("cartwright.client.duration", "how long other calls outside took")
        self.attempts = meter.create_counter("cartwright.job.attempts", "{attempt}", "attempts by how they came out")
        self.active = meter.create_up_down_counter("cartwright.worker.jobs.active", "{job}", "jobs being worked on")
        self.sent = meter.create_counter("messaging.client.sent.messages", "{message}", "jobs enqueued")
