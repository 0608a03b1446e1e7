"""Copies of the database, the folder they lie in, and a restored shop."""
