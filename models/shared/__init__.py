"""What all subdomains share: errors, paging, ids, secrets, idempotency, the event log."""
