"""Operating the shop: doctor, health, retention, and rate limit counters."""
