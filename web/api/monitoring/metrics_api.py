"""The metrics of this process, for a scraper with the operators' token; enabled by OTEL_METRICS_EXPORTER."""

from quart import Blueprint, Response

import telemetry
from models.shared.errors import Forbidden, NotFound
from web.api.description.operation import OPERATOR, Operation
from web.api.description.operation_tags import OPERATORS
from web.api.monitoring.ops_token import require_operator

CONTENT_TYPE = "text/plain; version=0.0.4; charset=utf-8"
blueprint = Blueprint("metrics", __name__)
blueprint.before_request(require_operator)


@blueprint.get("/metrics")
@Operation("Read the metrics", OPERATORS, OPERATOR, media="text/plain", refuses=(Forbidden, NotFound))
async def show() -> Response:
    text = telemetry.exposed()
    if text is None:
        raise NotFound("Nothing is measured here: set OTEL_METRICS_EXPORTER=prometheus, or otlp,prometheus.")
    return Response(text, content_type=CONTENT_TYPE)
