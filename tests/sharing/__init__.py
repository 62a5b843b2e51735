"""The parents' door: who comes in, what they read and say, and what becomes of it."""
