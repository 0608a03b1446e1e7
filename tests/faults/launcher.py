"""Starts the shop's processes quickly: everything is imported once, and each process is a fork of that.

A fork has opened nothing yet, so it is a process like any other: its own connections, its own locks, its own end. One
JSON object a line comes in, one goes out. When this process ends, the kernel kills what it started.
"""

import ctypes
import gc
import importlib
import json
import os
import signal
import sys
import traceback
from typing import Any

import pipelines.registry  # noqa: F401  imported here so that no fork has to
import web.app
import web.http.server
from cli import command_line
from core.settings import Settings
from models.database.configuration import MODELS
from tests import compiled_once
from tests.faults import strangers
from tests.faults.planted import plant
from tests.mutants.forked_tests import apply_named

PR_SET_PDEATHSIG = 1


def main() -> None:
    """Serve until the pipe closes."""
    _prepare()
    apply_named()
    print(json.dumps({"ready": True}), flush=True)
    for line in sys.stdin:
        request = json.loads(line)
        answer = {"pid": _start(request)} if "words" in request else {"code": _code(request["pid"])}
        print(json.dumps(answer), flush=True)


def _prepare() -> None:
    """What each fork would do again for itself: read the tables, compile the routes. Nothing is opened."""
    for tables in MODELS:
        importlib.import_module(tables)
    compiled_once.install()
    web.app.create_app(Settings())
    gc.collect()
    gc.freeze()


def _start(request: dict[str, Any]) -> int:
    pid = os.fork()
    if pid:
        return pid
    code = 70
    try:
        code = _run(request)
    except SystemExit as end:
        code = end.code if isinstance(end.code, int) else 1
    except BaseException:
        traceback.print_exc()
    finally:
        sys.stdout.flush()
        sys.stderr.flush()
        os._exit(code)


def _run(request: dict[str, Any]) -> int:
    ctypes.CDLL(None).prctl(PR_SET_PDEATHSIG, signal.SIGKILL)
    os.setsid()
    log = os.open(request["log"], os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)
    nothing = os.open(os.devnull, os.O_RDONLY)
    os.dup2(nothing, 0)
    os.dup2(log, 1)
    os.dup2(log, 2)
    os.environ.update(request["environment"])
    for name in filter(None, request["planted"].split(",")):
        plant(name)
    words = request["words"]
    return strangers.main(words[1:]) if words[0] == "hold" else command_line.main(words)


def _code(pid: int) -> int | None:
    """The exit code, negative for a signal; None while it lives."""
    ended, status = os.waitpid(pid, os.WNOHANG)
    return os.waitstatus_to_exitcode(status) if ended else None


if __name__ == "__main__":
    main()
