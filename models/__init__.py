"""What may happen: the only place that imports the ORM or holds SQL."""

import models.database.bundled_sqlite

models.database.bundled_sqlite.install()  # before aiosqlite, tortoise or huey bind `sqlite3`
