"""Queue engines: how workers are notified that jobs wait."""
