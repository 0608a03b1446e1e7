"""HTTP itself: the server, the envelope around each answer, static files, limits on size and time."""
