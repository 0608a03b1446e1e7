"""The commands of `cartwright` with their options, and examples for each."""

import argparse
import difflib
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import NoReturn

from cli.backup_commands import backup, restore
from cli.commands import create_admin, doctor, jobs, pipeline, reset_second_factor, retention, seed
from cli.copy_command import copy
from cli.exit_codes import as_words
from cli.import_command import import_catalogue, import_reference
from cli.migrate_command import migrate
from cli.processes import up, web, worker
from cli.proof.prove_command import add_prove_options, prove
from cli.shoppers.demo_command import add_demo_options, demo
from cli.shoppers.smoke_command import add_smoke_options, smoke
from core.settings import VERSION

MOST = 64  # the limit of workers, and of concurrent jobs in one of them
MOST_ORDERS = 1_000_000  # of a demonstration


@dataclass(frozen=True)
class Command:
    """One command: its words, what runs it, its options, and lines to copy with what each is for."""

    words: str
    run: Callable[..., int]
    options: Callable[[argparse.ArgumentParser], None]
    examples: tuple[tuple[str, str], ...]
    reads_settings: bool = True
    is_process: bool = False  # it runs until a signal, which it handles itself

    @property
    def summary(self) -> str:
        return (self.run.__doc__ or "").splitlines()[0]


class SentenceParser(argparse.ArgumentParser):
    """A parser whose errors are sentences: a misspelled command gets the nearest one named."""

    def error(self, message: str) -> NoReturn:
        """Say what is wrong, and end with 2."""
        self.exit(2, f"{self.prog}: error: {message}\ntry `{self.prog} --help`\n")

    def parse_known_args(self, args=None, namespace=None):  # type: ignore[no-untyped-def]
        """What argparse does, but words that nobody knows are refused by the command they were given to."""
        found, unknown = super().parse_known_args(args, namespace)
        for word in unknown:
            options = [name for name in self._option_string_actions if name.startswith("--")]
            near = difflib.get_close_matches(word, options, n=1)
            hint = f": did you mean {near[0]}?" if near else ""
            self.error(f"there is no option {word}{hint}" if word.startswith("-") else f"nobody expects {word!r} here")
        return found, unknown

    def _check_value(self, action: argparse.Action, value: object) -> None:
        choices = [str(each) for each in action.choices or ()]
        if choices and value not in choices:
            near = difflib.get_close_matches(str(value), choices, n=1)
            hint = f"did you mean {near[0]}?" if near else f"there are {', '.join(choices)}"
            raise argparse.ArgumentError(None, f"there is no {action.metavar or 'choice'} {value!r}: {hint}")


