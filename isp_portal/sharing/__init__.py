"""The parents' door: a copy shared by link with one person, and what that person says to it."""
