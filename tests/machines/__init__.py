"""State machines: random rules of one part of the shop against a pure model of it, each proven with a planted bug."""
