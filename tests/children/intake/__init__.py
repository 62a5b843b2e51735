"""Registers as they come in."""
