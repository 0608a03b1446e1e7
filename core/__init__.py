"""What every part may import: settings, failpoints, redaction. It imports nothing of ours."""
