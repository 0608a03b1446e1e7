"""What may happen: the only place that imports the ORM or holds SQL."""

import models.database.bundled_sqlite

models.database.bundled_sqlite.install()  # before aiosqlite, tortoise or huey bind `sqlite3`

from models.jobs.ledger.job_hooks import install_hooks
from models.operations.job_consequences import JobConsequences

install_hooks(JobConsequences())
