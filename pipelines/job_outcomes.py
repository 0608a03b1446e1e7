"""What a handler raises to end its attempt: Snooze, Retry or Discard. Any other error counts as a Retry."""


class Snooze(Exception):
    """Too early: run the job again after `wait_seconds`; no attempt is used.

    `cause` is the type of failure if trouble outside is the reason; such a job is retrying, others are scheduled.
    """

    def __init__(self, detail: str, *, wait_seconds: float, cause: str = "") -> None:
        super().__init__(detail)
        self.detail = detail
        self.wait_seconds = wait_seconds
        self.cause = cause


class Retry(Exception):
    """The attempt failed. `wait_seconds` is the wait that the other side requested, None: the kind's backoff."""

    def __init__(self, detail: str, *, wait_seconds: float | None = None) -> None:
        super().__init__(detail)
        self.wait_seconds = wait_seconds


class Discard(Exception):
    """The attempt failed and cannot succeed later: the job becomes a dead letter at once."""
