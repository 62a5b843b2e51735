"""Is a plan required; the plan itself; its strategies, targets and cycles; group provision maps."""
