"""The handler of the `backup.make` job: `cartwright backup` in a process of its own, so that it slows no other job."""

import asyncio
import sys
from functools import partial

from models.database import write
from models.jobs.ledger import completion
from models.jobs.ledger.jobs import Claim

LONGEST_WORDS = 2_000


class BackupFailed(Exception):
    """The command did not end with a backup that counts; what it said."""


async def make_backup(claim: Claim) -> None:
    """Run the command to its end. Raises BackupFailed."""
    command = (sys.executable, "-m", "cli", "backup", "--json")
    child = await asyncio.create_subprocess_exec(
        *command, stdin=asyncio.subprocess.DEVNULL, stdout=asyncio.subprocess.PIPE, stderr=asyncio.subprocess.STDOUT
    )
    try:
        said, _ = await child.communicate()
    finally:
        if child.returncode is None:
            child.kill()
    if child.returncode:
        raise BackupFailed(said.decode(errors="replace").strip()[-LONGEST_WORDS:])
    await write(partial(completion.succeed, claim=claim))
