"""Reading the record of intervention, each page in a fixed number of queries (C8)."""
