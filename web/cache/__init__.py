"""Answers that are kept: pages of strangers, orders that did not change."""
