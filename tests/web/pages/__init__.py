"""Tests of web/pages."""
