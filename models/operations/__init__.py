"""Keeping the shop in order: doctor, health, retention, rate limit counters, the banner for admins."""
