"""Search: the index of words, and what a query means."""
