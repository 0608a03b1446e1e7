"""The documents that the API gives, as models: the OpenAPI document is made of them, tests hold answers against them."""
