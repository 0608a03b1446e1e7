"""Tests of models/carts."""
