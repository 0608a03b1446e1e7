"""Delivering webhooks as jobs."""
