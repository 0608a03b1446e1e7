"""Admin pages of many products at once, and the form of one."""
