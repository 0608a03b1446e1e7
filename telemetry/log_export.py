"""Hands the program's log records to OpenTelemetry, with the ids that the log's own lines carry and nothing secret."""

import logging
import traceback

from opentelemetry._logs import Logger, LogRecord, SeverityNumber
from opentelemetry.context import get_current

from core.redaction import redact_within
from telemetry.log_lines import LONGEST_EXCEPTION, facts_of, format_fields

SEVERITIES = {
    logging.DEBUG: SeverityNumber.DEBUG,
    logging.INFO: SeverityNumber.INFO,
    logging.WARNING: SeverityNumber.WARN,
    logging.ERROR: SeverityNumber.ERROR,
    logging.CRITICAL: SeverityNumber.FATAL,
}


class Exporting(logging.Handler):
    """Emits what the root logger gets."""

    def __init__(self, logger: Logger) -> None:
        super().__init__(logging.INFO)
        self._logger = logger

    def emit(self, record: logging.LogRecord) -> None:
        attributes = {"logger": record.name, **facts_of(record)}
        if record.exc_info and record.exc_info[0] is not None:
            attributes["exception.type"] = record.exc_info[0].__name__
            trace = "".join(traceback.format_exception(*record.exc_info))
            attributes["exception.stacktrace"] = redact_within(trace, LONGEST_EXCEPTION)
        self._logger.emit(
            LogRecord(
                timestamp=int(record.created * 1e9),
                context=get_current(),
                severity_number=SEVERITIES.get(record.levelno, SeverityNumber.INFO),
                severity_text=record.levelname,
                body=format_fields(record),
                attributes=attributes,
            )
        )


def export_logs(logger: Logger) -> None:
    """From now on every record is told there too."""
    root = logging.getLogger()
    for handler in root.handlers[:]:
        if isinstance(handler, Exporting):
            root.removeHandler(handler)
    root.addHandler(Exporting(logger))
