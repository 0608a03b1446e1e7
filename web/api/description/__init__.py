"""How operations are declared, and the OpenAPI document made of the declarations."""
