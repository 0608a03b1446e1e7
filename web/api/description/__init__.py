"""Declarations of operations, and the OpenAPI document generated from them."""
