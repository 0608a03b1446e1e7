"""Pages of the shop's own words: about, shipping, returns, terms, privacy, contact."""
