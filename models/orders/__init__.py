"""Orders: their states and moves, events, views, lists, progress and shipments."""
