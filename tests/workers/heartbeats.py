"""Quick heartbeats of a worker that does nothing."""

from models.database import read
from models.jobs.admin.worker_heartbeats import WorkerStatus
from workers.heartbeat import Heartbeat, HeartbeatSource

NAME = "resting"


def make_heartbeat() -> Heartbeat:
    """Writes about ten heartbeats a second."""
    status = WorkerStatus(
        name=NAME, host="here", pid=1, queues="orders", concurrency=1, running=0, state="alive", started_at=1,
        rss_bytes=1, version="1",
    )  # fmt: skip
    return Heartbeat(HeartbeatSource(claims=list, status=lambda: status, on_lost=lambda _: None), 0.6)


async def is_notified() -> bool:
    """Whether it has written one."""
    rows = await read(lambda tx: tx.fetch("SELECT name FROM worker WHERE name = ?", NAME))
    return bool(rows)
