"""Signing in beyond the password: codes, passkeys, the step between, and the proof that the owner is at the keys."""
