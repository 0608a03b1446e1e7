"""Tests of models/inventory."""
