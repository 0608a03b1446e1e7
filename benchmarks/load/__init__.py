"""Load for those who doubt: shoppers by Locust, with p50, p95 and p99. `make load URL=http://localhost:5566`."""
