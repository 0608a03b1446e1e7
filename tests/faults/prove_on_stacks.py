"""Runs `cartwright prove` on every stack whose programs are installed: `make faults` begins with it.

SQLite with Huey needs nothing; for the others PostgreSQL and a broker are started, on ports of their own.
"""

import contextlib
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

ROOT = Path(__file__).parents[2]
sys.path.insert(0, str(ROOT))

from tests.servers import postgres, rabbitmq, redis  # noqa: E402

BROKERS = {"rabbitmq": rabbitmq, "redis": redis}


def main(words: Sequence[str]) -> int:
    """Prove on all of them, one after the other; 0 if all went well. `words` are options of the command."""
    failed = [] if _prove("sqlite", words) == 0 else ["sqlite"]
    for name, broker in BROKERS.items():
        if postgres.binaries() is None or broker.program() is None:
            print(f"left out: {name}, because PostgreSQL or {name} is not installed")
            continue
        with contextlib.ExitStack() as servers:
            database = servers.enter_context(postgres.running())
            queue = servers.enter_context(broker.running())
            database.say("CREATE DATABASE proof")
            given = ("--database-url", database.url("proof"), "--queue-url", str(queue.url))
            if _prove(name, [*given, *words]):
                failed.append(name)
    print(f"failed: {', '.join(failed)}" if failed else "proved on every stack there is")
    return 1 if failed else 0


def _prove(name: str, words: Sequence[str]) -> int:
    print(f"== {name}", flush=True)
    return subprocess.run([sys.executable, "-m", "cli", "prove", *words], cwd=ROOT, check=False).returncode


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
