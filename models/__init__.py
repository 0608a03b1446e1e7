"""What may happen: the only place that imports the ORM or holds SQL."""

from models.database import bundled_sqlite

bundled_sqlite.install()  # before anything imports aiosqlite, tortoise or huey: they bind `sqlite3` when imported
