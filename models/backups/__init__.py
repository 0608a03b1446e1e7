"""Backups: copies of the live database that are checked before they count, and how a shop starts from one.

`sqlite_copy` and `postgres_dump` make and read the copies, `backup_folder` names, prunes and describes them,
`checked_copies` checks the books, `restored_shop` makes what was restored quiet.
"""
