"""What running the jobs leaves behind: kinds that rest, failures that are alike, batches of admins, and figures."""

from tortoise import fields

from models.tables.base_record import Record
from models.tables.column_types import moment, public_id, short


class PausedKind(Record):
    kind = short(60, primary_key=True)
    reason = short(500, default="")
    paused_by = short(254)
    paused_at = moment()

    class Meta:
        table = "paused_kind"


class Failure(Record):
    id = short(16, primary_key=True)  # the start of a hash of kind, type, place and words
    kind = short(60)
    type = short(120)
    place = short(200, default="")  # the last line of ours in the trace
    words = short(500)  # the message without numbers and names
    times = fields.IntField()
    first_at = moment()
    last_at = moment()

    class Meta:
        table = "failure"


class FailureFigure(Record):
    """How often a failure happened in five minutes."""

    id = fields.BigIntField(primary_key=True)
    at = moment()  # their beginning
    failure = short(16)
    times = fields.IntField()

    class Meta:
        table = "failure_figure"
        unique_together = (("at", "failure"),)


class BacklogFigure(Record):
    """The most jobs that were due in a queue in one minute or hour, and the longest wait of one that was still due."""

    id = fields.BigIntField(primary_key=True)
    span = short(6)  # minute | hour
    at = moment()  # its beginning
    queue = short(20)
    depth = fields.IntField()
    oldest_ms = fields.BigIntField()

    class Meta:
        table = "backlog_figure"
        unique_together = (("span", "at", "queue"),)


class JobBatch(Record):
    id = fields.IntField(primary_key=True)
    public_id = public_id()
    action = short(10)  # retry | cancel | discard
    state = short(10)  # waiting | running | done | stopped
    chosen = short(500, default="")  # the search, in words
    query = fields.TextField(default="")  # the search as JSON; empty when the jobs were picked by hand
    as_of = moment(default=0)  # only what was so at this time is meant
    goes_on_after = fields.BigIntField(null=True)  # the job the last slice ended with; null when no other follows
    takes_unsafe = fields.BooleanField(default=False)  # in later slices too
    reason = short(500)
    actor = short(254)
    total = fields.IntField()
    canaries = fields.IntField(default=0)  # so many first, and the rest only if they do well
    per_minute = fields.IntField(default=0)  # 0: as fast as it goes
    note = short(500, default="")
    created_at = moment()
    finished_at = moment(null=True)

    class Meta:
        table = "job_batch"


class JobBatchItem(Record):
    id = fields.BigIntField(primary_key=True)
    batch_id = fields.IntField()
    job_id = fields.BigIntField()
    state = short(10)  # waiting | done | refused
    result = short(300, default="")
    new_job_id = fields.BigIntField(null=True)  # the repeat that an earlier version wrote
    failure = short(16, default="")  # which the job had met before
    at = moment(null=True)

    class Meta:
        table = "job_batch_item"
        unique_together = (("batch_id", "job_id"),)
        indexes = (("batch_id", "state", "id"),)


class JobFigure(Record):
    """One minute or hour of one kind of job. Lengths are counted in buckets, so that hours can be added up."""

    id = fields.BigIntField(primary_key=True)
    span = short(6)  # minute | hour
    at = moment()  # its beginning
    kind = short(60)
    enqueued = fields.IntField(default=0)
    claimed = fields.IntField(default=0)
    succeeded = fields.IntField(default=0)
    failed = fields.IntField(default=0)
    wait_ms = fields.BigIntField(default=0)
    run_ms = fields.BigIntField(default=0)
    waits = fields.TextField(default="{}")  # JSON: bucket -> how many
    runs = fields.TextField(default="{}")

    class Meta:
        table = "job_figure"
        unique_together = (("span", "at", "kind"),)


class FigureMark(Record):
    """How far the figures have read."""

    name = short(20, primary_key=True)
    last_id = fields.BigIntField()

    class Meta:
        table = "figure_mark"


class Deployment(Record):
    version = short(40, primary_key=True)
    at = moment()

    class Meta:
        table = "deployment"


class Circuit(Record):
    """A service outside that all workers stop asking while it does not answer."""

    name = short(20, primary_key=True)
    failures = fields.IntField(default=0)  # calls in a row without an answer
    opened_at = moment(null=True)  # set while calls are paused
    probe_at = moment(default=0)  # from then on one call may try
    probes = fields.IntField(default=0)
    detail = short(300, default="")  # of the last failure
    told_at = moment(default=0)  # when the admins were last mailed about it

    class Meta:
        table = "circuit"


class CheckRun(Record):
    """The last run of an integrity check."""

    name = short(20, primary_key=True)
    ran_at = moment()
    lasted_ms = fields.BigIntField()
    violations = fields.IntField()
    found = fields.TextField(default="[]")  # JSON: what is wrong
    since = moment(null=True)  # violated since then
    told_at = moment(null=True)  # when the admins were mailed of this violation

    class Meta:
        table = "check_run"


class CheckMark(Record):
    """How far the books are known to be in order, so that the next check looks at what came later."""

    name = short(20, primary_key=True)  # the table that was read, or `full`
    last_id = fields.BigIntField(default=0)  # all rows up to this one were seen by a clean check
    at = moment()  # when it looked

    class Meta:
        table = "check_mark"


class BackupRun(Record):
    id = fields.IntField(primary_key=True)
    name = short(200)  # of the file; empty when there is none
    state = short(10)  # good | suspect | failed
    detail = fields.TextField(default="")
    size = fields.BigIntField(default=0)  # bytes
    orders = fields.IntField(default=0)
    began_at = moment()
    ended_at = moment()

    class Meta:
        table = "backup_run"
        indexes = (("state", "id"),)


class SchemaSupport(Record):
    migration = short(255, primary_key=True)  # the name of its file
    suits = fields.IntField()  # the number of the oldest migration whose program can

    class Meta:
        table = "schema_support"
