"""The job ledger: enqueue, claim, renew leases, complete, rescue."""
