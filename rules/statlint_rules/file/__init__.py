"""Rules on the submitted file itself: whether it can be opened, and what it is."""
