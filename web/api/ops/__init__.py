"""What orchestrators and scrapers ask, by a token of their own."""
