"""`cartwright …`, the same as `python -m cli …`: every process and every command of the shop.

Exit codes: 0 done · 1 it found something wrong · 2 it could not look, or the words were wrong · 78 a setting is wrong.
"""

import argparse
import asyncio
import logging
import sys
from collections.abc import Callable, Sequence

import models  # noqa: F401  first: it swaps the SQLite library in
from failpoints import arm
from settings import EXIT_CONFIGURATION, VERSION, BadSetting, Settings, load
from start import check_start, require_schema, set_up_doors, with_database

MOST = 64  # processes, and jobs at once in one of them

log = logging.getLogger("cartwright")

# The thread that holds the write lock must not wait 5 ms, Python's default, for a busy event loop at each statement.
SWITCH_SECONDS = 0.001


def main(words: Sequence[str] | None = None) -> int:
    """Run one command; its exit code."""
    arguments = _parser().parse_args(words)
    try:
        settings = Settings() if arguments.command is pipeline else load()  # it prints what the program is
        _prepare(settings)
        code: int = arguments.command(settings, arguments)
        return code
    except BadSetting as error:
        print(f"cartwright: {error}", file=sys.stderr)
        return EXIT_CONFIGURATION


def web(settings: Settings, _: argparse.Namespace) -> int:
    """Serve the shop."""
    from models.database import install_bell
    from web.app import create_app
    from web.server import serve
    from workers.engine import Ringer
    from workers.engines import open_engine

    check_start(settings)
    engine = open_engine(settings)
    ringer = Ringer(engine)
    install_bell(ringer)
    try:
        serve(create_app(settings), settings)
    finally:
        ringer.close()
        engine.close()
    return 0


def worker(settings: Settings, arguments: argparse.Namespace) -> int:
    """Work jobs until a signal comes."""
    from workers.process import lanes_of, run_worker

    try:
        lanes = lanes_of(arguments.queues)
    except ValueError as error:
        print(f"cartwright worker: {error}", file=sys.stderr)
        return 2
    check_start(settings)
    set_up_doors(settings)
    return asyncio.run(run_worker(settings, lanes, arguments.concurrency or settings.concurrency))


def up(settings: Settings, arguments: argparse.Namespace) -> int:
    """Bring the schema up to date, fill an empty development shop, and run web and workers until Ctrl-C."""
    from supervisor import check_port, supervise

    check_port(settings)
    migrate(settings, argparse.Namespace(down=False, list=False))
    if not settings.is_production:
        seed(settings, arguments)
    check_start(settings)
    return supervise(settings, workers=arguments.workers)


def migrate(settings: Settings, arguments: argparse.Namespace) -> int:
    """Bring the schema up to date, or take the last migration back, or list them."""
    from models.database.upgrade import applied_migrations, downgrade, known_migrations, upgrade

    if arguments.list:
        applied = asyncio.run(applied_migrations(settings.database_url))
        for name in known_migrations():
            print("applied" if name in applied else "missing", name)
        return 0
    done = asyncio.run((downgrade if arguments.down else upgrade)(settings.database_url))
    for name in done:
        print("took back" if arguments.down else "applied", name)
    return 0


def seed(settings: Settings, _: argparse.Namespace) -> int:
    """Fill an empty database with the demo shop and its admin. Development only."""
    from models.seed import DEMO_ADMIN, seed_development

    if settings.is_production:
        raise BadSetting("CARTWRIGHT_ENV is production: the demo shop is for development only")
    require_schema(settings)
    products = asyncio.run(with_database(settings, seed_development))
    if products:
        print(f"filled the shop with {products} products; admin {DEMO_ADMIN}, password admin123 (to be changed)")
    return 0


