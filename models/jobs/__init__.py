"""Background jobs as rows: the ledger that workers use, and what admins see and do."""
