"""Placing an order in one transaction."""
