"""The app host in `aspire/` where the .NET SDK is installed: built without a warning, formatted, and its tests pass.

Those run this checkout's own processes, on files and, once more, on a PostgreSQL and a RabbitMQ that run already.
"""

import os
import shutil
import signal
import subprocess

import pytest

from tests.house.product import ROOT
from tests.servers.postgres import Postgres
from tests.servers.rabbitmq import RabbitMq

SOLUTION = "aspire/Cartwright.slnx"
ORDERS = "FullyQualifiedName~Two_hundred_orders"

pytestmark = pytest.mark.timeout(600)


@pytest.fixture(scope="module", autouse=True)
def built() -> None:
    """What the tests run; packages as locked."""
    if shutil.which("dotnet") is None:
        pytest.skip("the .NET SDK is not installed")
    _dotnet("build", SOLUTION)


def test_it_is_formatted() -> None:
    _dotnet("format", SOLUTION, "--no-restore", "--verify-no-changes")


def test_its_tests_pass() -> None:
    _dotnet("test", SOLUTION, "--no-build", "--filter", "Category!=Figures")


def test_orders_are_decided_on_servers_that_run_already(postgres: Postgres, rabbitmq: RabbitMq) -> None:
    with postgres.lent_copy() as url:
        addresses = {"APPHOST_DATABASE_URL": url, "APPHOST_QUEUE_URL": rabbitmq.url}
        said = _dotnet("test", SOLUTION, "--no-build", "--filter", ORDERS, **addresses)
    assert "Passed:     1" in said


def _dotnet(*words: str, **more: str) -> str:
    """What it said. A test that is broken off ends it, and Aspire's process manager follows."""
    command, both = ["dotnet", *words], {"stdout": subprocess.PIPE, "stderr": subprocess.STDOUT}
    with subprocess.Popen(command, cwd=ROOT, env=os.environ | more, text=True, start_new_session=True, **both) as run:
        try:
            said, _ = run.communicate()
        except BaseException:
            os.killpg(run.pid, signal.SIGKILL)
            raise
    assert run.returncode == 0, said[-20_000:]
    return said
