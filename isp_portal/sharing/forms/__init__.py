"""Forms on either side of the parents' door."""
