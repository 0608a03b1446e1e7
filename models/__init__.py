"""What may happen: the only place that imports the ORM or holds SQL."""

import models.database.bundled_sqlite

models.database.bundled_sqlite.install()  # before anything imports aiosqlite, tortoise or huey: they bind `sqlite3` when imported
