"""Forms: one per intent, cleaning what people type into the values that actions take."""
