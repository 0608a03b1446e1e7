"""Products that differ by options alone, such as sizes: what they share, and how admins change it."""
