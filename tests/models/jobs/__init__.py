"""Tests of models/jobs."""
