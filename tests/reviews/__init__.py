"""The record of intervention: entries, My day, and what they add up to."""
