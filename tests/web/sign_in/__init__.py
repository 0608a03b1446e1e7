"""Second factors, passkeys and proofs."""
