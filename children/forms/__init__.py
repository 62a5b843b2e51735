"""Forms about a child and the family."""
