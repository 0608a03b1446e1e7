"""What PERFORMANCE asks for, measured: `python -m benchmarks` runs all and prints one table."""
