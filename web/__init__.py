"""How people ask: the shop, accounts, the admin's pages and the JSON API, each with one guard at its gate."""
