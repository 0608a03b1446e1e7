"""Mail as it arrives in an inbox: real processes, a real server, links that lead back to the running shop."""
