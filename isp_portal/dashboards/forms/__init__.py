"""Forms that only ask what to show."""
