"""Pages about the team, the setting, and one's own account."""
