"""What `cartwright prove` is made of."""
