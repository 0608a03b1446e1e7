"""Carts and what their checkout has been told so far."""
