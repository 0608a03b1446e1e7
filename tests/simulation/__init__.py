"""The product's own steps on a database in memory, with a clock and a provider that a seed decides about."""
