"""Words of the parents' pages."""
