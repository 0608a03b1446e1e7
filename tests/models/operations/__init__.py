"""Tests of models/operations."""
