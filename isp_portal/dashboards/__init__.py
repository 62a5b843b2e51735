"""Reading pages over all floors: the list of children and the child's own page. Writes nothing."""
