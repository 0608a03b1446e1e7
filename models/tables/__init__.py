"""What is kept: the tables, as the ORM sees them. CHECKs, partial keys and triggers stand in the migrations."""
