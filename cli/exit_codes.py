"""What the number means with which a command ends. docs/commands.md and `cartwright --help` show this table."""

from core.settings import EXIT_CONFIGURATION, EXIT_TRY_AGAIN

EXIT_CHECK_FAILED = 1
EXIT_NOT_RUN = 2
EXIT_FAULT = 70  # sysexits.h: EX_SOFTWARE
EXIT_INTERRUPTED = 130  # what a shell makes of SIGINT

EXIT_CODES = {
    0: "done",
    EXIT_CHECK_FAILED: "a check was made, and found something wrong",
    EXIT_NOT_RUN: "nothing was done: wrong arguments, a refusal, or a check that could not be made",
    EXIT_FAULT: "a fault of the program; `--trace` shows where",
    EXIT_TRY_AGAIN: "the database is unavailable: try again later",
    EXIT_CONFIGURATION: "a setting, a file or a folder is wrong, or the schema is not this program's",
    EXIT_INTERRUPTED: "interrupted by Ctrl-C, SIGTERM or a terminal that was closed",
}


def as_table() -> str:
    """The table in Markdown."""
    rows = "\n".join(f"| {code} | {meaning} |" for code, meaning in EXIT_CODES.items())
    return f"| code | meaning |\n|---|---|\n{rows}"


def as_words() -> str:
    """The table for `--help`."""
    return "exit codes:\n" + "\n".join(f"  {code:<4} {meaning}" for code, meaning in EXIT_CODES.items())
