"""`cartwright …`, the same as `python -m cli …`: every process and every command of the shop.

Exit codes: 0 done · 1 a check found something wrong · 2 the check could not run, or wrong arguments · 75 the database
is unavailable, try again later · 78 a setting is wrong.
"""

import argparse
import asyncio
import os
import sys
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

from core import process_environment  # first, so that warnings of libraries are not raised as errors

# isort: split
import models  # noqa: F401  second: it replaces the SQLite library
import telemetry
from cli.backup_commands import backup, restore
from cli.commands import create_admin, doctor, jobs, pipeline, retention, seed
from cli.copy_command import copy
from cli.import_command import import_catalogue, import_reference
from cli.migrate_command import migrate
from cli.proof.prove_command import add_prove_options, prove
from cli.startup import check_start, set_up_gateways
from core import liveness
from core.failpoints import arm
from core.settings import EXIT_CONFIGURATION, EXIT_TRY_AGAIN, VERSION, BadSetting, Settings, load, share_standard
from models.database import ConnectionFailed, DatabaseBusy
from telemetry.log_lines import set_up

MOST = 64  # the limit of workers, and of concurrent jobs in one of them

# The thread that holds the write lock must not wait 5 ms, Python's default, for a busy event loop at each statement.
SWITCH_SECONDS = 0.001


def main(words: Sequence[str] | None = None) -> int:
    """Run one command; returns its exit code."""
    process_environment.settle()
    arguments = _parser().parse_args(words)
    try:
        settings = Settings() if arguments.command in (pipeline, retention, prove) else load()  # they need no settings
        share_standard()
        _prepare(settings)
        code: int = arguments.command(settings, arguments)
        return code
    except BadSetting as error:
        print(f"cartwright: {error}", file=sys.stderr)
        return EXIT_CONFIGURATION
    except ConnectionFailed as error:
        print(f"cartwright: CARTWRIGHT_DATABASE_URL: {error}", file=sys.stderr)
        return EXIT_TRY_AGAIN if error.is_passing else EXIT_CONFIGURATION
    except DatabaseBusy as busy:
        print(f"cartwright: the database does not answer: {busy}", file=sys.stderr)
        return EXIT_TRY_AGAIN


def web(settings: Settings, arguments: argparse.Namespace) -> int:
    """Serve the shop."""
    from cli.supervisor import check_port
    from models.database import install_notify
    from web.app import create_app
    from web.http.server import serve
    from workers.engines.engine_choice import open_engine
    from workers.engines.queue_engine import Notifier

    _follow(arguments)
    check_port(settings)
    check_start(settings)
    stop_telling = telemetry.configure("web", settings)
    engine = open_engine(settings)
    notifier = Notifier(engine)
    install_notify(notifier)
    try:
        serve(create_app(settings), settings)
    finally:
        notifier.close()
        engine.close()
        stop_telling()
    return 0


def worker(settings: Settings, arguments: argparse.Namespace) -> int:
    """Run jobs until a signal arrives."""
    from workers.worker_process import queues_of, run_worker

    try:
        queues = queues_of(arguments.queues)
    except ValueError as error:
        print(f"cartwright worker: {error}", file=sys.stderr)
        return 2
    _follow(arguments)
    if arguments.supervisor is not None:
        settings = replace(settings, worker_name=settings.name_of_child(os.getpid()))
    check_start(settings)
    set_up_gateways(settings)
    stop_telling = telemetry.configure("worker", settings)
    try:
        asyncio.run(run_worker(settings, queues, arguments.concurrency or settings.concurrency))
    finally:
        stop_telling()
    return 0


def up(settings: Settings, arguments: argparse.Namespace) -> int:
    """Migrate, seed an empty development database, and run web and workers until Ctrl-C."""
    from cli.supervisor import PORT_SECONDS, check_port, supervise

    _follow(arguments)
    check_port(settings, wait_seconds=PORT_SECONDS)
    migrate(settings, argparse.Namespace(down=False, list=False, check=False))
    if not settings.is_production:
        seed(settings, arguments)
    check_start(settings)
    return supervise(settings, workers=arguments.workers)


