"""The job queue page and what belongs to it."""
