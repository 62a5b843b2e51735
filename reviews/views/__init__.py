"""Pages of the record of intervention (C8)."""
