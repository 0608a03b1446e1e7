"""Tests of models/database."""
