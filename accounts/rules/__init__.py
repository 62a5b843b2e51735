"""Plain values and questions about people and days. No Django, no clock."""
