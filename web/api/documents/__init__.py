"""Request bodies, lists, and the JSON of orders and jobs."""
