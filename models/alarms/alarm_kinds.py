"""Every alarm there is, in one table: its code, what is seen, what it is and what to do.

The admin banner, the metric `cartwright_alarm`, the alert rules of docs/alerts.yml and the rows of docs/runbook.md are
made from it (`python -m tests.house.alarm_documents` writes the two documents anew).
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class AlarmKind:
    """One kind of alarm.

    Attributes:
        code: its name in the metric, the log and the address of its row in the runbook.
        seen: what is wrong, in a few words.
        cause: what it is; `remedy` is what to do.
        is_critical: orders are not accepted or not worked, or money is at stake.
    """

    code: str
    seen: str
    cause: str
    remedy: str
    is_critical: bool = False


OF_THE_SHOP = (
    AlarmKind(
        "integrity",
        "The books do not agree",
        "A check of the books (`books.check`, every 5 minutes) found something that must not be",
        "Open *Integrity*; each violation names its order, product or job. Run `cartwright doctor` after mending; the"
        " alarm ends with the next check",
        is_critical=True,
    ),
    AlarmKind(
        "reconciliation",
        "A payment differs from the provider's book",
        "The comparison with the provider's book (each night, and on demand) found a charge or a refund that differs",
        "Open *Integrity*: where a refund settles it, there is a button. Otherwise ask the provider",
        is_critical=True,
    ),
    AlarmKind(
        "payments_paused",
        "The payment provider does not answer, and payments are paused",
        "Five calls in a row had no answer. Payments and refunds wait; orders are accepted and hold their stock",
        "Look at the provider's status page. Nothing has to be done here: payments go on by themselves. If only our"
        " calls fail, check the network and the provider's credentials",
        is_critical=True,
    ),
    AlarmKind(
        "no_worker",
        "No worker is running",
        "None is alive, or all are stalled. Orders are accepted and wait. It is not told while nobody can write: then"
        " no heartbeat can be recorded, and the alarm of the database is told alone",
        "Start one; read the log of the last one",
        is_critical=True,
    ),
    AlarmKind(
        "worker_stalled",
        "A worker is stalled",
        "A synchronous call blocks its event loop; its log has the stack, after `the event loop has been blocked`",
        "It ends by itself after 45 s; without a supervisor start it again. Mend the call that the stack names",
        is_critical=True,
    ),
    AlarmKind(
        "worker_lost",
        "A worker was lost",
        "It was killed, froze, or lost the database. Said for 5 minutes while others work",
        "Nothing: its jobs are taken up within 45 s, at once under `cartwright up`. If they are not, start a worker",
    ),
    AlarmKind(
        "poison",
        "A job took three workers down",
        "Three workers ended while they ran it, so it is not tried any more: a dead job with the reason *poison*",
        "Read the workers' last lines before their ends; mend the cause, then retry the job, or discard it",
    ),
    AlarmKind(
        "queue_waiting",
        "The oldest job of a queue has waited too long",
        "Too few workers serve the queue, or what its jobs call is slow",
        "Open the job: it says what it waits for. Start workers, or wait for what it calls",
    ),
    AlarmKind(
        "queue_failing",
        "Jobs of a queue fail",
        "Many attempts of the last 10 minutes failed. They are tried again",
        "Open the failure group: it names the error and its place. Mend the cause, then retry the dead ones",
    ),
    AlarmKind(
        "mail_away",
        "The mail server does not take messages",
        "It cannot be reached, or does not answer. Every message is kept and tried again",
        "Check the mail server and `CARTWRIGHT_SMTP_URL`; messages go out by themselves afterwards",
    ),
)
OF_A_PROCESS = (
    AlarmKind(
        "database",
        "The database does not answer",
        "It is away, busy, or refuses connections. No order is accepted; those accepted wait",
        "Start the database server, or look at its load and its log; all processes go on by themselves",
        is_critical=True,
    ),
    AlarmKind(
        "database_file",
        "The database file is gone",
        "The file was removed, replaced, or is no database any more",
        "Put it back or restore a backup; then start again",
        is_critical=True,
    ),
    AlarmKind(
        "disk_full",
        "The disk of the database is full",
        "There is no room for another order",
        "Free space or enlarge the disk; the shop goes on by itself",
        is_critical=True,
    ),
    AlarmKind(
        "read_only",
        "The database cannot be written",
        "The file or its disk is read-only, or the server is a replica that is not promoted",
        "Mount the disk to be written, or promote the server",
        is_critical=True,
    ),
    AlarmKind(
        "disk",
        "The disk of the database fails",
        "Reading or writing ended with an error of the disk",
        "Read the system's log; move the database to another disk, or restore a backup",
        is_critical=True,
    ),
    AlarmKind(
        "rights",
        "The database refuses our role",
        "Somebody took rights of our role on PostgreSQL away",
        "`GRANT` them again",
        is_critical=True,
    ),
    AlarmKind(
        "write_lock",
        "A process keeps everybody from writing",
        "It has held SQLite's write lock for 5 s: a stopped one, a stranger such as an open `sqlite3` session, or a"
        " very slow disk. `/readyz`, the log (`write_lock_held`) and the integrity page name it",
        "`cartwright up` ends its own child if that is stopped or silent. Otherwise end or continue the process that is"
        " named; its transaction is undone",
        is_critical=True,
    ),
    AlarmKind(
        "wal_grows",
        "The database's log cannot be copied back",
        "A process keeps a transaction open, so that SQLite's log (`-wal`) grows and fills the disk; `wal_grows` in the"
        " log",
        "End the process that is named; the log shrinks with the next checkpoint",
    ),
    AlarmKind(
        "web_stalled",
        "A web process is stalled",
        "A synchronous call blocks its event loop; its log has the stack, after `the event loop has been blocked`",
        "Its supervisor replaces it; without one start it again. Mend the call that the stack names",
        is_critical=True,
    ),
    AlarmKind(
        "in_flight",
        "A web process turns requests away",
        "200 requests are being handled in one web process, and those beyond are answered with 503",
        "Find what is slow (`db.client.operation.duration`); start more web processes",
        is_critical=True,
    ),
    AlarmKind(
        "descriptors",
        "A process has hardly any file descriptors left",
        "More than nine tenths of what the system allows are open",
        "Raise the limit (`ulimit -n`, `LimitNOFILE`), or find the connections that are not closed",
    ),
    AlarmKind(
        "queue_away",
        "The queue cannot be reached",
        "The broker is away, refuses the password, or is blocked by an alarm of its own. Jobs are found by polling, so"
        " that they begin some seconds later",
        "Start the broker, or look at its log; processes connect again by themselves",
    ),
    AlarmKind(
        "restarts",
        "A process is started again and again in vain",
        "A child of `cartwright up` has ended three times without having run for 30 s",
        "Read its last lines in the log: they say why it ends",
        is_critical=True,
    ),
    AlarmKind(
        "backup_old",
        "There is no recent backup",
        "`CARTWRIGHT_BACKUP_DIR` is set, but the newest backup that counts is more than an hour old, or there is none",
        "The jobs of kind `backup.make` say why. Free space in the folder, then run `cartwright backup`",
    ),
)
KINDS = {kind.code: kind for kind in (*OF_THE_SHOP, *OF_A_PROCESS)}
CODES = tuple(KINDS)
RUNBOOK = "/admin/runbook"


def row_of(code: str) -> str:
    """The address of an alarm's row in the runbook of the running shop."""
    return f"{RUNBOOK}#{code}"
