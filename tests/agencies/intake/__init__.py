"""Files as people send them, and as nobody should: made here by code, the same every time."""
