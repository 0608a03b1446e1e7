"""`cartwright prove`: show on throw-away data that nothing is lost, doubled, oversold or left undecided."""

import argparse
import logging
import math
import shutil
import sys
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING

from cli.startup import holds_tables
from core.settings import Settings

if TYPE_CHECKING:
    from cli.proof.proof_output import Narrator
    from cli.proof.proof_premises import ProofTerms

EXIT_PROVED, EXIT_NOT_PROVED, EXIT_COULD_NOT_RUN, EXIT_INTERRUPTED = 0, 1, 2, 130
SECONDS, SHORTEST_SECONDS, LONGEST_SECONDS = 45.0, 5.0, 3600.0
HOURS, MOST_HOURS = 8.0, 1000.0
SHOPPERS = 4
HIGHEST_SEED = 10**9
DISKS = {"auto": None, "memory": True, "limit": False}


def prove(_: Settings, arguments: argparse.Namespace) -> int:
    """Order under faults on throw-away data: 0 nothing lost, doubled, oversold or undecided, 1 something, 2 not run."""
    from cli.proof.proof_output import Narrator
    from cli.proof.proof_premises import ProofTerms
    from cli.proof.throwaway_shop import ShopClosed
    from models.backups.sqlite_copy import CopyFailed
    from models.database import ConnectionFailed

    terms = ProofTerms(
        time.time_ns() % HIGHEST_SEED if arguments.seed is None else arguments.seed,
        seconds=arguments.seconds,
        shoppers=SHOPPERS,
        database_url=arguments.database_url,
        queue_url=arguments.queue_url,
        is_disk_mounted=DISKS[arguments.disk],
    )
    logging.getLogger().setLevel(logging.ERROR)  # of this process; the shop has a log of its own
    folder = Path(tempfile.mkdtemp(prefix="cartwright-prove-"))
    try:
        if terms.database_url and holds_tables(Settings(database_url=terms.database_url)):
            raise CopyFailed("the database is not empty: prove works on throw-away data only")
        is_good = _run(terms, folder, Narrator(), arguments)
    except (ShopClosed, CopyFailed, ConnectionFailed, OSError) as error:
        print(f"cartwright prove: {error}", file=sys.stderr)
        _show_log(folder)
        return EXIT_COULD_NOT_RUN
    except KeyboardInterrupt:
        shutil.rmtree(folder, ignore_errors=True)
        return EXIT_INTERRUPTED
    if is_good and not arguments.keep:
        shutil.rmtree(folder, ignore_errors=True)
    else:
        print(f"The logs and the shoppers' record are kept in {folder}", file=sys.stderr)
    return EXIT_PROVED if is_good else EXIT_NOT_PROVED


def _run(terms: "ProofTerms", folder: Path, narrator: "Narrator", arguments: argparse.Namespace) -> bool:
    """Run one round, or rounds until the hours are over or one fails; whether all was well."""
    from cli.proof.proof_output import print_verdict
    from cli.proof.proof_premises import premises_of
    from cli.proof.proof_round import Proof

    began = time.monotonic()
    until = began + (arguments.long or 0) * 3600
    narrator.say(f"seed {terms.seed}: cartwright prove --seed {terms.seed} runs the same faults at the same times")
    with premises_of(terms, folder) as (premises, database_url):
        proof = Proof(terms, premises, database_url)
        rounds = 1
        verdict = proof.run_round(rounds, narrator)
        while verdict.is_good and time.monotonic() < until:
            rounds += 1
            verdict = proof.run_round(rounds, narrator)
        facts = {
            "seed": terms.seed,
            "rounds": rounds,
            "seconds": round(time.monotonic() - began, 1),
            "disk": premises.disk.words if premises.disk is not None else "none of ours",
            "left_out": premises.left_out,
        }
        print_verdict(verdict, facts, as_json=arguments.json)
        return verdict.is_good


def _show_log(folder: Path) -> None:
    """The end of the shop's log, if there is one: it says why the shop does not open."""
    log = folder / "shop.log"
    if log.exists():
        print(
            "".join(log.read_text(encoding="utf-8", errors="replace").splitlines(keepends=True)[-20:]), file=sys.stderr
        )


def add_prove_options(proving: argparse.ArgumentParser) -> None:
    """The options of the command."""
    proving.add_argument("--seed", type=_seed, metavar="N", help="repeat the faults and orders of a run")
    proving.add_argument(
        "--seconds", type=_seconds, default=SECONDS, metavar="S", help="how long orders are placed in a round; 45"
    )
    proving.add_argument(
        "--long", type=_hours, nargs="?", const=HOURS, metavar="HOURS", help="round after round for hours; 8"
    )
    proving.add_argument(
        "--keep", action="store_true", help="keep the logs and the shoppers' record of a good run, too"
    )
    proving.add_argument("--json", action="store_true", help="print the result as JSON")
    proving.add_argument(
        "--database-url", type=str, default="", metavar="URL", help="an empty database instead of a new SQLite file"
    )
    proving.add_argument(
        "--queue-url", type=str, default="", metavar="URL", help="a broker instead of a new queue file"
    )
    proving.add_argument(
        "--disk", choices=DISKS, default="auto", help="fill a small file system in memory, or limit file sizes"
    )


def _seed(text: str) -> int:
    return int(_within(text, 0, HIGHEST_SEED))


def _seconds(text: str) -> float:
    return _within(text, SHORTEST_SECONDS, LONGEST_SECONDS)


def _hours(text: str) -> float:
    return _within(text, 0, MOST_HOURS)


def _within(text: str, least: float, most: float) -> float:
    try:
        number = float(text)
    except ValueError:
        number = math.nan
    if not least <= number <= most:
        raise argparse.ArgumentTypeError(f"has to be a number from {least:,.10g} to {most:,.10g}, not {text}")
    return number
