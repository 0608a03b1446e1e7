"""Commands that ask a running shop from outside, as shoppers do: `cartwright smoke` and `cartwright demo`."""
