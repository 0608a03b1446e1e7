"""`cartwright prove`: a shop on throw-away data, orders under load, faults, and the four numbers that have to be 0."""