def _follow(arguments: argparse.Namespace) -> None:
    """Stop when the supervisor that started this process ends, if there is one."""
    if arguments.supervisor is not None:
        liveness.follow(arguments.supervisor)


def _prepare(settings: Settings) -> None:
    sys.setswitchinterval(SWITCH_SECONDS)
    try:
        arm(settings.failpoints)
    except ValueError as error:
        raise BadSetting(f"CARTWRIGHT_FAILPOINTS: {error}") from None
    set_up(as_json=settings.is_production)


def _positive(text: str) -> int:
    """A whole number from 1 to `MOST`."""
    number = int(text)
    if not 1 <= number <= MOST:
        raise argparse.ArgumentTypeError(f"has to be 1 to {MOST}, not {text}")
    return number


def _add_migrate_options(migrating: argparse.ArgumentParser) -> None:
    migrating.add_argument(
        "--check", action="store_true", help="say how long it takes, what it locks, and who may stay"
    )
    migrating.add_argument("--list", action="store_true", help="say which migrations are applied")
    migrating.add_argument("--down", action="store_true", help="take the last migration back")
    migrating.add_argument("--yes", action="store_true", help="with --down: in production, too")
    migrating.add_argument("--delete-data", action="store_true", help="with --down: although rows are lost")


def _add_moving(command: Callable[[str, Callable[..., int]], argparse.ArgumentParser]) -> None:
    """What brings a shop here or takes it elsewhere."""
    copying = command("copy", copy)
    copying.add_argument("--to", metavar="URL", help="postgresql://user:password@host/database, empty or half copied")
    copying.add_argument("--reopen", action="store_true", help="let the file take changes again after a copy")
    catalogue = command("import-catalogue", import_catalogue)
    catalogue.add_argument("file", type=Path, metavar="FILE", help="a CSV file: sku,name,price,category[,on_hand]")
    importing = command("import-reference", import_reference)
    importing.add_argument("file", type=Path, metavar="FILE", help="the SQLite database of the reference application")


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="cartwright", description="A shop whose orders are worked by background jobs."
    )
    parser.add_argument("--version", action="version", version=VERSION)
    commands = parser.add_subparsers(title="commands", required=True, metavar="command")

    def command(name: str, function: Callable[..., int]) -> argparse.ArgumentParser:
        words = (function.__doc__ or "").splitlines()[0]
        added = commands.add_parser(name, help=words, description=words)
        added.set_defaults(command=function)
        return added

    supervising = command("up", up)
    supervising.add_argument("--workers", type=_positive, default=1, metavar="N")
    serving = command("web", web)
    working = command("worker", worker)
    working.add_argument("--queues", metavar="orders,mail", help="the queues to serve; all by default")
    working.add_argument("--concurrency", type=_positive, metavar="N", help="how many jobs at once")
    for process in (supervising, serving, working):  # the descriptor of a socket to the process that starts it
        process.add_argument("--supervisor", type=int, help=argparse.SUPPRESS)
    _add_migrate_options(command("migrate", migrate))
    command("seed", seed)
    command("doctor", doctor).add_argument("--full", action="store_true", help="look at everything")
    backing_up = command("backup", backup)
    backing_up.add_argument("--to", type=Path, metavar="FOLDER", help="instead of CARTWRIGHT_BACKUP_DIR")
    backing_up.add_argument("--json", action="store_true", help="print the result as JSON")
    command("restore", restore).add_argument("file", type=Path, metavar="FILE", help="shop-….db or shop-….dump")
    _add_moving(command)
    add_prove_options(command("prove", prove))
    command("jobs", jobs).add_argument("--kinds", action="store_true")
    command("pipeline", pipeline).add_argument("--markdown", action="store_true")
    command("retention", retention).add_argument("--markdown", action="store_true")
    admin = commands.add_parser("admin", help="Manage admins.").add_subparsers(required=True, metavar="command")
    creating = admin.add_parser("create", help="Make an admin.")
    creating.add_argument("email")
    creating.set_defaults(command=create_admin)
    return parser


if __name__ == "__main__":
    sys.exit(main())
