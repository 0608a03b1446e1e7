"""Mutants: small changes of the code that carries the promise; whoever passes with one of them misses a sentence."""
