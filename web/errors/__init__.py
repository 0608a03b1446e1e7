"""Errors as answers: problem documents and pages."""
