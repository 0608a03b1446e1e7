"""Commands that read or change the shop and end; `command_line` starts the processes that stay."""

import argparse
import asyncio
import contextlib
import sys
from typing import TYPE_CHECKING

from cli.output import list_rows, print_json, refuse, say
from cli.progress import busy
from cli.startup import require_schema, with_database
from core.settings import BadSetting, Settings

if TYPE_CHECKING:
    from models.operations.doctor import BooksCheck


NO_JOBS = "There are no jobs yet: each order makes some."


def seed(settings: Settings, _: argparse.Namespace) -> int:
    """Fill an empty database with the demo shop and its admin; in development only."""
    from models.catalog.seed import DEMO_ADMIN, seed_development

    if settings.is_production:
        raise BadSetting("CARTWRIGHT_ENV is production: the demo shop is for development only")
    require_schema(settings)
    with busy("filling the shop"):
        products = asyncio.run(with_database(settings, seed_development))
    if products:
        print(f"filled the shop with {products} products; admin {DEMO_ADMIN}, password admin123 (to be changed)")
    return 0


def doctor(settings: Settings, arguments: argparse.Namespace) -> int:
    """Check the invariants of what changed since the last clean check: 0 all hold, 1 violations, 2 could not look."""
    from models.accounts.accounts import shipped_password_accounts
    from models.database import DatabaseBusy, Transaction, read_long, write
    from models.database.sqlite.sqlite_file import trouble_in_folder, trouble_with
    from models.operations import doctor as books

    def refuse_unusable() -> None:
        path = settings.database_url.partition("sqlite:///")[2]
        if path and (words := trouble_with(path) or trouble_in_folder(path)):
            raise BadSetting(words)
        require_schema(settings)

    async def look(tx: Transaction) -> tuple[books.BooksCheck, list[str], list[str]]:
        checked = await books.check(tx, full=arguments.full)
        return checked, await books.under_review(tx), await shipped_password_accounts(tx)

    async def look_and_remember() -> tuple[books.BooksCheck, list[str], list[str]]:
        seen = await read_long(look, snapshot=True)
        with contextlib.suppress(DatabaseBusy):  # the next check looks at a little more
            await write(lambda tx: books.remember(tx, seen[0]))
        return seen

    try:
        refuse_unusable()
        with busy("checking the books"):
            checked, reviews, open_doors = asyncio.run(with_database(settings, look_and_remember))
    except Exception as error:
        return refuse(f"cartwright doctor: could not look: {error}")
    found = checked.violations
    for_a_person = [*reviews, *(f"{email} still has the password this shop ships with" for email in open_doors)]
    _tell_books(checked, for_a_person, len(reviews), as_json=arguments.json)
    return 1 if found or (open_doors and settings.is_production) else 0


def _tell_books(checked: "BooksCheck", for_a_person: list[str], reviews: int, *, as_json: bool) -> None:
    """Print what the check of the books found."""
    if as_json:
        print_json(
            {
                "is_full": checked.is_full,
                "violations": [{"invariant": each.invariant, "words": each.words} for each in checked.violations],
                "for_a_person": for_a_person,
                "orders_under_review": reviews,
            }
        )
    else:
        if not checked.is_full:
            say("looked at what has changed since the last clean check; --full looks at everything")
        for violation in checked.violations:
            say(f"{violation.invariant}: {violation.words}", "red")
        for words in for_a_person:
            say(f"for a person: {words}", "yellow")
        say(
            f"{len(checked.violations)} violations, {reviews} orders under review",
            "red" if checked.violations else "green",
        )


def jobs(settings: Settings, arguments: argparse.Namespace) -> int:
    """Print the number of jobs by kind and state; with `--kinds`, the kinds with their attempts."""
    from models.database import read
    from models.jobs.admin.job_views import counts_by_kind
    from models.jobs.ledger.job_kinds import KINDS

    if arguments.kinds:
        kinds = [
            {"kind": kind.name, "queue": kind.queue.name, "attempts": kind.max_attempts, "purpose": kind.purpose}
            for kind in KINDS.values()
        ]
        list_rows(kinds, arguments)
        return 0
    require_schema(settings)
    counted = asyncio.run(with_database(settings, lambda: read(counts_by_kind)))
    list_rows([{name: row[name] for name in ("kind", "state", "jobs")} for row in counted], arguments, NO_JOBS)
    return 0


def pipeline(_: Settings, arguments: argparse.Namespace) -> int:
    """Print the order process."""
    from pipelines.orders.order_process import ORDER
    from pipelines.orders.process_document import as_markdown, as_text

    if arguments.json:
        print_json(list(ORDER.as_objects()))
    else:
        print(as_markdown() if arguments.markdown else as_text())
    return 0


def retention(_: Settings, arguments: argparse.Namespace) -> int:
    """Print what is deleted at which age."""
    from models.operations.retention import AGES, age_in_words, as_markdown

    if arguments.markdown:
        print(as_markdown())
    else:
        list_rows([{"age": age_in_words(age), "what": age.what} for age in AGES], arguments)
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
        return refuse(f"cartwright admin create: {refusal.detail}")
    print(f"{arguments.email} is an admin now")
    return 0


def reset_second_factor(settings: Settings, arguments: argparse.Namespace) -> int:
    """Take the authenticator app and the passkeys from an account whose owner has lost them."""
    from models.shared.errors import Refusal

    require_schema(settings)
    try:
        asyncio.run(with_database(settings, lambda: _take_factors(arguments.email)))
    except Refusal as refusal:
        return refuse(f"cartwright admin reset-second-factor: {refusal.detail}")
    print(f"{arguments.email} signs in with the password alone now; in production it has to set up a new one first")
    return 0


async def _take_factors(email: str) -> None:
    """Forget them, end the account's logins, and write both down. Raises NotFound."""
    from models.accounts import accounts
    from models.audit import audit_log
    from models.database import Transaction, write
    from models.shared.errors import NotFound
    from models.sign_in import second_factors, security_notices
    from models.sign_in.security_notices import SecurityChange

    async def work(tx: Transaction) -> None:
        account = await accounts.find_by_email(tx, email)
        if account is None:
            raise NotFound("There is no such account.")
        await second_factors.remove_every(tx, account.id)
        await accounts.set_active(tx, account.id, is_active=account.is_active)
        by = audit_log.command("admin reset-second-factor")
        what = "its app, passkeys and recovery codes"
        await security_notices.note_factor(tx, account, by, SecurityChange.FACTOR_REMOVED, what)

    await write(work)


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
