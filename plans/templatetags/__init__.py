"""Words of plans for templates."""
