"""Papers: what they say, how they are tagged, and that the process that draws them is bounded."""
