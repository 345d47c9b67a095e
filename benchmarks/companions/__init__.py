"""Make companion tables: score sheets, evidence lists, bulletins, counts, shares."""
