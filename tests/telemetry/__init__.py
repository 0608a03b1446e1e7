"""What the program tells, seen from a collector that the tests run."""
