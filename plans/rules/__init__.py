"""What the guidance decides about a plan: pure rules, without Django and without a clock."""
