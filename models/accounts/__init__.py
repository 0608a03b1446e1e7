"""Accounts: who there is, sessions, tokens, passwords, the address book."""
