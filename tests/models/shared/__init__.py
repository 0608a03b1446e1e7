"""Tests of models/shared."""
