"""Rules on the layout of a table: its lines, heads, groups, period and sign-off."""
