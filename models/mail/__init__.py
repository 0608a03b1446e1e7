"""Mail as rows: the outbox, what was sent, what could not be delivered."""
