"""The documents that the API gives, as models: the OpenAPI document is made of them, answers are held against them."""
