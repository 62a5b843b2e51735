"""What pages and actions read about plans, gathered in a fixed number of queries."""
