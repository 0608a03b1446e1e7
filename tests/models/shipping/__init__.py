"""Tests of models/shipping."""
