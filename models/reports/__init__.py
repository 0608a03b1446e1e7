"""Figures and views across subdomains, read only."""
