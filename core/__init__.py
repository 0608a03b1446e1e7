"""What every package may import: settings, failpoints, redaction, liveness. It imports no other package."""
