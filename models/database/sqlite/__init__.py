"""SQLite: one writer behind a gate, readers, scripts of migrations."""
