"""`cartwright …`, the same as `python -m cli …`: runs a command, and makes a sentence and a code of what goes wrong."""

import sqlite3
import sys
import traceback
from collections.abc import Sequence

from core import process_environment  # first, so that warnings of libraries are not raised as errors

# isort: split
import models  # noqa: F401  second: it replaces the SQLite library
from cli.exit_codes import EXIT_FAULT, EXIT_INTERRUPTED, EXIT_NOT_RUN
from cli.output import refuse
from cli.parser import command_parser
from core.failpoints import arm
from core.settings import EXIT_CONFIGURATION, EXIT_TRY_AGAIN, BadSetting, Settings, load, share_standard
from models.database import ConnectionFailed, DatabaseBusy
from telemetry.log_lines import set_up

# The thread that holds the write lock must not wait 5 ms, Python's default, for a busy event loop at each statement.
SWITCH_SECONDS = 0.001


def main(words: Sequence[str] | None = None) -> int:
    """Run one command; returns its exit code."""
    process_environment.settle()
    parser = command_parser()
    arguments = parser.parse_args(words)
    if arguments.run is None:
        parser.print_help(sys.stderr)
        return EXIT_NOT_RUN
    try:
        settings = load() if arguments.reads_settings else Settings()
        share_standard()
        _prepare(settings)
        if not arguments.is_process:
            process_environment.end_on_signals()
        code: int = arguments.run(settings, arguments)
        if sys.stdout:
            sys.stdout.flush()
        return code
    except KeyboardInterrupt:
        return refuse("cartwright: interrupted", EXIT_INTERRUPTED)
    except Exception as error:
        if arguments.trace:
            traceback.print_exception(error)
        code = refuse(*_in_words(error))
        process_environment.drop_output()
        return code


def _in_words(error: Exception) -> tuple[str, int]:
    """A sentence for whoever started the command, and the exit code."""
    words, code = str(error), EXIT_CONFIGURATION
    if isinstance(error, ConnectionFailed):
        words = f"CARTWRIGHT_DATABASE_URL: {error}"
        code = EXIT_TRY_AGAIN if error.is_passing else EXIT_CONFIGURATION
    elif isinstance(error, DatabaseBusy):
        words, code = f"the database does not answer: {error}", EXIT_TRY_AGAIN
    elif isinstance(error, OSError):
        reason = error.strerror or str(error)
        words = f"{error.filename} cannot be used: {reason}" if error.filename else reason
    elif isinstance(error, sqlite3.DatabaseError):
        words = f"CARTWRIGHT_DATABASE_URL: the file cannot be used: {error}"
    elif not isinstance(error, BadSetting):
        place = traceback.extract_tb(error.__traceback__)[-1]
        words = f"a fault of the program: {type(error).__name__}: {error} (in {place.name}, line {place.lineno})"
        code = EXIT_FAULT
    return f"cartwright: {words}", code


def _prepare(settings: Settings) -> None:
    sys.setswitchinterval(SWITCH_SECONDS)
    try:
        arm(settings.failpoints)
    except ValueError as error:
        raise BadSetting(f"CARTWRIGHT_FAILPOINTS: {error}") from None
    set_up(as_json=settings.is_production)


if __name__ == "__main__":
    sys.exit(main())
