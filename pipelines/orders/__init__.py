"""The order process: its table, its runner, its steps, and the admins' actions on orders."""
