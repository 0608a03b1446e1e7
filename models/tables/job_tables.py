"""The job ledger: what has to be done, each attempt's life, and who is there to do it."""

from tortoise import fields

from models.tables.base_record import Record
from models.tables.column_types import moment, public_id, short


class Job(Record):
    id = fields.BigIntField(primary_key=True)
    public_id = public_id()
    kind = short(60)
    queue = short(20)
    priority = fields.IntField()  # low first
    dedupe_key = short(160)
    subject_type = short(20, default="")
    subject_id = fields.BigIntField(null=True)
    payload = fields.TextField(default="{}")  # JSON
    state = short(10)  # queued | running | succeeded | dead | cancelled
    run_at = moment()
    attempt = fields.IntField(default=0)
    max_attempts = fields.IntField()
    crashes = fields.IntField(default=0)
    deferrals = fields.IntField(default=0)
    fence = fields.IntField(default=0)  # rises at each claim and never falls
    owner = short(120, null=True)
    lease_until = moment(null=True)
    parent_id = fields.BigIntField(null=True)  # of a repeat that an earlier version wrote: the job whose place it took
    traceparent = short(60, default="")
    error_type = short(120, default="")
    error_message = fields.TextField(default="")
    failure = short(16, default="")  # which of the failures that are alike it met last
    concurrency_key = short(40, default="")  # jobs with the same one share a limit: the endpoint of a webhook delivery
    created_at = moment()
    started_at = moment(null=True)
    finished_at = moment(null=True)

    class Meta:
        table = "job"
        unique_together = (("kind", "dedupe_key"),)
        indexes = (("state", "id"), ("subject_type", "subject_id"), ("kind", "id"))


class JobEvent(Record):
    id = fields.BigIntField(primary_key=True)
    job_id = fields.BigIntField()
    type = short(
        10
    )  # claimed | succeeded | failed | deferred | released | lost | and of people: cancelled | retried | discarded
    attempt = fields.IntField()
    fence = fields.IntField()
    worker = short(120, default="")
    at = moment()
    lasted_ms = fields.BigIntField(null=True)  # the wait that a claim ended, or the attempt that any other end did
    lease_until = moment(null=True)  # of a lost job: the lease it ended
    error_type = short(120, default="")
    error_message = fields.TextField(default="")
    trace = fields.TextField(default="")

    class Meta:
        table = "job_event"
        indexes = (("job_id", "id"),)


class Worker(Record):
    name = short(120, primary_key=True)
    host = short(120)
    pid = fields.IntField()
    queues = short(200)
    concurrency = fields.IntField()
    running = fields.IntField(default=0)
    state = short(10)  # alive | draining | stalled | lost, once it is known to be dead
    started_at = moment()
    last_seen_at = moment()
    rss_bytes = fields.BigIntField(default=0)
    loop_lag_ms = fields.BigIntField(default=0)  # how long its event loop has been blocked
    version = short(40, default="")

    class Meta:
        table = "worker"


class Queue(Record):
    name = short(20, primary_key=True)
    is_paused = fields.BooleanField(default=False)
    paused_by = short(254, default="")
    paused_at = moment(null=True)

    class Meta:
        table = "queue"
