"""What is drawn and built ahead of time and committed under web/static."""
