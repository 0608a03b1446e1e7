"""Servers that tests need, started on free ports with throw-away data, and stopped at the end.

What is not installed is skipped by name; on CI it fails.
"""
