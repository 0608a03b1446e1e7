"""PostgreSQL: connections, the pool, transactions, errors by their codes."""
