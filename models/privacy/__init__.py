"""What the shop knows about a person: given to them, or erased."""
