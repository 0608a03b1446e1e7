"""The programs of tools/ and the workflows that call the Makefile."""
