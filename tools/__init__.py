"""What keeps the locked packages healthy: `make audit`, `make sbom`, `make outdated`. Run from the top of the tree."""
