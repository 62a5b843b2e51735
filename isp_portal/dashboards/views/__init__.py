"""Reading pages over all floors. They show and change nothing."""
