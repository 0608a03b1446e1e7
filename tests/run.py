"""Runs the whole suite on every stack that is installed here: tests, faults (real processes), random requests, browser.

Each part is a pytest of its own, on servers of its own. They mostly wait, so there are two more at a time than cores.
What is not installed is skipped by name; with CI=true that is a failure, except for the .NET SDK.
"""

import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT))

from tests.servers import postgres, rabbitmq, redis  # noqa: E402

INSIDE = ("models", "pipelines", "journeys", "workers", "web")  # what asks the database, without processes
OF_POSTGRES = ("models/database/test_postgres_*.py", "workers/test_postgres_rush.py", "journeys/test_round_trips.py")
ASKS_NO_DATABASE = (
    *(f"workers/test_{name}.py" for name in ("notifier", "huey_engine", "dramatiq_engine", "queue_urls")),
    *("web/api/test_contract.py", "web/security/test_devices.py"),
    *(f"web/http/test_{name}.py" for name in ("bounded_http", "static_files")),
    *(f"pipelines/test_{name}.py" for name in ("smtp", "smtp_encryption", "addresses", "picture_files")),
    *("models/catalog/test_demo.py", "models/accounts/test_passwords.py", "models/shared/test_rich_text.py"),
    *(f"models/jobs/test_{name}.py" for name in ("job_masking", "job_search")),
)


WEB = "web"  # half of the time of what runs on SQLite, and so beside the other half
SIMULATED = ("simulation", "machines")
PLANTED = "faults/test_planted_bugs.py"  # waits as the other fault tests do, and so beside them
OF_ITS_OWN = ("faults", "browser", "fuzz", "aspire", *SIMULATED)


def _without(names: Sequence[str]) -> tuple[str, ...]:
    return tuple(f"--ignore-glob=tests/{name}" for name in names)


SERVERS = {"PostgreSQL": postgres.binaries, "RabbitMQ": rabbitmq.program, "Redis": redis.program}
RABBITMQ = ("PostgreSQL", "RabbitMQ", "Redis")
OTHERS = {"the .NET SDK": lambda: shutil.which("dotnet")}  # not everybody who works on the shop has it


@dataclass(frozen=True)
class Part:
    """One pytest. `group`: what `--part=` calls it together with others."""

    name: str
    group: str
    stack: str
    needs: tuple[str, ...]
    words: tuple[str, ...]


PARTS = (  # the longest first, and those that compute beside those that wait
    Part("faults on Huey and SQLite", "faults", "sqlite", (), ("tests/faults", *_without((PLANTED,)))),
    Part("tests", "sqlite", "sqlite", (), ("tests", *_without((*OF_ITS_OWN, *OF_POSTGRES, WEB)))),
    Part("tests of the web tier", "sqlite", "sqlite", (), (f"tests/{WEB}",)),
    Part(
        "tests on PostgreSQL",
        "postgresql",
        "rabbitmq",
        ("PostgreSQL",),
        (*(f"tests/{folder}" for folder in INSIDE), *_without(ASKS_NO_DATABASE)),
    ),
    Part("browser", "browser", "sqlite", (), ("tests/browser",)),
    Part("faults on RabbitMQ and PostgreSQL", "faults", "rabbitmq", RABBITMQ, ("tests/faults", *_without((PLANTED,)))),
    Part("planted faults on Huey and SQLite", "faults", "sqlite", (), (f"tests/{PLANTED}",)),
    Part("faults on Redis and PostgreSQL", "faults", "redis", ("PostgreSQL", "Redis"), ("tests/faults",)),
    Part("planted faults on RabbitMQ and PostgreSQL", "faults", "rabbitmq", RABBITMQ, (f"tests/{PLANTED}",)),
    Part("the app host", "sqlite", "sqlite", ("the .NET SDK", "PostgreSQL", "RabbitMQ"), ("tests/aspire",)),
    Part("simulation and state machines", "sqlite", "sqlite", (), tuple(f"tests/{folder}" for folder in SIMULATED)),
    Part("the API asked at random", "sqlite", "sqlite", (), ("tests/fuzz",)),
)


def main(extra: Sequence[str]) -> int:
    """Run all parts, or with `--part=browser` those of one group; 0 if all passed. What else is said goes to pytest."""
    wanted = {word.removeprefix("--part=") for word in extra if word.startswith("--part=")}
    if unknown := wanted - {part.group for part in PARTS}:
        print(f"there is no part {', '.join(sorted(unknown))}")
        return 2
    extra = [word for word in extra if not word.startswith("--part=")]
    parts = [part for part in PARTS if not wanted or part.group in wanted]
    missing = {part: [name for name in part.needs if not (SERVERS | OTHERS)[name]()] for part in parts}
    left_out = [f"{part.name}: {' and '.join(names)} not installed" for part, names in missing.items() if names]
    ready = [part for part in parts if not missing[part]]
    with ThreadPoolExecutor((os.cpu_count() or 1) + 2) as pool:
        codes = list(pool.map(lambda part: _run(part, extra), ready))
    failed = [part.name for part, code in zip(ready, codes, strict=True) if code]
    if os.environ.get("CI") == "true":
        failed += [words for words in left_out if not any(name in words for name in OTHERS)]
    for words in left_out:
        print(f"left out: {words}")
    print(f"failed: {'; '.join(failed)}" if failed else "all parts passed")
    return 1 if failed else 0


def _environment(stack: str) -> dict[str, str]:
    """Compiled modules are kept: without them each part, and each process it starts, would compile everything again."""
    kept = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    return kept | {"TEST_STACK": stack}


def _run(part: Part, extra: Sequence[str]) -> int:
    """Its output comes in one piece, when it is over."""
    folder = tempfile.mkdtemp(prefix="cartwright-tests-")
    command = [sys.executable, "-m", "pytest", "-rs", f"--basetemp={folder}/files", *part.words, *extra]
    began = time.monotonic()
    print(f"== {part.name}: begun", flush=True)
    done = subprocess.run(
        command,
        cwd=ROOT,
        env=_environment(part.stack),
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        check=False,
    )
    shutil.rmtree(folder, ignore_errors=True)
    verdict = "failed" if done.returncode else "passed"
    print(f"== {part.name}: {verdict} after {time.monotonic() - began:.0f} s\n{done.stdout}", flush=True)
    return done.returncode


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
