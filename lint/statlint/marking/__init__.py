"""From a submitted workbook and marks to a copy of it that holds them; nothing else is touched."""
