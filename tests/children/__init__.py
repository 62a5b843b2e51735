"""The child and the family: every page, every answer, every refusal."""
