"""Outside professionals: who they are, whom they have seen, and what they sent."""
