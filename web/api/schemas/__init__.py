"""The documents that the API gives, as models: what the OpenAPI document says and what tests hold every answer against."""
