"""Search: the index of words, what a query means, and suggestions while it is typed."""
