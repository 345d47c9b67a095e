"""Long lists that are made, with slips put into them, and what is found of these."""
