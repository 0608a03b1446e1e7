"""Input of forms and bodies, read into typed models."""
