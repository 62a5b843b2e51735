"""Reads over all floors, in a fixed number of queries; each answers with frozen dataclasses."""