def command_parser() -> argparse.ArgumentParser:
    """Reads the words after `cartwright`: a command's fields and `trace` beside its own options."""
    parser = SentenceParser(
        prog="cartwright",
        description="A shop whose orders are worked by background jobs.",
        epilog=f"{_shown(example for each in COMMANDS for example in each.examples[:1])}\n\n{as_words()}",
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("--version", action="version", version=VERSION)
    parser.add_argument("--trace", action="store_true", help="show where a command failed, for a report of a fault")
    parser.set_defaults(run=None)
    groups = {"": parser.add_subparsers(title="commands", metavar="command")}
    for each in COMMANDS:
        group, _, name = each.words.rpartition(" ")
        if group not in groups:
            above = groups[""].add_parser(group, help=f"{group}s: see `cartwright {group} --help`")
            groups[group] = above.add_subparsers(title="commands", metavar="command", required=True)
        own = groups[group].add_parser(
            name,
            help=each.summary,
            description=each.run.__doc__,
            epilog=_shown(each.examples),
            formatter_class=argparse.RawDescriptionHelpFormatter,
        )
        each.options(own)
        own.set_defaults(run=each.run, reads_settings=each.reads_settings, is_process=each.is_process)
    return parser


def _shown(examples: object) -> str:
    return "examples:\n" + "\n".join(f"  {line:<58} {purpose}" for line, purpose in examples)  # type: ignore[attr-defined]


def _number(what_zero_means: str, most: int = MOST) -> Callable[[str], int]:
    """A whole number from 1 to `most`; `what_zero_means` is said of a smaller one."""

    def read(text: str) -> int:
        if not text.isascii() or not text.removeprefix("-").isdigit():
            raise argparse.ArgumentTypeError(f"has to be a whole number from 1 to {most}, not {text}")
        if int(text) < 1:
            raise argparse.ArgumentTypeError(f"has to be 1 to {most}, not {text}: {what_zero_means}")
        if int(text) > most:
            raise argparse.ArgumentTypeError(f"has to be 1 to {most}, not {text}")
        return int(text)

    return read


def _json(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--json", action="store_true", help="print the result as JSON")


def _nothing(_: argparse.ArgumentParser) -> None: ...


def _up(parser: argparse.ArgumentParser) -> None:
    number = _number("a shop without a worker takes orders that nobody works on")
    parser.add_argument("--workers", type=number, default=1, metavar="N", help="worker processes")
    _process(parser)


def _process(parser: argparse.ArgumentParser) -> None:
    """The descriptor of a socket to whatever starts it."""
    parser.add_argument("--supervisor", type=int, help=argparse.SUPPRESS)


def _worker(parser: argparse.ArgumentParser) -> None:
    _process(parser)
    parser.add_argument("--queues", metavar="orders,mail", help="the queues to serve; all by default")
    number = _number("a worker that works on nothing is no worker")
    parser.add_argument("--concurrency", type=number, metavar="N", help="how many jobs at once")


def _migrate(parser: argparse.ArgumentParser) -> None:
    one = parser.add_mutually_exclusive_group()
    one.add_argument("--check", action="store_true", help="say how long it takes, what it locks, and who may stay")
    one.add_argument("--list", action="store_true", help="say which migrations are applied")
    one.add_argument("--down", action="store_true", help="take the last migration back")
    parser.add_argument("--yes", action="store_true", help="with --down: in production, too")
    parser.add_argument("--delete-data", action="store_true", help="with --down: although rows are lost")
    _json(parser)


def _backup(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--to", type=Path, metavar="FOLDER", help="instead of CARTWRIGHT_BACKUP_DIR")
    _json(parser)


def _restore(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("file", type=Path, metavar="FILE", help="shop-….db or shop-….dump")


def _doctor(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--full", action="store_true", help="look at everything")
    _json(parser)


def _copy(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--to", metavar="URL", help="postgresql://user:password@host/database, empty or half copied")
    parser.add_argument("--reopen", action="store_true", help="let the file take changes again after a copy")


def _catalogue(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("file", type=Path, metavar="FILE", help="a CSV file: sku,name,price,category[,on_hand]")


def _reference(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("file", type=Path, metavar="FILE", help="the SQLite database of the reference application")


def _jobs(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--kinds", action="store_true", help="the kinds of jobs with their queues and attempts instead")
    _json(parser)


def _pipeline(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--markdown", action="store_true", help="as its page in docs/ has it")
    _json(parser)


def _demo(parser: argparse.ArgumentParser) -> None:
    shoppers = _number("a shop without shoppers is not lively")
    add_demo_options(parser, shoppers, orders=_number("shoppers who order nothing show nothing", most=MOST_ORDERS))


def _address(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("email")


COMMANDS = (
    Command(
        "up",
        up,
        _up,
        (
            ("cartwright up", "the whole shop, until Ctrl-C"),
            ("cartwright up --workers 2", "with two worker processes"),
        ),
        is_process=True,
    ),
    Command(
        "web",
        web,
        _process,
        (("cartwright web", "the web tier alone, after `cartwright migrate`"),),
        is_process=True,
    ),
    Command(
        "worker",
        worker,
        _worker,
        (
            ("cartwright worker", "all queues, eight jobs at once"),
            ("cartwright worker --queues mail --concurrency 2", "mail only, two at once"),
        ),
        is_process=True,
    ),
    Command(
        "migrate",
        migrate,
        _migrate,
        (
            ("cartwright migrate", "apply what is missing"),
            ("cartwright migrate --check", "what that will do: minutes, locks, who may stay"),
            ("cartwright migrate --list --json", "each migration, for a script"),
        ),
    ),
    Command("seed", seed, _nothing, (("cartwright seed", "the demo shop, into an empty database"),)),
    Command(
        "doctor",
        doctor,
        _doctor,
        (
            ("cartwright doctor", "check what has changed in the books"),
            ("cartwright doctor --full", "check all of them"),
            ("cartwright doctor --json", "the same, for a script"),
        ),
    ),
    Command(
        "backup",
        backup,
        _backup,
        (
            ("cartwright backup", "into CARTWRIGHT_BACKUP_DIR, or the data folder"),
            ("cartwright backup --to /mnt/backups --json", "elsewhere, and for a script"),
        ),
    ),
    Command(
        "restore",
        restore,
        _restore,
        (("cartwright restore shop-20261130T153000Z.db", "into an empty place, quietly"),),
    ),
    Command(
        "copy",
        copy,
        _copy,
        (("cartwright copy --to postgresql://shop:secret@db/cartwright", "move a live shop"),),
    ),
    Command(
        "import-catalogue",
        import_catalogue,
        _catalogue,
        (("cartwright import-catalogue catalogue.csv", "put a file of products on sale"),),
    ),
    Command(
        "import-reference",
        import_reference,
        _reference,
        (("cartwright import-reference shop.db", "take over users, stock and orders"),),
    ),
    Command(
        "jobs",
        jobs,
        _jobs,
        (
            ("cartwright jobs", "how many, by kind and state"),
            ("cartwright jobs --kinds --json", "the kinds there are, for a script"),
        ),
    ),
    Command(
        "pipeline",
        pipeline,
        _pipeline,
        (("cartwright pipeline", "what happens to an order"),),
        reads_settings=False,
    ),
    Command(
        "retention",
        retention,
        _pipeline,
        (("cartwright retention", "what is deleted at which age"),),
        reads_settings=False,
    ),
    Command(
        "admin create",
        create_admin,
        _address,
        (("cartwright admin create you@example.com", "asks for the password"),),
    ),
    Command(
        "admin reset-second-factor",
        reset_second_factor,
        _address,
        (("cartwright admin reset-second-factor you@example.com", "after app, passkeys and codes were lost"),),
    ),
    Command(
        "prove",
        prove,
        add_prove_options,
        (
            ("cartwright prove", "under two minutes, on throw-away data"),
            ("cartwright prove --seed 7 --long 8", "eight hours; the seed repeats a run"),
        ),
        reads_settings=False,
    ),
    Command(
        "demo",
        demo,
        _demo,
        (
            ("cartwright demo --shoppers 20", "a lively shop to look at"),
            ("cartwright demo --shoppers 2 --orders 4 --leave --json", "a few orders, for a script"),
        ),
    ),
    Command(
        "smoke",
        smoke,
        add_smoke_options,
        (
            ("cartwright smoke https://shop.example.com", "is the shop at this address whole?"),
            ("cartwright smoke https://shop.example.com --no-buy", "the same without an order"),
        ),
        reads_settings=False,
    ),
)
