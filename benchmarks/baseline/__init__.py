"""A small shop as one would write it with FastAPI and SQLAlchemy, only measured beside ours."""