def doctor(settings: Settings, _: argparse.Namespace) -> int:
    """Check the books: 0 clean, 1 something is wrong, 2 could not look."""
    from models import doctor as books
    from models.accounts import shipped_password_accounts
    from models.database import Transaction, read

    async def look(tx: Transaction) -> tuple[list[books.Violation], list[str], list[str]]:
        return await books.violations(tx), await books.under_review(tx), await shipped_password_accounts(tx)

    try:
        found, reviews, open_doors = asyncio.run(with_database(settings, lambda: read(look, snapshot=True)))
    except Exception as error:
        print(f"cartwright doctor: could not look: {error}", file=sys.stderr)
        return 2
    for violation in found:
        print(f"{violation.invariant}: {violation.words}")
    for words in reviews:
        print(f"for a person: {words}")
    for email in open_doors:
        print(f"for a person: {email} still has the password this shop ships with")
    print(f"{len(found)} violations, {len(reviews)} orders under review")
    return 1 if found or (open_doors and settings.is_production) else 0


def jobs(settings: Settings, arguments: argparse.Namespace) -> int:
    """Print how many jobs wait, run and died; with `--kinds`, how hard each kind is tried."""
    from models.database import read
    from models.job_kinds import KINDS
    from models.job_views import counts_by_kind

    if arguments.kinds:
        for kind in KINDS.values():
            print(f"{kind.name:16} {kind.lane.name:12} {kind.max_attempts:3} attempts  {kind.purpose}")
        return 0
    require_schema(settings)
    for row in asyncio.run(with_database(settings, lambda: read(counts_by_kind))):
        print(f"{row['kind']:16} {row['state']:10} {row['jobs']:8}")
    return 0


def pipeline(_: Settings, arguments: argparse.Namespace) -> int:
    """Print the order process, as it runs."""
    from pipelines.print import as_markdown, as_text

    print(as_markdown() if arguments.markdown else as_text())
    return 0


def create_admin(settings: Settings, arguments: argparse.Namespace) -> int:
    """Make an admin; the password is read from the terminal or standard input, never from an argument."""
    import getpass

    from models.accounts import create_user
    from models.database import write
    from models.passwords import hash_password, objection
    from models.refusals import Refusal

    require_schema(settings)
    password = getpass.getpass("Password: ") if sys.stdin.isatty() else sys.stdin.readline().rstrip("\n")
    if reason := objection(password, "admin"):
        print(f"cartwright admin create: {reason}", file=sys.stderr)
        return 2
    row = {"email": arguments.email, "password_hash": hash_password(password), "role": "admin"}
    try:
        asyncio.run(with_database(settings, lambda: write(lambda tx: create_user(tx, **row))))
    except Refusal as refusal:
        print(f"cartwright admin create: {refusal.detail}", file=sys.stderr)
        return 2
    print(f"{arguments.email} is an admin now")
    return 0


def _prepare(settings: Settings) -> None:
    sys.setswitchinterval(SWITCH_SECONDS)
    try:
        arm(settings.failpoints)
    except ValueError as error:
        raise BadSetting(f"CARTWRIGHT_FAILPOINTS: {error}") from None
    logging.basicConfig(level=logging.INFO, format="%(asctime)s %(levelname)-7s %(name)s: %(message)s")
    for name in ("huey", "tortoise", "aerich", "asyncio", "uvicorn"):
        logging.getLogger(name).setLevel(logging.WARNING)


def _positive(text: str) -> int:
    """A number that somebody can work with."""
    number = int(text)
    if not 1 <= number <= MOST:
        raise argparse.ArgumentTypeError(f"has to be 1 to {MOST}, not {text}")
    return number


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

    command("up", up).add_argument("--workers", type=_positive, default=1, metavar="N")
    command("web", web)
    working = command("worker", worker)
    working.add_argument("--queues", metavar="orders,mail", help="the lanes to serve; all without it")
    working.add_argument("--concurrency", type=_positive, metavar="N", help="how many jobs at once")
    migrating = command("migrate", migrate)
    migrating.add_argument("--down", action="store_true", help="take the last migration back")
    migrating.add_argument("--list", action="store_true", help="say which migrations are applied")
    command("seed", seed)
    command("doctor", doctor)
    command("jobs", jobs).add_argument("--kinds", action="store_true")
    command("pipeline", pipeline).add_argument("--markdown", action="store_true")
    admin = commands.add_parser("admin", help="Manage admins.").add_subparsers(required=True, metavar="command")
    creating = admin.add_parser("create", help="Make an admin.")
    creating.add_argument("email")
    creating.set_defaults(command=create_admin)
    return parser


if __name__ == "__main__":
    sys.exit(main())
