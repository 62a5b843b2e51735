"""Who you are, for which setting, and what you may do. The lowest floor: it knows no child."""
