"""Alarms: what is wrong now and needs a person, told on the pages, in the metrics and in the log."""
