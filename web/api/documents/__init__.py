"""How bodies, lists, orders and jobs look in the API."""
