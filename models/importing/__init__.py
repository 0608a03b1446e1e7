"""Takes over the database of the reference application: what its rows say, and what they become here."""
