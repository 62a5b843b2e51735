"""Pages that join floors: lists, the child's page, the calendar and what it sends out."""
