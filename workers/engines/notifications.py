"""What a message of every queue is: `{"job": id}` as JSON, and nothing else. No message is ever unpickled."""

import json
import logging

log = logging.getLogger(__name__)


def as_message(job_id: int) -> bytes:
    """The message that rings for a job."""
    return json.dumps({"job": job_id}).encode()


def job_of(raw: bytes) -> int | None:
    """The job a message names; None, with a warning, if it is anything else."""
    try:
        job = json.loads(bytes(raw))["job"]
        if type(job) is not int:
            raise TypeError
    except (ValueError, KeyError, TypeError, RecursionError):
        log.warning("a queue message that is not a job id was dropped (%d bytes)", len(raw))
        return None
    return job
