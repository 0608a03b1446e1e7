"""Tests of web/admin."""
