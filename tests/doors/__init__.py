"""The access matrix: every address, every method, every kind of person."""
