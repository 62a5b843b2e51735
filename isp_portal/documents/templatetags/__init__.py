"""The words of papers, for templates."""
