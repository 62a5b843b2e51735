"""The record of intervention (C8): what was seen, against which lines of the plan."""

from .entry import EntryLine, InterventionEntry

__all__ = ["EntryLine", "InterventionEntry"]
