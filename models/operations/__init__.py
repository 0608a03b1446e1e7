"""Operating the shop: doctor, health, retention, rate limit counters, the admin banner."""
