"""Tests of the pure rules: no Django, no database, no clock, about a second."""
