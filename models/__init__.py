"""What may happen: the only place that imports the ORM or holds SQL."""

import models.database.bundled_sqlite

models.database.bundled_sqlite.install()  # before aiosqlite, tortoise or huey bind `sqlite3`

from models.job_consequences import JobConsequences
from models.job_hooks import install

install(JobConsequences())
