"""Who asks and what they may: identity, credentials, CSRF, cookies, rate limits."""
