"""Forms of plans: one per intent, cleaned to domain types."""
