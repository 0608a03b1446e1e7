"""What happens to orders and stock, written to the log once it is durable, whoever did it: page, program or worker."""

import logging

from models.database import after_commit

log = logging.getLogger("cartwright.events")


def record(event: str, **facts: str | int) -> None:
    """One line at INFO after the commit, such as `order.confirmed order_id=CW-10023`."""
    after_commit(lambda: log.info(event, extra=facts))
