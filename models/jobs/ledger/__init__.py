"""The job ledger: enqueue, claim, renew, complete, rescue."""
