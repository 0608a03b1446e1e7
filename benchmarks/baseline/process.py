"""Runs the baseline shop for a measurement, in an environment of its own that is made once and kept."""

import contextlib
import json
import os
import subprocess
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from benchmarks.processes import await_answer
from models.catalog.demo import CATALOG
from tests.servers.kept import NotInstalled, kept_python
from tests.servers.throwaway import free_port

LOCK = Path(__file__).with_name("requirements.lock")


class Baseline(NamedTuple):
    """A running one."""

    port: int
    pid: int


@contextlib.contextmanager
def baseline() -> Iterator[Baseline | None]:
    """The baseline with the demo catalogue, answering; None, with a sentence, where it cannot be installed."""
    try:
        python = kept_python("baseline", LOCK) / "python"
    except NotInstalled as missing:
        print(f"left out: {missing}")
        yield None
        return
    with tempfile.TemporaryDirectory(prefix="cartwright-bench-") as folder:
        environment = os.environ | {"BASELINE_DATABASE_URL": f"sqlite:///{folder}/baseline.db"}
        catalogue = Path(folder) / "catalogue.json"
        catalogue.write_text(json.dumps(_catalogue()))
        subprocess.run([python, "-m", "benchmarks.baseline.fill", catalogue], env=environment, check=True)
        port = free_port()
        words = ["-m", "uvicorn", "benchmarks.baseline.app:app", "--port", str(port), "--no-access-log"]
        process = subprocess.Popen([python, *words, "--log-level", "warning"], env=environment)
        try:
            await_answer(port)
            yield Baseline(port, process.pid)
        finally:
            process.terminate()
            process.wait(30)


def _catalogue() -> list[dict[str, object]]:
    fields = ("sku", "name", "description", "price_cents")
    return [
        {
            "slug": category.slug,
            "name": category.name,
            "description": category.description,
            "products": [{name: getattr(product, name) for name in fields} for product in category.products],
        }
        for category in CATALOG
    ]
