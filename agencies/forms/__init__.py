"""Forms about agencies: one per intent, with the words of the errors."""
