"""The order process: its table, its runner, its steps, and what admins do to an order."""
