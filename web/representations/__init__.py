"""HTTP semantics of every answer alike (RFC 9110): codings, conditional requests, ranges; and the static files."""
