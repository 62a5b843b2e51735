"""Pages about plans, decisions and group provision maps."""
