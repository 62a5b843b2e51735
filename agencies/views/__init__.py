"""Pages about agencies: the setting's list, and what belongs to one child."""
