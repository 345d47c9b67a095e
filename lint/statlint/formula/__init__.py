"""From the formulas of a workbook to what they read and what they give."""
