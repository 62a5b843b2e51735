"""Everything that agencies' records say about many children, in one query, for a page of many lists."""

from .records import Briefly, CameIn, Ending, briefly

__all__ = ["Briefly", "CameIn", "Ending", "briefly"]
