"""Tables of issued copies."""
