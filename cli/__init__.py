"""`cartwright`: the command line, the start of each process, and the supervisor of `cartwright up`."""
