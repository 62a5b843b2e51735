"""Fixed words in two languages, for templates."""
