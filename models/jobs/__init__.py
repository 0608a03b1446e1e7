"""Background jobs as rows: the ledger that workers use, and the admins' view of it."""
