"""Refunds as jobs."""
