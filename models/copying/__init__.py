"""Moves a shop from a SQLite file to PostgreSQL while it sells, in two passes."""
