"""From the bytes of a workbook to plain tuples; runs inside the bounded worker only."""
