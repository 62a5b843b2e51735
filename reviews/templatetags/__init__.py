"""Tags and filters of the record of intervention."""
