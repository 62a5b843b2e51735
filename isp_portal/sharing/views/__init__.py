"""The pages on either side of the parents' door."""
