"""The API of families: products that differ by options."""
