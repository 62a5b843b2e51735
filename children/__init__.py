"""The child and the grown-ups around the child."""
