"""The examples of deploy/, run or checked as far as this machine can."""
