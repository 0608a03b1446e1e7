"""Liveness, readiness and the state of the queues, for load balancers and monitoring."""

import asyncio
import logging

from quart import Blueprint, Response, current_app, jsonify

from models.database import StorageFailed, Transaction, read
from models.operations import health
from web.api.description.operation import EVERYBODY, PUBLIC, Operation
from web.api.description.operation_tags import HEALTH
from web.api.monitoring.ops_token import is_operator
from web.api.schemas.operations_schemas import Health, Probe
from web.http.request_errors import NotReady
from web.http.shutdown import stopping
from web.security.identity import current_account

ANSWER_SECONDS = 2.0  # a slower database counts as unavailable

log = logging.getLogger(__name__)
blueprint = Blueprint("api_health", __name__)
probes = Blueprint("probes", __name__)


@probes.get("/livez")
@Operation("Is the process alive", HEALTH, PUBLIC, gives=Probe)
async def alive() -> Response:
    return jsonify(status="ok")


@probes.get("/readyz")
@Operation("Can the process serve", HEALTH, PUBLIC, gives=Probe, refuses=(NotReady,))
async def ready() -> Response:
    if stopping().is_set():
        raise NotReady("The server is stopping.", failing=["stopping"])
    await _check(tells_who=True)
    return jsonify(status="ok")


@blueprint.get("/health")
@Operation("How the shop is", HEALTH, EVERYBODY, gives=Health, refuses=(NotReady,))
async def whole() -> Response:
    """Strangers are told the status alone; an admin or an operator with the token, how busy it is."""
    shot = await _check()
    account = current_account()
    if not is_operator() and (account is None or not account.is_admin):
        return jsonify(status="ok")
    return jsonify(
        status="ok",
        database="ok",
        queue={"queued": shot.queued, "running": shot.running},
        workers=shot.workers,
        oldest_job_age_seconds=round(shot.oldest_job_age_seconds, 1),
    )


async def _check(*, tells_who: bool = False) -> health.Snapshot:
    """The state of the queues; `tells_who`: which process is in the way, if one is.

    Raises:
        NotReady: the database fails or its schema does not match.
    """
    try:
        async with asyncio.timeout(ANSWER_SECONDS):
            await _write_check().require_writable()
            mismatch, shot = await read(_read_health)
    except Exception as error:
        log.warning("the database does not answer: %s: %s", type(error).__name__, error)
        words = _words(error, tells_who=tells_who)
        raise NotReady(words, failing=health.failing_parts(error)) from None
    if mismatch is not None:
        raise NotReady("This program cannot work on the database's schema.", failing=["migrations"])
    return shot


def _words(error: Exception, *, tells_who: bool) -> str:
    if not isinstance(error, StorageFailed):
        return "The database does not answer."
    who = f" {str(error).capitalize()}." if tells_who and error.part == "write_lock" else ""
    return f"The shop cannot save orders.{who}"


def _write_check() -> health.WriteCheck:
    """The one of this application."""
    check: health.WriteCheck = current_app.extensions.setdefault("write_check", health.WriteCheck())
    return check


async def _read_health(tx: Transaction) -> tuple[str | None, health.Snapshot]:
    return await health.schema_mismatch(tx), await health.snapshot(tx)
