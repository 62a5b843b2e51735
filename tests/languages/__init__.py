"""The languages that parents are written to in."""
