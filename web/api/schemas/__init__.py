"""Models of the API's documents: OpenAPI is generated from them, and tests compare responses with them."""
