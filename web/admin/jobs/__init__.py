"""The admin pages of jobs."""
