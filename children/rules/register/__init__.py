"""What a nursery system's export says: which column is what, and what each row makes of a child.

Plain Python: no Django, no clock. Nothing is guessed silently: what cannot be read is said in words.
"""
