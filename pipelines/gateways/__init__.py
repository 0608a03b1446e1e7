"""The doors to the outside. Each has a stand-in that can be told to fail."""
