"""The supervisor of `cartwright up`: it starts web and workers, restarts them, and stops them in order."""
