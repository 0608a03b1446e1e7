"""Composing and sending mail as jobs."""
