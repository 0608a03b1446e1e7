"""What happens next: the order process as a table, its steps, and the doors to the outside."""
