"""Endpoints for orchestrators and scrapers, with their own token."""
