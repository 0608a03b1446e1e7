"""Stock: reserved and on hand, adjustments, the ledger, low-stock alerts."""
