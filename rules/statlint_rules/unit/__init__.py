"""Units of measure: another one than the form's, none at all, or the wrong scale."""
