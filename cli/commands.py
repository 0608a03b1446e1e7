"""Commands that read or change the shop and end; `command_line` starts the processes that stay."""

import argparse
import asyncio
import contextlib
import sys

from cli.startup import require_schema, with_database
from core.settings import BadSetting, Settings


def seed(settings: Settings, _: argparse.Namespace) -> int:
    """Fill an empty database with the demo shop and its admin; in development only."""
    from models.catalog.seed import DEMO_ADMIN, seed_development

    if settings.is_production:
        raise BadSetting("CARTWRIGHT_ENV is production: the demo shop is for development only")
    require_schema(settings)
    products = asyncio.run(with_database(settings, seed_development))
    if products:
        print(f"filled the shop with {products} products; admin {DEMO_ADMIN}, password admin123 (to be changed)")
    return 0


def doctor(settings: Settings, arguments: argparse.Namespace) -> int:
    """Check the invariants of what changed since the last clean check: 0 all hold, 1 violations, 2 could not look."""
    from models.accounts.accounts import shipped_password_accounts
    from models.database import DatabaseBusy, Transaction, read_long, write
    from models.operations import doctor as books

    async def look(tx: Transaction) -> tuple[books.BooksCheck, list[str], list[str]]:
        checked = await books.check(tx, full=arguments.full)
        return checked, await books.under_review(tx), await shipped_password_accounts(tx)

    async def look_and_remember() -> tuple[books.BooksCheck, list[str], list[str]]:
        seen = await read_long(look, snapshot=True)
        with contextlib.suppress(DatabaseBusy):  # the next check looks at a little more
            await write(lambda tx: books.remember(tx, seen[0]))
        return seen

    try:
        checked, reviews, open_doors = asyncio.run(with_database(settings, look_and_remember))
    except Exception as error:
        print(f"cartwright doctor: could not look: {error}", file=sys.stderr)
        return 2
    found = checked.violations
    if not checked.is_full:
        print("looked at what has changed since the last clean check; --full looks at everything")
    for violation in found:
        print(f"{violation.invariant}: {violation.words}")
    for words in reviews:
        print(f"for a person: {words}")
    for email in open_doors:
        print(f"for a person: {email} still has the password this shop ships with")
    print(f"{len(found)} violations, {len(reviews)} orders under review")
    return 1 if found or (open_doors and settings.is_production) else 0


def jobs(settings: Settings, arguments: argparse.Namespace) -> int:
    """Print the number of jobs by kind and state; with `--kinds`, the kinds with their attempts."""
    from models.database import read
    from models.jobs.admin.job_views import counts_by_kind
    from models.jobs.ledger.job_kinds import KINDS

    if arguments.kinds:
        for kind in KINDS.values():
            print(f"{kind.name:16} {kind.queue.name:12} {kind.max_attempts:3} attempts  {kind.purpose}")
        return 0
    require_schema(settings)
    for row in asyncio.run(with_database(settings, lambda: read(counts_by_kind))):
        print(f"{row['kind']:16} {row['state']:10} {row['jobs']:8}")
    return 0


def pipeline(_: Settings, arguments: argparse.Namespace) -> int:
    """Print the order process."""
    from pipelines.orders.process_document import as_markdown, as_text

    print(as_markdown() if arguments.markdown else as_text())
    return 0


def retention(_: Settings, arguments: argparse.Namespace) -> int:
    """Print what is deleted at which age."""
    from models.operations.retention import AGES, age_in_words, as_markdown

    if arguments.markdown:
        print(as_markdown())
        return 0
    for age in AGES:
        print(f"{age_in_words(age):20} {age.what}")
    return 0


def create_admin(settings: Settings, arguments: argparse.Namespace) -> int:
    """Create an admin; the password is read from the terminal or standard input, never from an argument."""
    from models.accounts.passwords import hash_password, objection
    from models.shared.errors import Invalid, Refusal

    require_schema(settings)
    try:
        password = _password()
        if reason := objection(password, "admin"):
            raise Invalid(reason)
        asyncio.run(with_database(settings, lambda: _write_admin(arguments.email, hash_password(password))))
    except Refusal as refusal:
        print(f"cartwright admin create: {refusal.detail}", file=sys.stderr)
        return 2
    print(f"{arguments.email} is an admin now")
    return 0


def _password() -> str:
    """The typed password, or the first line of standard input. Raises Invalid if there is none or it is not text."""
    import getpass

    from models.shared.errors import Invalid

    is_typed = sys.stdin is not None and sys.stdin.isatty()
    try:
        line = getpass.getpass("Password: ") if is_typed else sys.stdin.readline() if sys.stdin else ""
        line.encode()
    except EOFError:
        line = ""
    except UnicodeError:
        raise Invalid("The password is not text in UTF-8.") from None
    if not line:
        raise Invalid("Type a password, or send it by standard input.")
    return line.rstrip("\r\n")


async def _write_admin(email: str, password_hash: str) -> None:
    """Write the admin and the audit entry in one transaction."""
    from models.accounts.account_record import Role
    from models.accounts.accounts import create_user
    from models.audit import audit_log
    from models.database import Transaction, write

    async def work(tx: Transaction) -> None:
        made = await create_user(tx, email=email, password_hash=password_hash, role=Role.ADMIN)
        after = {"email": made.email, "role": made.role}
        await audit_log.record(
            tx, audit_log.command("admin create"), "user.create", ("user", made.public_id), after=after
        )

    await write(work)
