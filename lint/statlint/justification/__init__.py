"""What was accepted, and whether it still stands."""
