"""Faults that must lose nothing."""
