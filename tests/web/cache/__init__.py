"""Tests of web/cache."""
