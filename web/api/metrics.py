"""The metrics of this process for a scraper that has the operators' token; switched on by OTEL_METRICS_EXPORTER."""

import hmac

from quart import Blueprint, Response, request

import telemetry
from models.refusals import Forbidden, NotFound
from web.current import settings

CONTENT_TYPE = "text/plain; version=0.0.4; charset=utf-8"
blueprint = Blueprint("metrics", __name__)


@blueprint.get("/metrics")
async def show() -> Response:
    token, given = settings().ops_token or "", request.headers.get("X-Ops-Token", "")
    if not token or not hmac.compare_digest(given.encode(), token.encode()):
        raise Forbidden("Metrics are for operators: send their token as X-Ops-Token.")
    text = telemetry.exposed()
    if text is None:
        raise NotFound("Nothing is measured here: set OTEL_METRICS_EXPORTER=prometheus, or otlp,prometheus.")
    return Response(text, content_type=CONTENT_TYPE)
